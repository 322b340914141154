package dev.aulens.search;

import java.util.List;

/**
 * How many events there are over time.
 *
 * @param count of all events
 * @param intervalMillis how long each bar is; 0 if there is no event
 * @param bars those with events, earliest first
 */
public record Histogram(long count, long intervalMillis, List<Bar> bars) {

    public Histogram {
        bars = List.copyOf(bars);
    }

    /**
     * The events of one interval.
     *
     * @param fromMillis its first millisecond since the epoch
     * @param count its events
     */
    public record Bar(long fromMillis, long count) {}

    /** Returns the histogram of nothing. */
    static Histogram empty() {
        return new Histogram(0, 0, List.of());
    }
}
