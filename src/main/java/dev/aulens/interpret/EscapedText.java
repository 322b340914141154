package dev.aulens.interpret;

/**
 * Text that the kernel writes with audit_log_untrustedstring: between double quotes, or in hex if it holds a blank, a
 * quote or a byte that is not printable.
 */
final class EscapedText {

    private EscapedText() {}

    /** Writes the text, which ends at a NUL. */
    static void text(FieldValue value, TextBuffer out) {
        if (value.startsWith('"')) {
            quoted(value, out);
        } else if (value.startsWith('(')) {
            int close = value.indexOf(')', 0);
            value.copyTo(out, 0, Math.min(close + 1, value.length()));
        } else {
            decoded(value, out);
        }
    }

    /** Writes a command line, whose arguments end with NULs: they become blanks. */
    static void title(FieldValue value, TextBuffer out) {
        if (value.startsWith('"')) {
            quoted(value, out);
            return;
        }
        int digits = value.hexDigits(0);
        if (digits < 2) {
            value.copyTo(out);
            return;
        }
        for (int i = 0; i + 1 < digits; i += 2) {
            int b = value.hexByte(i);
            out.append(b == 0 ? (byte) ' ' : (byte) b);
        }
    }

    /** Returns whether a value is quoted or nothing but hex digits. */
    static boolean isEscaped(FieldValue value) {
        return value.startsWith('"') || value.hexDigits(0) == value.length();
    }

    private static void quoted(FieldValue value, TextBuffer out) {
        int close = value.indexOf('"', 1);
        if (close == value.length()) {
            out.append(' ');
        } else {
            value.copyTo(out, 1, close);
        }
    }

    private static void decoded(FieldValue value, TextBuffer out) {
        int from = 0;
        int digits = value.hexDigits(0);
        boolean isAbstract = digits >= 2 && value.at(0) == '0' && value.at(1) == '0';
        if (isAbstract) {
            from = 2; // the NUL that begins the name of an abstract socket
            digits -= 2;
        }
        if (digits < 2) {
            value.copyTo(out);
            return;
        }
        for (int i = from; i + 1 < from + digits; i += 2) {
            int b = value.hexByte(i);
            if (b == 0) {
                return;
            }
            out.append((byte) b);
        }
    }
}
