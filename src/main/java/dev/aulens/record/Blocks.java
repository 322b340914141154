package dev.aulens.record;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Searches in bytes, eight at a time as one number. A byte is there if the block, less what is wanted, has a byte that is
 * 0; that the lowest of those is found is always right (Warren, Hacker's Delight, 6-1).
 */
final class Blocks {

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
    private static final long BLANKS = ' ' * ONES;
    private static final long EQUALS = '=' * ONES;
    private static final long BRACKETS = '(' * ONES;

    private Blocks() {}

    /** Returns the place of a byte between {@code from} and {@code to}, {@code to} if there is none. */
    static int indexOf(byte[] bytes, byte wanted, int from, int to) {
        long wantedEight = (wanted & 0xFF) * ONES;
        int at = from;
        for (; at <= to - Long.BYTES; at += Long.BYTES) {
            long found = zeros((long) EIGHT.get(bytes, at) ^ wantedEight);
            if (found != 0) {
                return at + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        while (at < to && bytes[at] != wanted) {
            at++;
        }
        return Math.min(at, to);
    }

    /** Returns the place of the first blank, equals sign or opening bracket, {@code to} if there is none. */
    static int indexOfMark(byte[] bytes, int from, int to) {
        int at = from;
        for (; at <= to - Long.BYTES; at += Long.BYTES) {
            long eight = (long) EIGHT.get(bytes, at);
            long found = zeros(eight ^ BLANKS) | zeros(eight ^ EQUALS) | zeros(eight ^ BRACKETS);
            if (found != 0) {
                return at + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        while (at < to && bytes[at] != ' ' && bytes[at] != '=' && bytes[at] != '(') {
            at++;
        }
        return at;
    }

    private static long zeros(long eight) {
        return (eight - ONES) & ~eight & HIGH_BITS;
    }
}
