package dev.aulens.record;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Field names as shared Strings, found by their bytes.
 *
 * <p>Records repeat a few hundred names; looking one up costs a hash over its bytes and no allocation. The table is an
 * open-addressing one that stops taking names when it is half full, so that hostile input (EXECVE's {@code a0} to
 * {@code a99999}) cannot make it grow.
 */
final class FieldNames {

    private static final int SLOTS = 2048;

    /** The longest name that is shared. */
    static final int LONGEST = 32;

    private final @Nullable String[] names = new @Nullable String[SLOTS];
    private final byte[][] keys = new byte[SLOTS][];
    private int size;

    /** Returns the name that stands between {@code from} and {@code to}. */
    String get(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length > LONGEST) {
            return Text.utf8(bytes, from, to);
        }
        int hash = length;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + bytes[i];
        }
        int slot = (hash ^ hash >>> 15) & (SLOTS - 1);
        for (String name = names[slot]; name != null; name = names[slot]) {
            if (matches(keys[slot], bytes, from, length)) {
                return name;
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
        String name = new String(bytes, from, length, StandardCharsets.UTF_8);
        if (size < SLOTS / 2) {
            keys[slot] = name.getBytes(StandardCharsets.UTF_8);
            names[slot] = name;
            size++;
        }
        return name;
    }

    private static boolean matches(byte[] key, byte[] bytes, int from, int length) {
        if (key.length != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (key[i] != bytes[from + i]) {
                return false;
            }
        }
        return true;
    }
}
