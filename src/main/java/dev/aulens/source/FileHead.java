package dev.aulens.source;

import dev.aulens.Sha256;
import java.util.Arrays;

/**
 * How a file begins: what tells it from another file that has its name or its inode later, and its copy from other
 * files. Records begin with their time, so two logs hardly begin alike.
 *
 * @param length of the beginning in bytes, 0 of an empty file
 * @param sha256 of these bytes, in hexadecimal digits
 */
public record FileHead(int length, String sha256) {

    /** The most bytes that are looked at. */
    public static final int LONGEST = 1_024;

    /** Returns the head of a file that begins with these bytes. */
    static FileHead of(byte[] first) {
        return new FileHead(first.length, Sha256.hex(first));
    }

    /** Returns whether a file with these first bytes begins as this one; an empty one is like no other. */
    boolean matches(byte[] first) {
        return length > 0
                && first.length >= length
                && Sha256.hex(Arrays.copyOf(first, length)).equals(sha256);
    }
}
