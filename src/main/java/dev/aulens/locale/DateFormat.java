package dev.aulens.locale;

import dev.aulens.TableResource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * How a locale writes dates and times.
 *
 * @param pattern of dates as {@code strftime %x} has it: {@code %d %m %y %Y %e}, also without padding ({@code %-d}), and
 *     characters
 * @param twelveHours whether times may end in AM or PM
 */
public record DateFormat(String pattern, boolean twelveHours) {

    /** The format of the locales C and POSIX: 11/22/26. */
    public static final DateFormat POSIX = new DateFormat("%m/%d/%y", false);

    /**
     * Returns the format of the locale for times that the environment names: LC_ALL, else LC_TIME, else LANG.
     *
     * @param environment the process's
     */
    public static DateFormat of(Map<String, String> environment) {
        for (String variable : new String[] {"LC_ALL", "LC_TIME", "LANG"}) {
            String locale = environment.getOrDefault(variable, "");
            if (!locale.isEmpty()) {
                return of(locale);
            }
        }
        return POSIX;
    }

    /**
     * Returns the format of a locale, as {@code de_DE.UTF-8}; of an unknown one that of POSIX.
     *
     * @throws java.io.UncheckedIOException if the program's jar is damaged
     */
    public static DateFormat of(String locale) {
        String name = withoutEncoding(locale);
        if (name.equals("C") || name.equals("POSIX")) {
            return POSIX;
        }
        for (List<String> row : TableResource.rows(DateFormat.class, "date-formats.tsv")) {
            if (row.get(0).equals(name)) {
                return new DateFormat(row.get(1), row.get(2).equals("12"));
            }
        }
        return POSIX;
    }

    /** Returns a date as the locale writes it. */
    public String format(LocalDate date) {
        StringBuilder out = new StringBuilder(10);
        int i = 0;
        while (i < pattern.length()) {
            int percent = pattern.indexOf('%', i);
            if (percent < 0) {
                break;
            }
            out.append(pattern, i, percent);
            boolean padded = pattern.charAt(percent + 1) != '-';
            int letter = padded ? percent + 1 : percent + 2;
            append(date, pattern.charAt(letter), padded, out);
            i = letter + 1;
        }
        return out.append(pattern, i, pattern.length()).toString();
    }

    private static void append(LocalDate date, char letter, boolean padded, StringBuilder out) {
        switch (letter) {
            case 'd' -> append(date.getDayOfMonth(), padded ? '0' : 0, out);
            case 'e' -> append(date.getDayOfMonth(), padded ? ' ' : 0, out);
            case 'm' -> append(date.getMonthValue(), padded ? '0' : 0, out);
            case 'y' -> append(Math.floorMod(date.getYear(), 100), '0', out);
            default -> out.append(date.getYear());
        }
    }

    private static void append(int number, int padding, StringBuilder out) {
        if (number < 10 && padding != 0) {
            out.append((char) padding);
        }
        out.append(number);
    }

    /** Takes {@code .UTF-8} out of {@code de_DE.UTF-8@euro}. */
    private static String withoutEncoding(String locale) {
        int dot = locale.indexOf('.');
        if (dot < 0) {
            return locale;
        }
        int modifier = locale.indexOf('@', dot);
        return locale.substring(0, dot) + (modifier < 0 ? "" : locale.substring(modifier));
    }
}
