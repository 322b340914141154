package dev.aulens.web;

import dev.aulens.query.WrongUsageException;
import java.util.ArrayList;
import java.util.List;

/**
 * A command line's words, divided and quoted as the POSIX shell does (XCU 2.2, "Quoting"); nothing is expanded.
 *
 * <pre>
 *   line   = { blank } { word { blank } }
 *   word   = part { part }
 *   part   = character | "\" any | "'" { any } "'" | """ { any | "\" any } """
 * </pre>
 */
final class ShellWords {

    private static final String PLAIN = "%+,-./:=@_";
    private static final String ESCAPED_BETWEEN_QUOTES = "$`\"\\";

    private final String line;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private int at;

    private ShellWords(String line) {
        this.line = line;
    }

    /**
     * Returns the words of a line.
     *
     * @throws WrongUsageException if a quote is not closed, or nothing follows a backslash
     */
    static List<String> split(String line) throws WrongUsageException {
        return new ShellWords(line).run();
    }

    /** Returns a line that a shell divides into these words. */
    static String join(List<String> words) {
        StringBuilder line = new StringBuilder();
        for (String word : words) {
            if (!line.isEmpty()) {
                line.append(' ');
            }
            line.append(isPlain(word) ? word : "'" + word.replace("'", "'\\''") + "'");
        }
        return line.toString();
    }

    private List<String> run() throws WrongUsageException {
        skipBlanks();
        while (at < line.length()) {
            word.setLength(0);
            while (at < line.length() && !isBlank(line.charAt(at))) {
                part();
            }
            words.add(word.toString());
            skipBlanks();
        }
        return words;
    }

    private void part() throws WrongUsageException {
        char c = line.charAt(at++);
        switch (c) {
            case '\'' -> singleQuoted();
            case '"' -> doubleQuoted();
            case '\\' -> word.append(escaped());
            default -> word.append(c);
        }
    }

    private void singleQuoted() throws WrongUsageException {
        int end = line.indexOf('\'', at);
        if (end < 0) {
            throw notClosed();
        }
        word.append(line, at, end);
        at = end + 1;
    }

    private void doubleQuoted() throws WrongUsageException {
        while (at < line.length()) {
            char c = line.charAt(at++);
            if (c == '"') {
                return;
            }
            boolean escape = c == '\\' && at < line.length() && ESCAPED_BETWEEN_QUOTES.indexOf(line.charAt(at)) >= 0;
            word.append(escape ? line.charAt(at++) : c);
        }
        throw notClosed();
    }

    private char escaped() throws WrongUsageException {
        if (at == line.length()) {
            throw new WrongUsageException("nothing follows the backslash at the end");
        }
        return line.charAt(at++);
    }

    private void skipBlanks() {
        while (at < line.length() && isBlank(line.charAt(at))) {
            at++;
        }
    }

    private static WrongUsageException notClosed() {
        return new WrongUsageException("a quote is not closed");
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    private static boolean isPlain(String word) {
        return !word.isEmpty()
                && word.chars()
                        .allMatch(c -> (c >= 'a' && c <= 'z')
                                || (c >= 'A' && c <= 'Z')
                                || (c >= '0' && c <= '9')
                                || PLAIN.indexOf(c) >= 0);
    }
}
