package dev.aulens.report;

import dev.aulens.query.Filter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The time that a report is about.
 *
 * @param from its first moment, in milliseconds since the epoch; null if it has no beginning
 * @param to its last moment; null if it has no end
 */
public record TimeRange(@Nullable Long from, @Nullable Long to) {

    /**
     * Returns the range that filters ask for together.
     *
     * @param times ranges of {@code @timestamp} with ISO 8601 bounds in UTC; at most one lower and one upper bound
     */
    public static TimeRange of(List<Filter.Range> times) {
        Long from = null;
        Long to = null;
        for (Filter.Range range : times) {
            from = range.lower() == null ? from : millis(range.lower());
            to = range.upper() == null ? to : millis(range.upper());
        }
        return new TimeRange(from, to);
    }

    /** Returns whether it has neither a beginning nor an end. */
    boolean isAll() {
        return from == null && to == null;
    }

    /** Returns whether a moment, in milliseconds since the epoch, is in it. */
    boolean contains(long millis) {
        return (from == null || millis >= from) && (to == null || millis <= to);
    }

    private static Long millis(Filter.Bound bound) {
        return Instant.parse(bound.value()).toEpochMilli();
    }
}
