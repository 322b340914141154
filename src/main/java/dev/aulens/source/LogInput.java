package dev.aulens.source;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/**
 * One input of lines, not yet open.
 *
 * @param name what documents and messages call it: an absolute path, or {@code -} for standard input
 * @param size in bytes as it is stored, -1 if unknown
 * @param bytes opens it as it is stored
 */
public record LogInput(String name, long size, Opener bytes) {

    /** What messages and {@code log.file.path} call standard input. */
    public static final String STANDARD_INPUT = "-";

    private static final int BUFFER = 64 << 10;

    /** Opens an input. */
    @FunctionalInterface
    public interface Opener {
        /** Returns a new stream; the caller closes it. */
        InputStream open() throws IOException;
    }

    /** Returns the input that a file is, or a pipe or device that has a name. */
    static LogInput file(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return new LogInput(nameOf(file), -1, () -> Files.newInputStream(file));
        }
        return new LogInput(nameOf(file), Files.size(file), () -> new WholeFile(FileChannel.open(file)));
    }

    /** Returns what documents and messages call a file. */
    static String nameOf(Path file) {
        return file.toAbsolutePath().normalize().toString();
    }

    /** Returns the lines of a stream such as standard input, which is not closed. */
    public static LogInput stream(InputStream stream) {
        return new LogInput(STANDARD_INPUT, -1, () -> new FilterInputStream(stream) {
            @Override
            public void close() {
                // The stream belongs to the caller.
            }
        });
    }

    /**
     * Reads all lines, decompressed, and of a journal the records as lines.
     *
     * @param progress is told how many stored bytes were read, each time that some were
     * @throws IOException if the input cannot be opened or read
     */
    public void forEachLine(LineSink sink, LongConsumer progress) throws IOException {
        try (InputStream stored = new BufferedInputStream(new Counted(bytes.open(), progress), BUFFER);
                InputStream lines = Compression.open(stored)) {
            Container.read(lines, sink);
        }
    }

    /** The bytes of a file, to its end; it is a fault if that comes before what has been read. */
    private static final class WholeFile extends FilterInputStream {

        private final FileChannel channel;

        WholeFile(FileChannel channel) {
            super(Channels.newInputStream(channel));
            this.channel = channel;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            if (b < 0) {
                requireEnd();
            }
            return b;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int read = super.read(buffer, from, length);
            if (read < 0) {
                requireEnd();
            }
            return read;
        }

        private void requireEnd() throws IOException {
            if (channel.size() < channel.position()) {
                throw new IOException("it was truncated while it was read; where a copy of it stands, index that too");
            }
        }
    }

    private static final class Counted extends FilterInputStream {

        private final LongConsumer progress;

        Counted(InputStream in, LongConsumer progress) {
            super(in);
            this.progress = progress;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            if (b >= 0) {
                progress.accept(1);
            }
            return b;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int read = super.read(buffer, from, length);
            if (read > 0) {
                progress.accept(read);
            }
            return read;
        }

        /** Not asked of the file: a pipe cannot say where it stands, which is what the JDK asks it for. */
        @Override
        public int available() {
            return 0;
        }
    }
}
