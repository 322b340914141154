package dev.aulens.source;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

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
        return new FileHead(first.length, sha256(first, first.length));
    }

    /** Tells whether a file with these first bytes begins as this one; an empty one is like no other. */
    boolean matches(byte[] first) {
        return length > 0 && first.length >= length && sha256(first, length).equals(sha256);
    }

    private static String sha256(byte[] bytes, int length) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, 0, length);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
