package dev.aulens.query.time;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Kibana's arithmetic with times.
 *
 * <pre>
 *   math   = ( "now" | date "||" ) { step }
 *   step   = ( "+" | "-" ) [ number ] unit | "/" unit
 *   unit   = "y" | "M" | "w" | "d" | "h" | "m" | "s" | "ms"
 *   date   = ISO 8601: a date, or a date and a time, with or without zone
 * </pre>
 *
 * {@code /} rounds to the unit: down for the beginning of a range, up to its last millisecond for the end. Weeks begin on
 * Sunday, as Kibana's do unless its {@code dateFormat:dow} says otherwise, and as ausearch's.
 */
public final class DateMath {

    private static final String NOW = "now";
    private static final String ANCHOR_END = "||";
    private static final int LONGEST_NUMBER = 9;
    private static final int LAST_YEAR = 9999;

    /** Elasticsearch's {@code strict_date_optional_time}. */
    private static final DateTimeFormatter SERVER_DATE = DateTimeFormatter.ofPattern(
                    "uuuu[-MM[-dd['T'[HH[:mm[:ss[[.SSSSSSSSS][.SSSSSSSS][.SSSSSSS][.SSSSSS][.SSSSS][.SSSS][.SSS][.SS][.S]]]][XXX][X]]]]]",
                    Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    /** Both ways to write an offset: {@code +01:00}, and {@code +0100} as date(1) does. */
    private static final DateTimeFormatter WITH_OFFSET = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][X]")
            .toFormatter(Locale.ROOT);

    private static final List<ChronoField> PARTS =
            List.of(ChronoField.MONTH_OF_YEAR, ChronoField.HOUR_OF_DAY, ChronoField.MINUTE_OF_HOUR);

    private final String text;
    private int at;

    private DateMath(String text, int at) {
        this.text = text;
        this.at = at;
    }

    /** Tells whether a word is meant as arithmetic: {@code now} alone is a keyword of ausearch. */
    public static boolean isMeant(String word) {
        boolean steps = word.length() > NOW.length() && "+-/".indexOf(word.charAt(NOW.length())) >= 0;
        return (steps && word.startsWith(NOW)) || word.contains(ANCHOR_END);
    }

    /** Tells whether Elasticsearch takes a text for a time, with the format of the field {@code @timestamp}. */
    public static boolean isForServer(String text) {
        int anchor = text.indexOf(ANCHOR_END);
        String date = anchor < 0 ? text : text.substring(0, anchor);
        if (anchor < 0 && text.startsWith(NOW)) {
            return new DateMath(text, NOW.length()).stepsAreForServer();
        }
        return isServerDate(date)
                && (anchor < 0 || new DateMath(text, anchor + ANCHOR_END.length()).stepsAreForServer());
    }

    /**
     * Returns the time that the arithmetic comes to, null if it is none.
     *
     * @param now with the zone that days begin in
     * @param up whether {@code /} rounds up
     */
    static @Nullable ZonedDateTime resolve(String text, ZonedDateTime now, boolean up) {
        int anchor = text.indexOf(ANCHOR_END);
        ZonedDateTime from = anchor < 0 ? now : iso(text.substring(0, anchor), now.getZone());
        if (from == null || (anchor < 0 && !text.startsWith(NOW))) {
            return null;
        }
        try {
            ZonedDateTime time =
                    new DateMath(text, anchor < 0 ? NOW.length() : anchor + ANCHOR_END.length()).steps(from, up);
            return time == null || time.getYear() < 0 || time.getYear() > LAST_YEAR ? null : time;
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    /** Reads a date, or a date and a time, of ISO 8601; null if the text is none. Without a zone it is local. */
    static @Nullable ZonedDateTime iso(String text, ZoneId zone) {
        try {
            int time = text.indexOf('T');
            if (time < 0) {
                return LocalDate.parse(text).atStartOfDay(zone);
            }
            boolean zoned = text.endsWith("Z") || text.indexOf('+', time) > 0 || text.indexOf('-', time) > 0;
            return zoned
                    ? OffsetDateTime.parse(text, WITH_OFFSET).toZonedDateTime()
                    : LocalDateTime.parse(text).atZone(zone);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private @Nullable ZonedDateTime steps(ZonedDateTime from, boolean up) {
        ZonedDateTime time = from;
        while (at < text.length()) {
            char operator = text.charAt(at++);
            int number = operator == '/' ? 1 : number();
            ChronoUnit unit = unit();
            if (unit == null || number < 0) {
                return null;
            }
            switch (operator) {
                case '+' -> time = time.plus(number, unit);
                case '-' -> time = time.minus(number, unit);
                case '/' ->
                    time = up ? beginning(time, unit).plus(1, unit).minus(1, ChronoUnit.MILLIS) : beginning(time, unit);
                default -> {
                    return null;
                }
            }
        }
        return time;
    }

    private static ZonedDateTime beginning(ZonedDateTime time, ChronoUnit unit) {
        return switch (unit) {
            case YEARS -> time.truncatedTo(ChronoUnit.DAYS).withDayOfYear(1);
            case MONTHS -> time.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
            case WEEKS -> time.truncatedTo(ChronoUnit.DAYS).with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
            default -> time.truncatedTo(unit);
        };
    }

    private boolean stepsAreForServer() {
        while (at < text.length()) {
            char operator = text.charAt(at++);
            int number = operator == '/' ? 1 : number();
            ChronoUnit unit = unit();
            if ("+-/".indexOf(operator) < 0 || number < 0 || unit == null || unit == ChronoUnit.MILLIS) {
                return false;
            }
        }
        return true;
    }

    /** Reads a number; 1 if there is none, -1 if it is too long. */
    private int number() {
        int from = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at == from) {
            return 1;
        }
        return at - from > LONGEST_NUMBER ? -1 : Integer.parseInt(text.substring(from, at));
    }

    private @Nullable ChronoUnit unit() {
        if (text.startsWith("ms", at)) {
            at += 2;
            return ChronoUnit.MILLIS;
        }
        if (at == text.length()) {
            return null;
        }
        return switch (text.charAt(at++)) {
            case 'y' -> ChronoUnit.YEARS;
            case 'M' -> ChronoUnit.MONTHS;
            case 'w' -> ChronoUnit.WEEKS;
            case 'd' -> ChronoUnit.DAYS;
            case 'h', 'H' -> ChronoUnit.HOURS;
            case 'm' -> ChronoUnit.MINUTES;
            case 's' -> ChronoUnit.SECONDS;
            default -> null;
        };
    }

    /** Parts that do not make up a date or a time by themselves are not looked at by the formatter: a month of a year. */
    private static boolean isServerDate(String text) {
        try {
            TemporalAccessor parts = SERVER_DATE.parse(text);
            for (ChronoField part : PARTS) {
                if (parts.isSupported(part)) {
                    part.checkValidValue(parts.getLong(part));
                }
            }
            return text.charAt(0) >= '0' && text.charAt(0) <= '9';
        } catch (DateTimeException e) {
            return false;
        }
    }
}
