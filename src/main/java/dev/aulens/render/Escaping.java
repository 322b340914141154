package dev.aulens.render;

import dev.aulens.interpret.TextBuffer;
import dev.aulens.record.Utf8;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How text from a log is made harmless where it is printed: ausearch's {@code --escape}.
 *
 * <p>Every mode but {@link #RAW} writes a byte that a terminal would obey as a backslash and three octal digits:
 * control characters, also the C1 ones and DEL, and the Unicode characters that turn the direction of the text around
 * it. ausearch itself does so for bytes below 0x20 only.
 */
public enum Escaping {
    /** Nothing is changed. */
    RAW(""),
    /** Control characters. */
    TTY(""),
    /** Also a backslash before what a shell takes as syntax between double quotes or as a word's end. */
    SHELL("\"'`$\\!()| "),
    /** Also a backslash before all other characters with a meaning to a shell. */
    SHELL_QUOTE("\"'`$\\!()| ;#&*?[]<>{}");

    private final String special;

    Escaping(String special) {
        this.special = special;
    }

    /** Returns the mode of that name, as {@code shell_quote}; null if there is none. */
    public static @Nullable Escaping of(String name) {
        for (Escaping mode : values()) {
            if (mode.word().equals(name)) {
                return mode;
            }
        }
        return null;
    }

    /** Returns the mode's name on a command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the text as this mode prints it. */
    public String escaped(String text) {
        if (this == RAW) {
            return text;
        }
        TextBuffer buffer = new TextBuffer().append(text);
        escape(buffer, 0);
        return buffer.toString();
    }

    /**
     * Escapes the bytes from {@code from} on.
     *
     * <p>If there is nothing that this mode must escape, nothing changes.
     */
    void escape(TextBuffer text, int from) {
        if (this == RAW || !isNeeded(text, from)) {
            return;
        }
        byte[] bytes = text.toBytes();
        text.truncate(from);
        int i = from;
        while (i < bytes.length) {
            int length = Utf8.length(bytes, i, bytes.length);
            if (isControl(bytes, i, length)) {
                int end = i + Math.max(1, length);
                while (i < end) {
                    text.append('\\').appendOctal(bytes[i++] & 0xFF, 3);
                }
                continue;
            }
            if (isSpecial(bytes[i])) {
                text.append('\\');
            }
            int end = i + Math.max(1, length);
            text.append(bytes, i, end);
            i = end;
        }
    }

    /** Returns the mode for text that is not a value of its own: of shell syntax nothing is escaped there. */
    Escaping forContext() {
        return this == RAW ? RAW : TTY;
    }

    private boolean isNeeded(TextBuffer text, int from) {
        for (int i = from; i < text.length(); i++) {
            byte b = text.byteAt(i);
            if (b < 0x20 || b == 0x7F || isSpecial(b)) { // the bytes of longer sequences are negative
                return true;
            }
        }
        return false;
    }

    private boolean isSpecial(byte b) {
        return b > 0 && special.indexOf(b) >= 0;
    }

    private static boolean isControl(byte[] bytes, int i, int length) {
        if (length == 0) {
            return (bytes[i] & 0xFF) < 0xA0; // no UTF-8: a terminal may take it for a C1 character
        }
        return isControl(Utf8.codePoint(bytes, i, length));
    }

    private static boolean isControl(int c) {
        return c < 0x20
                || (c >= 0x7F && c < 0xA0)
                || c == 0x061C
                || c == 0x200E
                || c == 0x200F
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }
}
