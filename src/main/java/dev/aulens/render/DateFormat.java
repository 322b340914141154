package dev.aulens.render;

import dev.aulens.interpret.TextBuffer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a date is written: {@code %x} of strftime(3), which depends on the locale's LC_TIME.
 *
 * @param pattern as strftime takes it, of {@code %d %m %y %Y %e}, also without padding ({@code %-d}), and characters
 */
public record DateFormat(String pattern) {

    /** Of the C locale: {@code 11/14/23}. */
    public static final DateFormat C = new DateFormat("%m/%d/%y");

    /**
     * Returns the format of the locale that LC_ALL, LC_TIME or LANG names, the first that is set and not empty.
     *
     * @param environment the environment's variables
     * @return {@link #C} if none is set or the locale is not in the table {@code date-format.tsv}
     */
    public static DateFormat of(Map<String, String> environment) {
        for (String variable : new String[] {"LC_ALL", "LC_TIME", "LANG"}) {
            String locale = environment.getOrDefault(variable, "");
            if (!locale.isEmpty()) {
                return ofLocale(locale);
            }
        }
        return C;
    }

    /** Returns the format of a locale such as {@code de_DE.UTF-8}, {@link #C} if it is not in the table. */
    public static DateFormat ofLocale(String locale) {
        String name = withoutCharset(locale);
        if (name.equals("C") || name.equals("POSIX")) {
            return C;
        }
        String pattern = find(name);
        return pattern == null ? C : new DateFormat(pattern);
    }

    /** Adds a date to a text. */
    public void append(LocalDate date, TextBuffer out) {
        int i = 0;
        while (i < pattern.length()) {
            int percent = pattern.indexOf('%', i);
            if (percent < 0) {
                out.append(pattern.substring(i));
                return;
            }
            out.append(pattern.substring(i, percent));
            boolean padded = pattern.charAt(percent + 1) != '-';
            int letter = padded ? percent + 1 : percent + 2;
            append(date, pattern.charAt(letter), padded, out);
            i = letter + 1;
        }
    }

    private static void append(LocalDate date, char letter, boolean padded, TextBuffer out) {
        switch (letter) {
            case 'd' -> append(date.getDayOfMonth(), padded ? '0' : 0, out);
            case 'e' -> append(date.getDayOfMonth(), padded ? ' ' : 0, out);
            case 'm' -> append(date.getMonthValue(), padded ? '0' : 0, out);
            case 'y' -> append(Math.floorMod(date.getYear(), 100), '0', out);
            default -> out.append(date.getYear());
        }
    }

    private static void append(int number, int padding, TextBuffer out) {
        if (number < 10 && padding != 0) {
            out.append((byte) padding);
        }
        out.append(number);
    }

    private static String withoutCharset(String locale) {
        int to = 0;
        while (to < locale.length() && locale.charAt(to) != '.' && locale.charAt(to) != '@') {
            to++;
        }
        return locale.substring(0, to);
    }

    private static @Nullable String find(String locale) {
        try (InputStream table =
                        Objects.requireNonNull(DateFormat.class.getResourceAsStream("date-format.tsv"), "table");
                BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(locale) && line.indexOf('\t') == locale.length()) {
                    return line.substring(locale.length() + 1);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return null;
    }
}
