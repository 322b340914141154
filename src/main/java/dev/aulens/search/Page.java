package dev.aulens.search;

import dev.aulens.record.EventId;
import java.util.List;

/**
 * One answer of a search.
 *
 * @param hits in order; documents that are none of ours are left out
 * @param size how many documents the answer had
 * @param last the sort values of the last document as JSON, where the next page goes on
 */
record Page<T>(List<Found<T>> hits, int size, String last) {

    /** What was made of a document, and its event's id. */
    record Found<T>(EventId id, T hit) {}
}
