package dev.aulens.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.MemoryLimitException;

/**
 * Decompressed bytes, whose faults all are an IOException of one line: decompressors throw what they like when their
 * input is damaged, RuntimeExceptions and texts of several lines too.
 */
final class Decompressed extends InputStream {

    private final String compression;
    private final Opener opener;
    private @Nullable InputStream bytes;

    /** Starts a decompressor, which reads the header of its input. */
    @FunctionalInterface
    interface Opener {
        InputStream open() throws IOException;
    }

    /** @param compression what messages call it, as {@code gzip} */
    Decompressed(String compression, Opener opener) {
        this.compression = compression;
        this.opener = opener;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        try {
            InputStream open = bytes;
            if (open == null) {
                open = opener.open();
                bytes = open;
            }
            return open.read(buffer, from, length);
        } catch (MemoryLimitException e) {
            throw new IOException(
                    "its dictionary needs " + (e.getMemoryNeeded() >> 10)
                            + " MiB of memory, more than aulens gives it; decompress it on the way: " + compression
                            + " -dc FILE | aulens index -",
                    e);
        } catch (EOFException e) {
            throw new IOException("the " + compression + " data is cut off", e);
        } catch (IOException | RuntimeException e) {
            throw new IOException("the " + compression + " data is damaged or cut off" + detail(e), e);
        } catch (LinkageError e) {
            throw new IOException(
                    "aulens cannot run its " + compression + " decompressor here; decompress it on the way: "
                            + compression + " -dc FILE | aulens index -",
                    e);
        }
    }

    private static String detail(Exception fault) {
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
