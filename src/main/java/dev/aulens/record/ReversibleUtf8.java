package dev.aulens.record;

import java.io.ByteArrayOutputStream;
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
            int length = Utf8.length(bytes, at, to);
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
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() + 16);
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
