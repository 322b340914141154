package dev.aulens.query.options;

import dev.aulens.query.Filter;

/** What one option asks of a document; final only when all words are read, since {@code -w} may come last. */
@FunctionalInterface
interface Condition {

    /**
     * Returns the condition as a filter.
     *
     * @param wholeWords whether texts must be the whole value ({@code -w}) instead of a part of it
     */
    Filter filter(boolean wholeWords);

    /** Returns the condition that holds when this and the other do. */
    default Condition and(Condition other) {
        return wholeWords -> Filter.all(filter(wholeWords), other.filter(wholeWords));
    }

    /** Returns the condition that holds when this or the other does. */
    default Condition or(Condition other) {
        return wholeWords -> Filter.any(filter(wholeWords), other.filter(wholeWords));
    }
}
