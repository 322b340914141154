package dev.aulens.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.zip.GZIPOutputStream;

/** What auditd and logrotate do to a log. */
public final class GrowingLog {

    private final Path log;
    private int changes;

    public GrowingLog(Path log) {
        this.log = log;
    }

    /** Returns the name of a file that has been rotated so many times. */
    public Path at(int number) {
        return Path.of(log + "." + number);
    }

    /** Appends to the log, which is created if need be. */
    public void write(String text) throws IOException {
        Files.writeString(log, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        touch();
    }

    /** Renames the log, as auditd does, and older files before it. */
    public void rename() throws IOException {
        shift();
        if (Files.exists(log)) {
            Files.move(log, at(1));
        }
    }

    /** Copies and empties the log, as logrotate's copytruncate does. */
    public void copyAndTruncate() throws IOException {
        shift();
        if (Files.exists(log)) {
            Files.copy(log, at(1));
            truncate();
        }
    }

    /** Empties the log. */
    public void truncate() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "rw")) {
            file.setLength(0);
        }
        touch();
    }

    /** Compresses a file that has been rotated so many times. */
    public void compress(int number) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(Files.readAllBytes(at(number)));
        }
        Files.write(Path.of(at(number) + ".gz"), bytes.toByteArray());
        Files.delete(at(number));
    }

    private void shift() throws IOException {
        int last = 1;
        while (Files.exists(at(last))) {
            last++;
        }
        for (int i = last; i > 1; i--) {
            Files.move(at(i - 1), at(i));
        }
    }

    /** Each change has a time of its own, as in a file system whose clock is fine enough. */
    private void touch() throws IOException {
        Files.setLastModifiedTime(log, FileTime.fromMillis(1_700_000_000_000L + changes++));
    }
}
