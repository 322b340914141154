package dev.aulens.render;

import dev.aulens.interpret.TextBuffer;

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
            int control = controlLength(bytes, i);
            for (int end = i + control; i < end; i++) {
                text.append('\\').appendOctal(bytes[i] & 0xFF, 3);
            }
            if (control == 0) {
                if (isSpecial(bytes[i])) {
                    text.append('\\');
                }
                text.append(bytes[i++]);
            }
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

    /** Returns how many bytes the control character at {@code i} has, 0 if there is another character. */
    private static int controlLength(byte[] bytes, int i) {
        int length = Utf8.length(bytes, i);
        if (length == 0) {
            return bytes[i] >= (byte) 0xA0 ? 0 : 1; // no UTF-8; a terminal may take it for C1
        }
        return isControl(Utf8.codePoint(bytes, i, length)) ? length : 0;
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
