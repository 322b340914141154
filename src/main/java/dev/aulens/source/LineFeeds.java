package dev.aulens.source;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds the ends of lines, eight bytes at a time as one number. A line feed is there if the block, less line feeds, has a
 * byte that is 0; that the lowest of those is found is always right (Warren, Hacker's Delight, 6-1).
 */
final class LineFeeds {

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
    private static final long FEEDS = '\n' * ONES;

    private LineFeeds() {}

    /** Returns the place of the next line feed between {@code from} and {@code to}, {@code to} if there is none. */
    static int next(byte[] bytes, int from, int to) {
        int at = from;
        for (; at <= to - Long.BYTES; at += Long.BYTES) {
            long eight = (long) EIGHT.get(bytes, at) ^ FEEDS;
            long found = (eight - ONES) & ~eight & HIGH_BITS;
            if (found != 0) {
                return at + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        while (at < to && bytes[at] != '\n') {
            at++;
        }
        return at;
    }
}
