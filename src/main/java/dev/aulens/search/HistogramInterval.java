package dev.aulens.search;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/**
 * The length of a histogram's bars, as Kibana 8.19 chooses it: the range in 50 parts ({@code histogram:barTarget}), made
 * round.
 *
 * @param count of units
 * @param unit of time; calendar units are as long as they are in the calendar
 */
public record HistogramInterval(long count, ChronoUnit unit) {

    private static final int BARS = 50;

    /** From which fiftieth of the range on, which interval. */
    private static final List<Step> STEPS = List.of(
            new Step(Duration.ofDays(365), 1, ChronoUnit.YEARS),
            new Step(Duration.ofDays(21), 1, ChronoUnit.MONTHS),
            new Step(Duration.ofDays(7), 1, ChronoUnit.WEEKS),
            new Step(Duration.ofDays(1), 1, ChronoUnit.DAYS),
            new Step(Duration.ofHours(6), 12, ChronoUnit.HOURS),
            new Step(Duration.ofHours(2), 3, ChronoUnit.HOURS),
            new Step(Duration.ofMinutes(45), 1, ChronoUnit.HOURS),
            new Step(Duration.ofMinutes(20), 30, ChronoUnit.MINUTES),
            new Step(Duration.ofMinutes(9), 10, ChronoUnit.MINUTES),
            new Step(Duration.ofMinutes(3), 5, ChronoUnit.MINUTES),
            new Step(Duration.ofSeconds(45), 1, ChronoUnit.MINUTES),
            new Step(Duration.ofSeconds(15), 30, ChronoUnit.SECONDS),
            new Step(Duration.ofMillis(7_500), 10, ChronoUnit.SECONDS),
            new Step(Duration.ofSeconds(5), 5, ChronoUnit.SECONDS),
            new Step(Duration.ofMillis(500), 1, ChronoUnit.SECONDS));

    private record Step(Duration from, long count, ChronoUnit unit) {}

    /** Returns the interval for a range of so many milliseconds. */
    static HistogramInterval of(long range) {
        long part = range / BARS;
        for (Step step : STEPS) {
            if (part >= step.from().toMillis()) {
                return new HistogramInterval(step.count(), step.unit());
            }
        }
        return new HistogramInterval(Math.max(1, part), ChronoUnit.MILLIS);
    }

    /** Returns the first millisecond behind a bar. */
    long end(long from, ZoneId zone) {
        return Instant.ofEpochMilli(from)
                .atZone(zone)
                .plus(count, unit)
                .toInstant()
                .toEpochMilli();
    }

    /** Tells whether Elasticsearch is to take it from the calendar: single units from the minute up. */
    boolean isCalendar() {
        return count == 1 && unit.compareTo(ChronoUnit.MINUTES) >= 0;
    }

    /** Returns it as Elasticsearch writes it: {@code 30s}, {@code 1M}. */
    public String text() {
        String name = switch (unit) {
            case YEARS -> "y";
            case MONTHS -> "M";
            case WEEKS -> "w";
            case DAYS -> "d";
            case HOURS -> "h";
            case MINUTES -> "m";
            case SECONDS -> "s";
            default -> "ms";
        };
        return count + name;
    }

    /** Returns it in words: {@code 30 seconds}, {@code 1 month}. */
    public String words() {
        String plural =
                unit == ChronoUnit.MILLIS ? "milliseconds" : unit.toString().toLowerCase(Locale.ROOT);
        return count + " " + (count == 1 ? plural.substring(0, plural.length() - 1) : plural);
    }
}
