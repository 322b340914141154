package dev.aulens.bench.log;

import dev.aulens.source.LineSink;
import dev.aulens.source.LogInput;
import dev.aulens.source.LogInputs;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** A log as every program can read it. */
public final class PlainLog {

    private static final Set<String> COMPRESSED = Set.of("gz", "bz2", "xz", "zst");

    private PlainLog() {}

    /** Returns the log itself, or a copy in the folder if it is compressed. */
    public static Path of(Path log, Path folder) throws IOException {
        String name = log.toString();
        if (!COMPRESSED.contains(name.substring(name.lastIndexOf('.') + 1))) {
            return log.toAbsolutePath();
        }
        Path copy = folder.resolve("audit.log");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(copy))) {
            input(log).forEachLine(new Copy(out), bytes -> {});
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return copy;
    }

    /** Returns a file as an input of lines. */
    public static LogInput input(Path log) {
        return LogInputs.of(List.of(log.toString()), InputStream.nullInputStream())
                .iterator()
                .next();
    }

    private record Copy(OutputStream out) implements LineSink {

        @Override
        public void line(byte[] buffer, int from, int to, long offset) {
            write(buffer, from, to, true);
        }

        @Override
        public void partOfOverlongLine(byte[] buffer, int from, int to, long offset, int part, boolean last) {
            write(buffer, from, to, last);
        }

        @Override
        public void otherEntry(long offset, long length) {
            // No line of the log.
        }

        private void write(byte[] buffer, int from, int to, boolean end) {
            try {
                out.write(buffer, from, to - from);
                if (end) {
                    out.write('\n');
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
