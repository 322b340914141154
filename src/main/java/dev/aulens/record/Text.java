package dev.aulens.record;

import java.nio.charset.StandardCharsets;

/** Bytes of a record as text: hex, quotes, UTF-8. */
public final class Text {

    /** The value of each byte as a hex digit, -1 of others: Character.digit asks Unicode's tables. */
    private static final byte[] HEX_DIGITS = hexDigits();

    private Text() {}

    private static byte[] hexDigits() {
        byte[] digits = new byte[256];
        for (int b = 0; b < digits.length; b++) {
            digits[b] = (byte) (b < 0x80 ? Character.digit(b, 16) : -1);
        }
        return digits;
    }

    /** Returns the value of a hex digit, -1 if the byte is none. */
    public static int hexDigit(byte b) {
        return HEX_DIGITS[b & 0xFF];
    }

    /** Returns the bytes as text; what is no UTF-8 becomes U+FFFD. */
    public static String utf8(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    /**
     * Returns what the kernel wrote with audit_log_untrustedstring: text between double quotes for itself, hex
     * decoded, anything else as it stands.
     */
    public static String decodeUntrusted(byte[] bytes, int from, int to) {
        if (to - from >= 2 && bytes[from] == '"' && bytes[to - 1] == '"') {
            return utf8(bytes, from + 1, to - 1);
        }
        if (!isHex(bytes, from, to)) {
            return utf8(bytes, from, to);
        }
        byte[] decoded = decodeHex(bytes, from, to);
        return utf8(decoded, 0, decoded.length);
    }

    /** Tells whether the bytes are an even number of hex digits, two at least. */
    public static boolean isHex(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length < 2 || (length & 1) != 0) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (hexDigit(bytes[i]) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Returns the bytes that the hex digits stand for; {@link #isHex} must hold. */
    public static byte[] decodeHex(byte[] bytes, int from, int to) {
        byte[] decoded = new byte[(to - from) / 2];
        for (int i = 0; i < decoded.length; i++) {
            int at = from + 2 * i;
            decoded[i] = (byte) (hexDigit(bytes[at]) << 4 | hexDigit(bytes[at + 1]));
        }
        return decoded;
    }
}
