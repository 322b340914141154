package dev.aulens.interpret;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Bytes of text that grow at their end: where interpreters write.
 *
 * <p>Bytes and not characters, because what a record's hex stands for need not be UTF-8, and must leave as it came.
 * Not for use by several threads at once.
 */
public final class TextBuffer {

    private byte[] bytes = new byte[64];
    private int length;

    /** Forgets the content. */
    public void clear() {
        length = 0;
    }

    /** Returns the number of bytes. */
    public int length() {
        return length;
    }

    /** Returns byte {@code i}. */
    public byte byteAt(int i) {
        return bytes[i];
    }

    /** Drops the bytes from {@code newLength} on. */
    public void truncate(int newLength) {
        length = Math.min(length, newLength);
    }

    /** Adds the text in UTF-8. */
    public TextBuffer append(String text) {
        int count = text.length();
        ensure(count);
        for (int i = 0; i < count; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                byte[] rest = text.substring(i).getBytes(StandardCharsets.UTF_8);
                return append(rest, 0, rest.length);
            }
            bytes[length++] = (byte) c;
        }
        return this;
    }

    /** Adds one byte. */
    public TextBuffer append(byte b) {
        ensure(1);
        bytes[length++] = b;
        return this;
    }

    /** Adds one ASCII character. */
    public TextBuffer append(char c) {
        return append((byte) c);
    }

    /** Adds a number in decimal. */
    public TextBuffer append(long number) {
        return append(Long.toString(number));
    }

    /** Adds the bytes from {@code from} to {@code to} (exclusive). */
    public TextBuffer append(byte[] source, int from, int to) {
        ensure(to - from);
        System.arraycopy(source, from, bytes, length, to - from);
        length += to - from;
        return this;
    }

    /** Adds the lowest {@code digits} octal digits of a number. */
    public TextBuffer appendOctal(int number, int digits) {
        for (int i = digits - 1; i >= 0; i--) {
            append((char) ('0' + (number >> (3 * i) & 7)));
        }
        return this;
    }

    /** Writes the bytes. */
    public void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, length);
    }

    /** Adds the bytes to another text. */
    public void appendTo(TextBuffer other) {
        other.append(bytes, 0, length);
    }

    /** Returns a copy of the bytes. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** Returns the bytes as text; what is no UTF-8 becomes U+FFFD. */
    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private void ensure(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
