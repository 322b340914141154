package dev.aulens.search;

import java.util.List;

/**
 * One answer of a search.
 *
 * @param hits in order; documents that are none of ours are left out
 * @param more whether there may be documents after the last one
 * @param last the sort values of the last document as JSON, where the next page goes on
 */
record Page<T>(List<Found<T>> hits, boolean more, String last) {

    /** What was made of a document, and where it stands. */
    record Found<T>(HitOrder.Position position, T hit) {}
}
