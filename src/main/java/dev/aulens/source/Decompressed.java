package dev.aulens.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.MemoryLimitException;

/**
 * Decompressed bytes, whose faults all are an IOException of one line, thrown when what stands before them has been
 * read. Decompressors throw what they like when their input is damaged, RuntimeExceptions and texts of several lines
 * too, and some throw away the bytes that they have got so far.
 */
final class Decompressed extends BlockStream {

    /** For a decompressor that hands on all it has before it throws. */
    static final int ALL = Integer.MAX_VALUE;

    private final String compression;
    private final int piece;
    private final Opener opener;
    private @Nullable InputStream bytes;
    private @Nullable IOException fault;

    /** Starts a decompressor, which reads the header of its input. */
    @FunctionalInterface
    interface Opener {
        InputStream open() throws IOException;
    }

    /**
     * @param compression what messages call it, as {@code gzip}
     * @param piece how many bytes to ask for at once: so many may be lost before a fault
     */
    Decompressed(String compression, int piece, Opener opener) {
        this.compression = compression;
        this.piece = piece;
        this.opener = opener;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        if (fault != null) {
            throw fault;
        }
        int n = 0;
        try {
            InputStream open = open();
            int asked = Math.min(piece, length);
            int read = open.read(buffer, from, asked);
            while (read == asked && n + read < length) {
                n += read;
                asked = Math.min(piece, length - n);
                read = open.read(buffer, from + n, asked);
            }
            return n > 0 ? n + Math.max(read, 0) : read;
        } catch (IOException | RuntimeException | LinkageError e) {
            fault = inOneLine(e);
            if (n == 0) {
                throw fault;
            }
            return n;
        }
    }

    private InputStream open() throws IOException {
        InputStream open = bytes;
        if (open == null) {
            open = opener.open();
            bytes = open;
        }
        return open;
    }

    private IOException inOneLine(Throwable e) {
        if (e instanceof MemoryLimitException memory) {
            return new IOException(
                    "its dictionary needs " + (memory.getMemoryNeeded() >> 10)
                            + " MiB of memory, more than aulens gives it; " + onTheWay(),
                    e);
        }
        if (e instanceof LinkageError) {
            return new IOException("aulens cannot run its " + compression + " decompressor here; " + onTheWay(), e);
        }
        return e instanceof EOFException
                ? new IOException("the " + compression + " data is cut off", e)
                : new IOException("the " + compression + " data is damaged or cut off" + detail(e), e);
    }

    private String onTheWay() {
        return "decompress it on the way: " + compression + " -dc FILE | aulens index -";
    }

    private static String detail(Throwable fault) {
        String message = fault.getMessage();
        return message == null || message.isBlank()
                ? ""
                : " (" + message.lines().findFirst().orElse("").strip() + ")";
    }

    @Override
    public void close() throws IOException {
        if (bytes != null) {
            bytes.close();
        }
    }
}
