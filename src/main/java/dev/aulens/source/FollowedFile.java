package dev.aulens.source;

import dev.aulens.source.GrowingFile.ReplacedException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One file of a log that is followed, under whatever name it has now.
 *
 * <p>It is open while there is something to read, or more may come: then it can be read to its end even if it is
 * deleted. One that rotation has put aside is closed at its end, and opened again should somebody write to it.
 */
final class FollowedFile implements AutoCloseable {

    /** After that a line without its end, in a file that is put aside, is taken as it stands. */
    static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private static final int READS_AT_ONCE = 8;

    private final int number;
    private final FileKey key;
    private final LineSink sink;
    private final boolean compressed;
    private byte[] head;
    private FoundFile found;
    private long offset;
    private @Nullable InputStream input;
    private @Nullable LineReader reader;
    private long lastRead;
    private boolean atEnd;
    private boolean current;
    private boolean vanished;
    private boolean replaced;

    /**
     * @param number tells the file from others of the log
     * @param current whether it is the one that is written to
     * @param content what it begins with
     * @param offset where to begin
     */
    FollowedFile(
            int number,
            FoundFile found,
            boolean current,
            FoundFile.Content content,
            LineSink sink,
            long offset,
            long now) {
        this.current = current;
        this.number = number;
        this.key = found.key();
        this.found = found;
        this.head = content.first();
        this.compressed = content.compressed();
        this.sink = sink;
        this.offset = offset;
        this.lastRead = now;
    }

    int number() {
        return number;
    }

    FileKey key() {
        return key;
    }

    Path path() {
        return found.path();
    }

    /** Returns where the first line begins that has not been handed on. */
    long position() {
        return reader == null ? offset : reader.position();
    }

    /** Returns how far the file has been read. */
    FilePosition filePosition() {
        long reached = position();
        long size = compressed ? reached : Math.max(reached, found.size());
        return new FilePosition(key, FileHead.of(head), reached, size);
    }

    /** Tells whether the last read found nothing more. */
    boolean atEnd() {
        return atEnd;
    }

    /** Tells whether no name in the log's folder is known for the file any more. */
    boolean vanished() {
        return vanished;
    }

    /** Tells whether nothing can be read from it: it has no name, and it is not open. */
    boolean gone(long now) {
        return vanished && (input == null || (atEnd && now - lastRead > FollowedLog.GRACE_NANOS));
    }

    /** Tells whether another file is a copy of this one, or a copy that is being made, with nothing more in it. */
    boolean hasCopy(FoundFile other, FoundFile.Content content) {
        byte[] first = content.first();
        if (compressed || content.compressed()) {
            return head.length > 0 && Arrays.equals(head, first);
        }
        int length = Math.min(head.length, first.length);
        return length > 0 && other.size() <= found.size() && Arrays.equals(head, 0, length, first, 0, length);
    }

    /**
     * Notes where the file is now.
     *
     * @param isCurrent whether it is the one that is written to
     * @return false if it has other content now: it was truncated, or its inode is another file's
     */
    boolean locate(FoundFile now, boolean isCurrent) throws IOException {
        boolean touched = now.size() != found.size() || !now.modified().equals(found.modified());
        vanished = false;
        if (compressed ? touched : replaced || now.size() < position()) {
            return false;
        }
        FoundFile before = found;
        found = now;
        current = isCurrent;
        if (compressed) {
            return true;
        }
        try {
            if (touched) {
                open();
            }
            if (touched && input instanceof GrowingFile file) {
                file.check();
                head = file.head();
            }
            return true;
        } catch (ReplacedException e) {
            found = before;
            return false;
        }
    }

    /** Notes that there is no name for the file any more. */
    void vanish() {
        vanished = true;
        current = false;
    }

    /** Opens the file, so that it can be read even if it is deleted. */
    void open() throws IOException {
        if (input != null) {
            return;
        }
        if (compressed) {
            InputStream lines = Compression.open(new BufferedInputStream(Files.newInputStream(found.path())));
            input = lines;
            lines.skipNBytes(offset);
        } else {
            GrowingFile file = GrowingFile.open(found.path(), key, head, offset);
            input = file;
            head = file.head();
        }
    }

    /**
     * Hands on lines, some at a time.
     *
     * @return true if all that is there was read
     * @throws ReplacedException if the file has other content now
     */
    boolean read(long now) throws IOException {
        if (isDone()) {
            return true;
        }
        try {
            open();
            LineReader lines = reader();
            for (int i = 0; i < READS_AT_ONCE; i++) {
                if (!lines.readMore(sink)) {
                    end(lines, now);
                    return true;
                }
                lastRead = now;
                atEnd = false;
            }
            return false;
        } catch (ReplacedException e) {
            replaced = true;
            throw e;
        } finally {
            if (input instanceof GrowingFile file) {
                head = file.head();
            }
        }
    }

    @Override
    public void close() {
        offset = position();
        reader = null;
        try {
            if (input != null) {
                input.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("closing what was only read", e);
        } finally {
            input = null;
        }
    }

    private LineReader reader() {
        if (reader == null) {
            reader = new LineReader(Objects.requireNonNull(input, "open"), offset);
        }
        return reader;
    }

    private boolean isDone() {
        return input == null && atEnd && (compressed || found.size() <= offset);
    }

    private void end(LineReader lines, long now) {
        atEnd = true;
        if (lines.hasUnendedLine() && (compressed || (!current && now - lastRead > PATIENCE_NANOS))) {
            lines.finish(sink);
        }
        if (!current && !vanished && !lines.hasUnendedLine()) {
            close();
        }
    }
}
