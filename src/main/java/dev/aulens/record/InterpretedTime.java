package dev.aulens.record;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads times as {@code ausearch -i} prints them: the locale's date ({@code strftime %x}), a 24-hour clock, milliseconds.
 *
 * <p>How the date's three numbers are written tells their order in most locales: year first when it has four digits
 * there (ja_JP, zh_CN, ISO), day first with dots and dashes ({@code 26.03.2025}). Slashes are written by C and en_US with
 * the month first and by most of Europe with the day first, and one locale writes {@code 2025.26.03}. There a number
 * above 12 says which; all dates of an input are written alike, so one such date is enough for those behind it. Until
 * then a date that may be read in two ways is {@linkplain #isDoubtful doubtful}: the reading in which the time does not
 * run back by a day is taken, else the first that this names.
 */
final class InterpretedTime {

    private static final int DATE_PARTS = 3;
    private static final int PARTS = 7;
    private static final int TWO_DIGIT_YEAR_PIVOT = 69; // strptime(3), %y
    private static final long DAY = 86_400_000;
    private static final long DISORDER = 10_000; // events of a log are not quite in the order of their time

    private final ZoneId zone;
    private final int[] parts = new int[PARTS];
    private final int[] digits = new int[PARTS];
    private String source = "";
    private @Nullable Order decided;
    private @Nullable Reading last;
    private boolean doubtful;

    /** Where year, month and day stand. */
    private enum Order {
        YEAR_MONTH_DAY(0, 1, 2),
        YEAR_DAY_MONTH(0, 2, 1),
        MONTH_DAY_YEAR(2, 0, 1),
        DAY_MONTH_YEAR(2, 1, 0);

        private final int year;
        private final int month;
        private final int day;

        Order(int year, int month, int day) {
            this.year = year;
            this.month = month;
            this.day = day;
        }
    }

    /** A date's two readings. */
    private record Reading(OptionalLong one, OptionalLong other) {}

    /** @param zone where the times are local */
    InterpretedTime(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * Returns milliseconds since the epoch, empty if the text is no such time.
     *
     * @param input in which it stands; another one may write dates in another way
     */
    OptionalLong parse(String text, String input) {
        if (!input.equals(source)) {
            source = input;
            decided = null;
            last = null;
        }
        doubtful = false;
        char separator = split(text);
        List<Order> orders = separator == 0 ? List.of() : orders(separator);
        return switch (orders.size()) {
            case 0 -> OptionalLong.empty();
            case 1 -> millis(orders.get(0));
            default -> choose(orders.get(0), orders.get(1));
        };
    }

    /** Tells whether the last time may be meant with day and month exchanged. */
    boolean isDoubtful() {
        return doubtful;
    }

    private OptionalLong choose(Order first, Order second) {
        if (decided == first || decided == second) {
            return millis(decided);
        }
        OptionalLong one = millis(first);
        OptionalLong other = millis(second);
        if (one.isEmpty() || other.isEmpty()) {
            decided = one.isPresent() ? first : other.isPresent() ? second : null;
            return one.isPresent() ? one : other;
        }
        doubtful = !one.equals(other);
        Reading before = last;
        last = new Reading(one, other);
        boolean onlyOther =
                before != null && runsBack(before.one(), one, DAY) && !runsBack(before.other(), other, DISORDER);
        return onlyOther ? other : one;
    }

    private static boolean runsBack(OptionalLong before, OptionalLong now, long by) {
        return now.orElse(0) < before.orElse(0) - by;
    }

    /** Takes the text's numbers apart; returns what stands behind the first, 0 if they are no date and time. */
    private char split(String text) {
        char separator = 0;
        int part = -1;
        boolean inNumber = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                if (!inNumber) {
                    if (++part == PARTS) {
                        return 0;
                    }
                    parts[part] = 0;
                    digits[part] = 0;
                }
                inNumber = true;
                if (++digits[part] > 4) {
                    return 0;
                }
                parts[part] = parts[part] * 10 + (c - '0');
            } else {
                separator = part == 0 && inNumber ? c : separator;
                inNumber = false;
            }
        }
        return part == PARTS - 1 && digits[PARTS - 1] <= 3 ? separator : 0;
    }

    private List<Order> orders(char separator) {
        if (digits[0] == 4) {
            return separator == '.'
                    ? List.of(Order.YEAR_MONTH_DAY, Order.YEAR_DAY_MONTH)
                    : List.of(Order.YEAR_MONTH_DAY);
        }
        return switch (separator) {
            case '/' -> List.of(Order.MONTH_DAY_YEAR, Order.DAY_MONTH_YEAR);
            case '.', '-' -> List.of(Order.DAY_MONTH_YEAR);
            default -> List.of();
        };
    }

    private OptionalLong millis(Order order) {
        try {
            LocalDateTime local = LocalDateTime.of(
                    fullYear(parts[order.year], digits[order.year]),
                    parts[order.month],
                    parts[order.day],
                    parts[DATE_PARTS],
                    parts[DATE_PARTS + 1],
                    parts[DATE_PARTS + 2]);
            return OptionalLong.of(local.atZone(zone).toInstant().toEpochMilli() + parts[PARTS - 1]);
        } catch (DateTimeException e) {
            return OptionalLong.empty();
        }
    }

    private static int fullYear(int year, int digits) {
        if (digits > 2) {
            return year;
        }
        return year < TWO_DIGIT_YEAR_PIVOT ? 2000 + year : 1900 + year;
    }
}
