package dev.aulens.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many events there are over time.
 *
 * @param count of all events
 * @param interval that each bar is long; null if there is no event
 * @param values that bars are divided by; none if they are not
 * @param bars from the first event to the last, empty ones too
 */
public record Histogram(long count, @Nullable HistogramInterval interval, List<String> values, List<Bar> bars) {

    public Histogram {
        values = List.copyOf(values);
        bars = List.copyOf(bars);
    }

    /**
     * The events of one interval.
     *
     * @param fromMillis its first millisecond since the epoch
     * @param toMillis the first behind it
     * @param count its events
     * @param parts its events with each of the values; those with several are in several
     * @param others its events with none of the values
     */
    public record Bar(long fromMillis, long toMillis, long count, List<Long> parts, long others) {
        public Bar {
            parts = List.copyOf(parts);
        }
    }

    /** Returns the histogram of nothing. */
    static Histogram empty() {
        return new Histogram(0, null, List.of(), List.of());
    }
}
