package dev.aulens.search;

import java.util.List;

/**
 * One answer of a search.
 *
 * @param hits in order; those that are no documents of ours are left out
 * @param size how many documents the answer had
 * @param last the sort values of the last document as JSON, where the next page goes on
 */
record Page<T>(List<T> hits, int size, String last) {}
