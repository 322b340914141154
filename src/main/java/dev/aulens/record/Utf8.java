package dev.aulens.record;

/**
 * Finds the characters in bytes that may or may not be UTF-8. Valid is what RFC 3629 calls so: neither overlong forms nor
 * surrogates, which some decoders take for other characters than they look like.
 */
public final class Utf8 {

    private Utf8() {}

    /** Returns the length of the valid sequence at {@code at}, 0 if there is none before {@code to}. */
    public static int length(byte[] bytes, int at, int to) {
        int first = bytes[at] & 0xFF;
        if (first < 0x80) {
            return 1;
        }
        int length = first >= 0xF0 && first <= 0xF4
                ? 4
                : first >= 0xE0 && first < 0xF0 ? 3 : first >= 0xC2 && first < 0xE0 ? 2 : 0;
        if (length == 0 || at + length > to) {
            return 0;
        }
        int second = bytes[at + 1] & 0xFF;
        int lowest = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
        int highest = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
        if (second < lowest || second > highest) {
            return 0;
        }
        for (int i = at + 2; i < at + length; i++) {
            if ((bytes[i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return length;
    }

    /** Returns the character of a valid sequence of {@code length} bytes at {@code at}. */
    public static int codePoint(byte[] bytes, int at, int length) {
        if (length == 1) {
            return bytes[at];
        }
        int codePoint = bytes[at] & (0x7F >> length);
        for (int i = at + 1; i < at + length; i++) {
            codePoint = codePoint << 6 | (bytes[i] & 0x3F);
        }
        return codePoint;
    }
}
