package dev.aulens.search;

import java.time.Duration;
import java.util.List;

/** Chooses the length of a histogram's bars: round for people, and so long that the bars fit side by side. */
final class HistogramInterval {

    private static final int MOST_BARS = 80;

    private static final List<Duration> ROUND = List.of(
            Duration.ofMillis(1),
            Duration.ofMillis(10),
            Duration.ofMillis(100),
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(12),
            Duration.ofDays(1),
            Duration.ofDays(7),
            Duration.ofDays(30),
            Duration.ofDays(90),
            Duration.ofDays(365));

    private HistogramInterval() {}

    /**
     * Returns the length of bars in milliseconds.
     *
     * @param first millisecond that the bars cover
     * @param last millisecond that the bars cover, not before the first
     */
    static long between(long first, long last) {
        for (Duration interval : ROUND) {
            if ((last - first) / interval.toMillis() < MOST_BARS) {
                return interval.toMillis();
            }
        }
        return ROUND.get(ROUND.size() - 1).toMillis();
    }
}
