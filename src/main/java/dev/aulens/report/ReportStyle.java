package dev.aulens.report;

import dev.aulens.locale.DateFormat;
import dev.aulens.render.Escaping;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * How reports look.
 *
 * @param format of the whole
 * @param escaping how text from the log is made harmless
 * @param dates of text; other formats have ISO 8601
 * @param zone that times are local to
 * @param width of the terminal that a person reads; 0 if there is none
 * @param emphasis makes a heading stand out
 */
public record ReportStyle(
        ReportFormat format,
        Escaping escaping,
        DateFormat dates,
        ZoneId zone,
        int width,
        UnaryOperator<String> emphasis) {

    /** Returns a time as tables show it: in text the local date and time to the second, else ISO 8601. */
    String moment(long millis) {
        return format == ReportFormat.TEXT
                ? seconds(millis)
                : Instant.ofEpochMilli(millis).toString();
    }

    /** Returns a part of a whole as tables show it: in percent where people read them, else as a number up to 1. */
    String share(long part, long whole) {
        double share = (double) part / whole;
        return switch (format) {
            case TEXT, MARKDOWN -> String.format(Locale.ROOT, "%.1f%%", 100 * share);
            case CSV, JSON -> String.format(Locale.ROOT, "%.6f", share);
        };
    }

    /** Returns the local date and time to the second, as {@code %x %T} of strftime(3). */
    String seconds(long millis) {
        ZonedDateTime time = Instant.ofEpochMilli(millis).atZone(zone);
        return dates.format(time.toLocalDate()) + " " + two(time.getHour()) + ":" + two(time.getMinute()) + ":"
                + two(time.getSecond());
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
