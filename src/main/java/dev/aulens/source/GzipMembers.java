package dev.aulens.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * The members of a gzip file one after another (RFC 1952), decompressed.
 *
 * <p>All that a member gives stands before its fault is thrown, as with {@code zcat}: what is cut off, damaged, or has
 * another checksum can be read as far as it goes. The JDK's own reader takes the end of a pipe's buffer for the end of
 * the last member, and others throw away what they have when they meet a fault. Zeros after a member are passed over
 * (tapes and some writers of blocks leave them); anything else there is a fault.
 */
final class GzipMembers extends BlockStream {

    private static final int BUFFER = 64 << 10;
    private static final int FIRST_MAGIC = 0x1F;
    private static final int SECOND_MAGIC = 0x8B;
    private static final int DEFLATE = 8;
    private static final int HEADER_CHECKSUM = 1 << 1;
    private static final int EXTRA = 1 << 2;
    private static final int NAME = 1 << 3;
    private static final int COMMENT = 1 << 4;
    private static final int TIME_FLAGS_AND_SYSTEM = 6;

    private final InputStream members;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private final byte[] stored = new byte[BUFFER];
    private int next;
    private int end;
    private boolean inMember;
    private boolean any;
    private @Nullable IOException fault;

    /** @param members begins with the first byte of a member; closed with this stream */
    GzipMembers(InputStream members) {
        this.members = members;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (fault == null) {
            if (!inMember && !begin()) {
                return -1;
            }
            int n = inflate(buffer, from, length);
            if (n > 0) {
                checksum.update(buffer, from, n);
                return n;
            }
            if (inflater.finished()) {
                finish();
            } else if (fault == null) {
                feed();
            }
        }
        throw fault;
    }

    /** Returns how many bytes the member gives now; notes the fault if it has one behind them. */
    private int inflate(byte[] buffer, int from, int length) {
        long before = inflater.getBytesWritten();
        try {
            int n = inflater.inflate(buffer, from, length);
            if (inflater.needsDictionary()) {
                fault = new IOException("it asks for a dictionary");
            }
            return n;
        } catch (DataFormatException e) {
            fault = new IOException(e.getMessage(), e);
            return (int) (inflater.getBytesWritten() - before);
        }
    }

    private void feed() throws IOException {
        if (next == end && !fill()) {
            throw new EOFException("a member is cut off");
        }
        inflater.setInput(stored, next, end - next);
        next = end;
    }

    /** Reads the header of the next member; returns false if there is none. */
    private boolean begin() throws IOException {
        int first = nextOrEnd();
        while (any && first == 0) {
            first = nextOrEnd();
        }
        if (first < 0) {
            return false;
        }
        if (first != FIRST_MAGIC || nextByte() != SECOND_MAGIC) {
            throw new IOException("after the compressed data stands something else");
        }
        if (nextByte() != DEFLATE) {
            throw new IOException("the method of compression is not known");
        }
        int flags = nextByte();
        skip(TIME_FLAGS_AND_SYSTEM);
        if ((flags & EXTRA) != 0) {
            skip(nextByte() | nextByte() << 8);
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CHECKSUM) != 0) {
            skip(2);
        }
        inflater.reset();
        checksum.reset();
        inMember = true;
        any = true;
        return true;
    }

    /** Compares the checksum and the length behind a member. */
    private void finish() throws IOException {
        next = end - inflater.getRemaining();
        inMember = false;
        if (nextNumber() != checksum.getValue()) {
            throw new IOException("its checksum is another");
        }
        if (nextNumber() != (inflater.getBytesWritten() & 0xFFFFFFFFL)) {
            throw new IOException("its length is another");
        }
    }

    private long nextNumber() throws IOException {
        return nextByte() | nextByte() << 8 | nextByte() << 16 | (long) nextByte() << 24;
    }

    private void skip(int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            int unused = nextByte();
        }
    }

    private void skipText() throws IOException {
        int b = nextByte();
        while (b != 0) {
            b = nextByte();
        }
    }

    private int nextByte() throws IOException {
        int b = nextOrEnd();
        if (b < 0) {
            throw new EOFException("a member is cut off");
        }
        return b;
    }

    private int nextOrEnd() throws IOException {
        return next == end && !fill() ? -1 : stored[next++] & 0xFF;
    }

    private boolean fill() throws IOException {
        next = 0;
        end = Math.max(0, members.read(stored, 0, stored.length));
        return end > 0;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        members.close();
    }
}
