package dev.aulens.query.time;

import dev.aulens.locale.DateFormat;
import dev.aulens.query.WrongUsageException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the one or two words behind {@code -ts} and {@code -te}.
 *
 * <pre>
 *   words = keyword [ time ] | date [ time ] | time [ date | keyword ] | ISO 8601 date and time | {@link DateMath}
 *   date  = as the locale writes it ({@link DateFormat}) | yyyy-mm-dd
 *   time  = HH:MM | HH:MM:SS
 * </pre>
 *
 * Rules of ausearch(8): a date alone means midnight as a start and the present time of that day as an end; a time alone
 * means today; an end includes its whole second. Dates of ISO 8601 and Kibana's arithmetic, exact to the millisecond, are
 * aulens' own. Unlike ausearch, {@code this-hour} begins with the hour, and times of a day on which the clock is changed
 * are those of that day's clock.
 */
public final class TimeExpressions {

    /** Which side of a range the words stand for. */
    public enum Side {
        START("start"),
        END("end");

        private final String word;

        Side(String word) {
            this.word = word;
        }
    }

    private static final int FIRST_YEAR = 2004; // that of the audit system; ausearch refuses earlier ones
    private static final String CLOCK = "%H:%M:%S";

    private final Clock clock;
    private final DateFormat format;
    private final Supplier<Duration> uptime;

    /**
     * @param clock for the present, with the zone that dates are local to
     * @param format of dates
     * @param uptime how long ago this machine was started, for {@code boot}
     */
    public TimeExpressions(Clock clock, DateFormat format, Supplier<Duration> uptime) {
        this.clock = clock;
        this.format = format;
        this.uptime = uptime;
    }

    /** Tells whether a word can have no second one behind it, as {@code now-15m}. */
    public static boolean isComplete(String word) {
        return DateMath.isMeant(word);
    }

    /** Returns the keywords. */
    public static List<String> words() {
        return Stream.of(TimeKeyword.values()).map(TimeKeyword::word).toList();
    }

    /** Tells whether a word is a keyword, as {@code yesterday}. */
    public static boolean isKeyword(String word) {
        return TimeKeyword.of(word) != null;
    }

    /**
     * Returns the first (start) or the last (end) millisecond that the words stand for, since the epoch, UTC.
     *
     * @param second null if there is one word only
     * @throws WrongUsageException with ausearch's message if the words are no time
     */
    public long parse(Side side, String first, @Nullable String second) throws WrongUsageException {
        if (second == null && DateMath.isMeant(first)) {
            return dateMath(side, first);
        }
        if (second == null && isIso(first) && first.length() > 10) {
            return isoDateTime(side, first);
        }
        String date = first;
        String time = second;
        if (first.indexOf(':') >= 0) {
            date = second;
            time = first;
        }
        LocalDateTime now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
        return lastOrFirst(side, local(side, date, time, now).atZone(clock.getZone()));
    }

    private LocalDateTime local(Side side, @Nullable String date, @Nullable String time, LocalDateTime now)
            throws WrongUsageException {
        TimeKeyword keyword = date == null ? TimeKeyword.TODAY : TimeKeyword.of(date);
        LocalDateTime from =
                keyword == null ? date(side, date == null ? "" : date).atStartOfDay() : keyword.from(now, uptime);
        if (time != null) {
            return time(side, time, from.toLocalDate());
        }
        boolean presentTime = side == Side.END && (keyword == null || keyword == TimeKeyword.TODAY);
        return presentTime ? from.with(now.toLocalTime()) : from;
    }

    private LocalDate date(Side side, String word) throws WrongUsageException {
        DatePattern numbers = new DatePattern(word);
        int end = numbers.read(isIso(word) ? "%Y-%m-%d" : format.pattern());
        if (end < 0) {
            throw new WrongUsageException(
                    "Invalid " + side.word + " date (" + word + "). Month, Day, and Year are required.");
        }
        if (end < word.length()) {
            throw new WrongUsageException("Error parsing " + side.word + " date (" + word + ")");
        }
        if (numbers.year < FIRST_YEAR) {
            throw new WrongUsageException("Error - year is " + numbers.year);
        }
        return LocalDate.of(numbers.year, numbers.month, 1).plusDays(numbers.day - 1L);
    }

    private LocalDateTime time(Side side, String word, LocalDate date) throws WrongUsageException {
        String full = word.length() <= 5 ? word + ":00" : word;
        DatePattern numbers = new DatePattern(full);
        int end = numbers.read(CLOCK);
        if (end < 0) {
            throw new WrongUsageException(
                    "Invalid " + side.word + " time (" + word + "). Hour, Minute, and Second are required.");
        }
        int hour = numbers.hour;
        if (end < full.length()) {
            String half = full.substring(end).trim().toUpperCase(Locale.ROOT);
            if (!format.twelveHours() || hour > 12 || !(half.equals("AM") || half.equals("PM"))) {
                throw new WrongUsageException("Error parsing " + side.word + " time (" + word + ")");
            }
            hour = hour % 12 + (half.equals("PM") ? 12 : 0);
        }
        return date.atTime(LocalTime.of(hour, numbers.minute)).plusSeconds(numbers.second);
    }

    private long dateMath(Side side, String word) throws WrongUsageException {
        ZonedDateTime time = DateMath.resolve(word, ZonedDateTime.now(clock), side == Side.END);
        if (time == null) {
            throw new WrongUsageException("Error parsing " + side.word + " date (" + word
                    + "). Steps are like +1h, -15m, /d; units are y, M, w, d, h, m, s, ms.");
        }
        return time.toInstant().toEpochMilli();
    }

    private long isoDateTime(Side side, String word) throws WrongUsageException {
        ZonedDateTime time = DateMath.iso(word, clock.getZone());
        if (time == null) {
            throw new WrongUsageException("Error parsing " + side.word + " date (" + word + ")");
        }
        if (time.getYear() < FIRST_YEAR) {
            throw new WrongUsageException("Error - year is " + time.getYear());
        }
        return word.indexOf('.') > 0 ? time.toInstant().toEpochMilli() : lastOrFirst(side, time);
    }

    /** Where the clock is set back a local time comes twice: a start is the first of them, an end the last. */
    private static long lastOrFirst(Side side, ZonedDateTime time) {
        return side == Side.START
                ? time.toInstant().toEpochMilli()
                : time.withLaterOffsetAtOverlap().toInstant().toEpochMilli() + 999;
    }

    private static boolean isIso(String word) {
        return word.length() >= 10
                && word.charAt(4) == '-'
                && word.charAt(7) == '-'
                && word.substring(0, 4).chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
