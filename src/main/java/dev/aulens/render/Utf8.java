package dev.aulens.render;

/** Finds the characters in bytes that may or may not be UTF-8 (RFC 3629). */
final class Utf8 {

    private Utf8() {}

    /** Returns how many bytes the character at {@code i} has, 0 if there is none. */
    static int length(byte[] bytes, int i) {
        int first = bytes[i] & 0xFF;
        int length = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
        if (i + length > bytes.length) {
            return 0;
        }
        for (int k = 1; k < length; k++) {
            if ((bytes[i + k] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return length;
    }

    /** Returns the character of {@code length} bytes at {@code i}. */
    static int codePoint(byte[] bytes, int i, int length) {
        if (length == 1) {
            return bytes[i];
        }
        int codePoint = bytes[i] & (0x7F >> length);
        for (int k = 1; k < length; k++) {
            codePoint = codePoint << 6 | (bytes[i + k] & 0x3F);
        }
        return codePoint;
    }
}
