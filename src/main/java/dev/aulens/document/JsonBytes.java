package dev.aulens.document;

import dev.aulens.ByteBlocks;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Bytes of JSON that grow at their end: texts with their escapes, numbers, punctuation. Scratch space, reused.
 *
 * <p>Why it is not Jackson's generator: that checks and keeps account of each step, and passes each byte through two
 * buffers; together half of the time that a document took (docs/performance.md). The bytes are those that Jackson
 * writes: characters beyond U+FFFF become two escapes.
 *
 * <p>Bytes of records are looked at eight at a time, as one number: most blocks hold nothing to escape and are copied as
 * they are. The tests for a byte below a limit, or the same as another, are those of Warren's Hacker's Delight, 6-1; the
 * lowest byte that they report is always right, which is the only one that is used.
 */
final class JsonBytes {

    private static final long QUOTES = ByteBlocks.of('"');
    private static final long BACKSLASHES = ByteBlocks.of('\\');
    private static final long BLANKS = ByteBlocks.of(' ');

    private static final int FIRST_SIZE = 16 << 10;
    private static final int LARGEST_KEPT = 1 << 20;
    private static final int LONGEST_ESCAPE = 6;
    private static final int LONGEST_NUMBER = 20;
    private static final int BLOCK = 4096;
    private static final int ASCII = 0x80;

    /** What stands behind the backslash for each ASCII character; 0: it needs none, {@code u}: its number follows. */
    private static final byte[] ESCAPES = escapes();

    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes = new byte[FIRST_SIZE];
    private int length;

    private static byte[] escapes() {
        byte[] escapes = new byte[ASCII];
        Arrays.fill(escapes, 0, ' ', (byte) 'u');
        escapes['\b'] = 'b';
        escapes['\t'] = 't';
        escapes['\n'] = 'n';
        escapes['\f'] = 'f';
        escapes['\r'] = 'r';
        escapes['"'] = '"';
        escapes['\\'] = '\\';
        return escapes;
    }

    /** Forgets the content. */
    void clear() {
        length = 0;
    }

    /** Returns the content and forgets it. The space of a very large event is given back: few are. */
    byte[] take() {
        byte[] content = Arrays.copyOf(bytes, length);
        if (bytes.length > LARGEST_KEPT) {
            bytes = new byte[FIRST_SIZE];
        }
        length = 0;
        return content;
    }

    /** Adds one character of punctuation. */
    void add(char c) {
        ensure(1);
        bytes[length++] = (byte) c;
    }

    /** Adds bytes that are JSON already. */
    void add(byte[] json) {
        ensure(json.length);
        System.arraycopy(json, 0, bytes, length, json.length);
        length += json.length;
    }

    /** Adds a field's name that is encoded already. */
    void name(byte[] encoded, boolean comma) {
        ensure(encoded.length + 4);
        byte[] target = bytes;
        int at = length;
        if (comma) {
            target[at++] = ',';
        }
        target[at++] = '"';
        System.arraycopy(encoded, 0, target, at, encoded.length);
        at += encoded.length;
        target[at++] = '"';
        target[at++] = ':';
        length = at;
    }

    /** Adds what is encoded already, between quotes. */
    void quoted(byte[] encoded) {
        ensure(encoded.length + 2);
        bytes[length++] = '"';
        System.arraycopy(encoded, 0, bytes, length, encoded.length);
        length += encoded.length;
        bytes[length++] = '"';
    }

    /** Adds a number in decimal. */
    void number(long number) {
        ensure(LONGEST_NUMBER);
        if (number == Long.MIN_VALUE) {
            add(Long.toString(number).getBytes(StandardCharsets.US_ASCII));
            return;
        }
        long rest = Math.abs(number);
        int digits = 1;
        for (long power = rest; power >= 10; power /= 10) {
            digits++;
        }
        if (number < 0) {
            bytes[length++] = '-';
        }
        length += digits;
        for (int at = length - 1; digits > 0; digits--, rest /= 10) {
            bytes[at--] = (byte) ('0' + rest % 10);
        }
    }

    /** Adds a text, escaped, between quotes. */
    void text(String text) {
        if (text.length() > BLOCK) {
            add('"');
            escaped(text);
            add('"');
            return;
        }
        ensure(LONGEST_ESCAPE * text.length() + 2);
        bytes[length++] = '"';
        escapedHere(text, 0, text.length());
        bytes[length++] = '"';
    }

    /** Adds a text, escaped, without quotes around it. */
    void escaped(String text) {
        for (int from = 0; from < text.length(); from += BLOCK) {
            int to = Math.min(text.length(), from + BLOCK);
            ensure(LONGEST_ESCAPE * (to - from));
            escapedHere(text, from, to);
        }
    }

    /** Adds a part of a text for which there is room. */
    private void escapedHere(String text, int from, int to) {
        byte[] target = bytes;
        int at = length;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < ASCII && ESCAPES[c] == 0) {
                target[at++] = (byte) c;
            } else {
                length = at;
                special(c);
                at = length;
            }
        }
        length = at;
    }

    /**
     * Adds bytes of ASCII as text, escaped, between quotes.
     *
     * @return false if there are others among them; nothing is added then
     */
    boolean asciiText(byte[] source, int from, int to) {
        int before = length;
        add('"');
        if (!escapedAscii(source, from, to)) {
            length = before;
            return false;
        }
        add('"');
        return true;
    }

    /**
     * Adds bytes of ASCII as text, escaped, without quotes around them.
     *
     * @return false if there are others among them; nothing is added then
     */
    boolean escapedAscii(byte[] source, int from, int to) {
        int before = length;
        for (int at = from; at < to; at += BLOCK) {
            if (!escapedBlock(source, at, Math.min(to, at + BLOCK))) {
                length = before;
                return false;
            }
        }
        return true;
    }

    private boolean escapedBlock(byte[] source, int from, int to) {
        ensure(LONGEST_ESCAPE * (to - from) + ByteBlocks.SIZE);
        byte[] target = bytes;
        int at = length;
        int i = from;
        while (i <= to - ByteBlocks.SIZE) {
            long block = ByteBlocks.get(source, i);
            ByteBlocks.set(target, at, block);
            long found = specials(block);
            int plain = ByteBlocks.bytesBelow(found);
            at += plain;
            i += plain;
            if (found != 0) {
                if (source[i] < 0) {
                    return false;
                }
                length = at;
                special((char) source[i++]);
                at = length;
            }
        }
        for (; i < to; i++) {
            byte b = source[i];
            if (b < 0) {
                return false;
            }
            if (ESCAPES[b] == 0) {
                target[at++] = b;
            } else {
                length = at;
                special((char) b);
                at = length;
            }
        }
        length = at;
        return true;
    }

    /** Returns the high bit of each byte that cannot stand in a text as it is, and maybe of others above the lowest. */
    private static long specials(long block) {
        long below = (block - BLANKS) & ~block;
        return ByteBlocks.zeros(block ^ QUOTES)
                | ByteBlocks.zeros(block ^ BACKSLASHES)
                | ByteBlocks.highBits(below | block);
    }

    /** Adds a character that needs an escape, or more than one byte. There is room for it. */
    private void special(char c) {
        if (c < ASCII && ESCAPES[c] != 'u') {
            bytes[length++] = '\\';
            bytes[length++] = ESCAPES[c];
        } else if (c < ASCII || Character.isSurrogate(c)) {
            bytes[length++] = '\\';
            bytes[length++] = 'u';
            bytes[length++] = HEX[c >> 12];
            bytes[length++] = HEX[c >> 8 & 0xF];
            bytes[length++] = HEX[c >> 4 & 0xF];
            bytes[length++] = HEX[c & 0xF];
        } else if (c < 0x800) {
            bytes[length++] = (byte) (0xC0 | (c >> 6));
            bytes[length++] = (byte) (0x80 | (c & 0x3F));
        } else {
            bytes[length++] = (byte) (0xE0 | (c >> 12));
            bytes[length++] = (byte) (0x80 | ((c >> 6) & 0x3F));
            bytes[length++] = (byte) (0x80 | (c & 0x3F));
        }
    }

    private void ensure(int more) {
        if (bytes.length - length < more) {
            int larger = bytes.length <= LARGEST_KEPT ? 2 * bytes.length : bytes.length + bytes.length / 4;
            bytes = Arrays.copyOf(bytes, Math.max(larger, length + more));
        }
    }
}
