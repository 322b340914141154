package dev.aulens.record;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.OptionalLong;

/**
 * A time as {@code ausearch -i} prints it: the locale's date ({@code strftime %x}), a 24-hour clock, milliseconds.
 *
 * <p>The order of the date's three numbers follows from how they are written, without knowing the locale: year first
 * when it has four digits there (ja_JP, zh_CN, ISO), day first with dots ({@code 26.03.2025}), month first with slashes
 * (C and en_US, {@code 03/26/25}). Other orders cannot be told apart and are refused rather than guessed.
 */
final class InterpretedTime {

    private static final int DATE_PARTS = 3;
    private static final int PARTS = 7;
    private static final int TWO_DIGIT_YEAR_PIVOT = 69; // strptime(3), %y

    private InterpretedTime() {}

    /** Returns milliseconds since the epoch, empty if the text is no such time. */
    static OptionalLong parse(String text, ZoneId zone) {
        int[] parts = new int[PARTS];
        int[] digits = new int[PARTS];
        char separator = 0;
        int part = -1;
        boolean inNumber = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                if (!inNumber && ++part == PARTS) {
                    return OptionalLong.empty();
                }
                inNumber = true;
                if (++digits[part] > 4) {
                    return OptionalLong.empty();
                }
                parts[part] = parts[part] * 10 + (c - '0');
            } else {
                separator = part == 0 && inNumber ? c : separator;
                inNumber = false;
            }
        }
        if (part != PARTS - 1 || digits[PARTS - 1] > 3) {
            return OptionalLong.empty();
        }
        return millis(parts, digits, separator, zone);
    }

    private static OptionalLong millis(int[] parts, int[] digits, char separator, ZoneId zone) {
        int year;
        int month;
        int day;
        if (digits[0] == 4) {
            year = parts[0];
            month = parts[1];
            day = parts[2];
        } else if (separator == '.') {
            day = parts[0];
            month = parts[1];
            year = fullYear(parts[2], digits[2]);
        } else if (separator == '/') {
            month = parts[0];
            day = parts[1];
            year = fullYear(parts[2], digits[2]);
        } else {
            return OptionalLong.empty();
        }
        try {
            LocalDateTime local =
                    LocalDateTime.of(year, month, day, parts[DATE_PARTS], parts[DATE_PARTS + 1], parts[DATE_PARTS + 2]);
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
