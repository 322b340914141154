package dev.aulens.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The parts of Zstandard frames one after another (RFC 8878, 3.1): the header of a frame, each of its blocks, its
 * checksum. Nothing is checked here: what is no part of a frame is handed on for the decompressor to refuse.
 */
final class ZstdParts {

    /** How many bytes a part has at most: the header of a block and ZSTD_BLOCKSIZE_MAX. Longer ones come in pieces. */
    static final int LONGEST = 3 + (128 << 10);

    private static final int MAGIC = 0xFD2FB528;
    private static final int SKIPPABLE = 0x184D2A50;
    private static final int ANY_OF_SIXTEEN = ~0xF;
    private static final int MAGIC_LENGTH = 4;
    private static final int BLOCK_HEADER_LENGTH = 3;
    private static final int CHECKSUM_LENGTH = 4;
    private static final int SINGLE_SEGMENT = 1 << 5;
    private static final int HAS_CHECKSUM = 1 << 2;
    private static final int[] DICTIONARY_LENGTHS = {0, 1, 2, 4};
    private static final int RLE_BLOCK = 1;

    private final InputStream frames;
    private final byte[] part = new byte[LONGEST];
    private Kind next = Kind.FRAME;
    private boolean hasChecksum;
    private int length;
    private long rest;

    private enum Kind {
        FRAME,
        BLOCK,
        CHECKSUM
    }

    /** @param frames begins with a frame */
    ZstdParts(InputStream frames) {
        this.frames = new BufferedInputStream(frames, LONGEST);
    }

    /** Reads the next part, or the next piece of a long one; returns its length, 0 behind the last. */
    int read() throws IOException {
        length = 0;
        if (rest == 0) {
            switch (next) {
                case FRAME -> readFrameHeader();
                case BLOCK -> readBlockHeader();
                case CHECKSUM -> {
                    rest = CHECKSUM_LENGTH;
                    next = Kind.FRAME;
                }
            }
        }
        rest -= take((int) Math.min(rest, part.length - length));
        return length;
    }

    /** Returns the array whose beginning is what was read last. */
    byte[] bytes() {
        return part;
    }

    private void readFrameHeader() throws IOException {
        if (take(MAGIC_LENGTH) < MAGIC_LENGTH) {
            return;
        }
        int magic = number(0, MAGIC_LENGTH);
        if ((magic & ANY_OF_SIXTEEN) == SKIPPABLE) {
            take(MAGIC_LENGTH);
            rest = number(MAGIC_LENGTH, length) & 0xFFFF_FFFFL;
        } else if (magic != MAGIC) {
            rest = Long.MAX_VALUE;
        } else if (take(1) == 1) {
            int descriptor = part[MAGIC_LENGTH];
            boolean isSingle = (descriptor & SINGLE_SEGMENT) != 0;
            int sizeFlag = descriptor >> 6 & 3;
            int size = sizeFlag == 0 ? (isSingle ? 1 : 0) : 1 << sizeFlag;
            take((isSingle ? 0 : 1) + DICTIONARY_LENGTHS[descriptor & 3] + size);
            hasChecksum = (descriptor & HAS_CHECKSUM) != 0;
            next = Kind.BLOCK;
        }
    }

    private void readBlockHeader() throws IOException {
        take(BLOCK_HEADER_LENGTH);
        int header = number(0, length);
        boolean isLast = (header & 1) != 0;
        rest = (header >> 1 & 3) == RLE_BLOCK ? 1 : header >> 3;
        next = !isLast ? Kind.BLOCK : hasChecksum ? Kind.CHECKSUM : Kind.FRAME;
    }

    private int take(int bytes) throws IOException {
        int read = frames.readNBytes(part, length, bytes);
        length += read;
        return read;
    }

    /** Returns the little-endian number between two places of the part. */
    private int number(int from, int to) {
        int number = 0;
        for (int i = to - 1; i >= from; i--) {
            number = number << 8 | (part[i] & 0xFF);
        }
        return number;
    }
}
