package dev.aulens.record;

import java.nio.charset.StandardCharsets;

/**
 * Any bytes as text, and back, without loss.
 *
 * <p>Valid UTF-8 stays as it is. Each byte {@code b} that is no part of valid UTF-8 becomes the private-use character
 * U+F700 + b (so U+F780 to U+F7FF). A character of that range in the input is taken byte by byte in the same way, which
 * keeps the text unambiguous. JSON cannot hold such bytes itself, and U+FFFD would lose them.
 */
public final class ReversibleUtf8 {

    private static final int BASE = 0xF700;
    private static final char FIRST = 0xF780;
    private static final char LAST = 0xF7FF;

    private ReversibleUtf8() {}

    /** Returns the bytes as text. */
    public static String decode(byte[] bytes, int from, int to) {
        String text = Text.utf8(bytes, from, to);
        if (text.indexOf('\uFFFD') < 0 && !hasReserved(text)) {
            return text;
        }
        StringBuilder result = new StringBuilder(to - from);
        int at = from;
        while (at < to) {
            int length = sequenceLength(bytes, at, to);
            if (length == 0) {
                result.append((char) (BASE + (bytes[at++] & 0xFF)));
                continue;
            }
            String character = Text.utf8(bytes, at, at + length);
            if (isReserved(character.charAt(0))) {
                for (int i = at; i < at + length; i++) {
                    result.append((char) (BASE + (bytes[i] & 0xFF)));
                }
            } else {
                result.append(character);
            }
            at += length;
        }
        return result.toString();
    }

    /** Returns the bytes that {@link #decode} made the text from. */
    public static byte[] encode(String text) {
        if (!hasReserved(text)) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream(text.length() + 16);
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            if (isReserved(text.charAt(i))) {
                bytes.writeBytes(text.substring(from, i).getBytes(StandardCharsets.UTF_8));
                bytes.write(text.charAt(i) - BASE);
                from = i + 1;
            }
        }
        bytes.writeBytes(text.substring(from).getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    /** Returns the length of the valid UTF-8 sequence at {@code at} (RFC 3629), 0 if there is none. */
    private static int sequenceLength(byte[] bytes, int at, int to) {
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

    private static boolean hasReserved(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isReserved(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isReserved(char c) {
        return c >= FIRST && c <= LAST;
    }
}
