package dev.aulens;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Bytes looked at eight at a time, as one number with the first byte lowest. What is searched for is there if the block,
 * XOR what is wanted in each of its bytes, has a byte that is 0 (Warren, Hacker's Delight, 6-1).
 */
public final class ByteBlocks {

    /** How many bytes a block has. */
    public static final int SIZE = Long.BYTES;

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

    private ByteBlocks() {}

    /** Returns the eight bytes from {@code at} on. */
    public static long get(byte[] bytes, int at) {
        return (long) EIGHT.get(bytes, at);
    }

    /** Sets the eight bytes from {@code at} on. */
    public static void set(byte[] bytes, int at, long block) {
        EIGHT.set(bytes, at, block);
    }

    /** Returns a block of eight times the same byte. */
    public static long of(int value) {
        return (value & 0xFF) * ONES;
    }

    /** Returns a block with the high bit of each byte that is 0, and maybe of others above the lowest of them. */
    public static long zeros(long block) {
        return (block - ONES) & ~block & HIGH_BITS;
    }

    /** Returns a block with the high bit of each byte that has it. */
    public static long highBits(long block) {
        return block & HIGH_BITS;
    }

    /** Returns how many bytes are below the lowest one with a high bit, {@link #SIZE} if none has it. */
    public static int bytesBelow(long highBits) {
        return Long.numberOfTrailingZeros(highBits) >>> 3;
    }

    /** Returns the place of a byte between {@code from} and {@code to}, {@code to} if there is none. */
    public static int indexOf(byte[] bytes, byte wanted, int from, int to) {
        long block = of(wanted);
        int at = from;
        for (; at <= to - SIZE; at += SIZE) {
            long found = zeros(get(bytes, at) ^ block);
            if (found != 0) {
                return at + bytesBelow(found);
            }
        }
        while (at < to && bytes[at] != wanted) {
            at++;
        }
        return Math.min(at, to);
    }
}
