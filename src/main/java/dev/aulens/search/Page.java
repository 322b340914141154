package dev.aulens.search;

import java.util.List;

/**
 * One answer of a search.
 *
 * @param hits in order; documents that are none of ours are left out
 * @param size how many documents the answer had
 * @param last the sort values of the last document as JSON, where the next page goes on
 */
record Page<T>(List<Found<T>> hits, int size, String last) {

    /** What was made of a document, and where it stands. */
    record Found<T>(HitOrder.Position position, T hit) {}
}
