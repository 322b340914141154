package dev.aulens.source;

import dev.aulens.Failure;
import dev.aulens.FileFault;
import dev.aulens.source.GrowingFile.ReplacedException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A log that is written while it is read: the file, and those that rotation puts aside beside it.
 *
 * <p>One rule covers renaming, truncation, deletion and what was written meanwhile: <em>each file of the set is read
 * from where it was read to before, one that is not known from its beginning, oldest first</em>. A file is known by its
 * inode and its {@link FileHead}; a copy of a known file (copytruncate, compression) by its head alone: it takes the
 * place of a file that was truncated or deleted. Where that guesses wrong, something is read twice, which the index
 * recognises; nothing is left out.
 *
 * <p>Looking is a listing of the folder and a read at the end of the file, a few times a second: no notification of the
 * system tells more reliably.
 */
public final class FollowedLog implements Followed {

    /** For so long a file without a name is followed after its last line, and remembered in case a copy appears. */
    static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final Path log;
    private final Sinks sinks;
    private final Logger messages = LoggerFactory.getLogger(FollowedLog.class);
    private final List<Lost> lost = new ArrayList<>();
    private final Set<String> faults = new HashSet<>();
    private final List<FollowedFile> files = new ArrayList<>();
    private int numbers;
    private @Nullable Lost lastRead;
    private @Nullable FileKey written;

    /**
     * A position of which no file is known, or not yet.
     *
     * @param said whether it has been said that something is lost with the file
     */
    private record Lost(int number, FilePosition position, long since, boolean said) {}

    /**
     * @param log the file that is written to; it does not have to be there yet
     * @param known how far files of the log were read before, oldest first
     * @param now {@link System#nanoTime}
     */
    public FollowedLog(Path log, List<FilePosition> known, Sinks sinks, long now) {
        this.log = log.toAbsolutePath().normalize();
        this.sinks = sinks;
        for (FilePosition position : known) {
            lastRead = new Lost(++numbers, position, now, false);
            lost.add(lastRead);
        }
    }

    /** Returns what documents and messages call it: an absolute path. */
    public String name() {
        return log.toString();
    }

    @Override
    public boolean ended() {
        return false;
    }

    @Override
    public boolean poll(long now) {
        try {
            look(now);
        } catch (IOException e) {
            report("cannot list the folder of " + log, e);
            return true;
        }
        for (FollowedFile file : files) {
            try {
                if (!file.read(now)) {
                    return false;
                }
            } catch (ReplacedException | NoSuchFileException e) {
                return false; // the next look finds out what is there now
            } catch (IOException e) {
                report("cannot read " + file.path(), e);
            }
        }
        return true;
    }

    /**
     * Returns how far the files have been read, oldest first: what to begin with next time.
     *
     * @param unfinished by the numbers of files, where records begin that shall be read again
     */
    public List<FilePosition> positions(Map<Integer, Long> unfinished) {
        List<FilePosition> positions = new ArrayList<>();
        for (Lost each : lost) {
            positions.add(each.position.notBehind(unfinished.getOrDefault(each.number, Long.MAX_VALUE)));
        }
        for (FollowedFile file : files) {
            positions.add(file.filePosition().notBehind(unfinished.getOrDefault(file.number(), Long.MAX_VALUE)));
        }
        return positions;
    }

    /**
     * Returns how many bytes stand in a log behind positions, compressed ones as they are stored; 0 if the folder cannot
     * be read. May be called from any thread.
     */
    public static long backlog(Path log, List<FilePosition> positions) {
        Map<FileKey, Long> known = new HashMap<>();
        positions.forEach(position -> known.put(position.key(), position.offset()));
        try {
            long bytes = 0;
            for (FoundFile file : FoundFile.of(log)) {
                bytes += Math.max(0, file.size() - known.getOrDefault(file.key(), 0L));
            }
            return bytes;
        } catch (IOException e) {
            return 0;
        }
    }

    /**
     * Returns whether following a log would read a file: what is written to it would be read again.
     *
     * @param file does not have to exist
     * @throws Failure if the log's folder cannot be listed
     */
    public static boolean reads(Path log, Path file) {
        try {
            return RotatedSet.holds(log, file);
        } catch (IOException e) {
            throw new Failure("cannot compare " + file + " with " + log + ": " + FileFault.fileAndReason(e), e);
        }
    }

    @Override
    public void close() {
        files.forEach(this::sayIfDeleted);
        files.forEach(FollowedFile::close);
    }

    private void look(long now) throws IOException {
        List<FoundFile> found = FoundFile.of(log);
        int before = numbers;
        dropWhatIsNotThereAnyMore(found, now);
        // A file in its old place goes before a copy of it.
        found.stream().filter(this::wasReadBefore).forEach(file -> adopt(file, now));
        found.stream().filter(this::isNew).forEach(file -> adopt(file, now));
        Map<FileKey, Integer> order = new HashMap<>();
        found.forEach(file -> order.put(file.key(), order.size()));
        files.sort(Comparator.comparing(file -> order.getOrDefault(file.key(), -1)));
        if (written != null && !order.containsKey(written) && hasRotatedFileAfter(before)) {
            messages.warn(
                    "{} was rotated so often since it was last looked at that the file of then is deleted: files that came"
                            + " after it may be deleted unread, which gaps in 'aulens verify' show; keep more rotated"
                            + " files (num_logs)",
                    log);
        }
        written = found.stream()
                .filter(file -> file.path().equals(log))
                .map(FoundFile::key)
                .findFirst()
                .orElse(written);
        forget(now);
    }

    private boolean hasRotatedFileAfter(int number) {
        return files.stream()
                .anyMatch(file -> file.number() > number && !file.path().equals(log));
    }

    private boolean isNew(FoundFile found) {
        return files.stream().noneMatch(file -> file.key().equals(found.key()));
    }

    private boolean wasReadBefore(FoundFile found) {
        return isNew(found)
                && lost.stream().anyMatch(each -> each.position.key().equals(found.key()));
    }

    /** Drops the files that have other content now, and those without a name that can be read no further. */
    private void dropWhatIsNotThereAnyMore(List<FoundFile> found, long now) {
        Map<FileKey, FoundFile> places = new HashMap<>();
        found.forEach(file -> places.put(file.key(), file));
        for (Iterator<FollowedFile> each = files.iterator(); each.hasNext(); ) {
            FollowedFile file = each.next();
            FoundFile place = places.get(file.key());
            if (place == null) {
                file.vanish();
            }
            if (place == null ? file.gone(now) : !isStill(file, place)) {
                each.remove();
                lose(file, now);
            }
        }
    }

    private boolean isStill(FollowedFile file, FoundFile place) {
        try {
            return file.locate(place, place.path().equals(log));
        } catch (IOException e) {
            report("cannot read " + place.path(), e);
            return true;
        }
    }

    private void lose(FollowedFile file, long now) {
        file.close();
        lost.add(new Lost(file.number(), file.filePosition(), now, sayIfDeleted(file)));
    }

    private boolean sayIfDeleted(FollowedFile file) {
        boolean unread = file.vanished() && !file.atEnd();
        if (unread) {
            messages.warn("{} was deleted when it had been read up to byte {} only", file.path(), file.position());
        }
        return unread;
    }

    /** Begins with a file that is not known by its inode, unless it cannot be read now, or is a copy of what is read. */
    private void adopt(FoundFile found, long now) {
        try {
            FoundFile.Content content = found.content();
            for (FollowedFile file : List.copyOf(files)) {
                if (!file.hasCopy(found, content)) {
                    continue;
                }
                if (!file.vanished() || !file.atEnd()) {
                    return;
                }
                files.remove(file);
                lose(file, now);
            }
            Lost before = match(found, content);
            int number = before == null ? ++numbers : before.number;
            long offset = before == null ? 0 : before.position.offset();
            LineSink sink = sinks.of(number, offset);
            FollowedFile file = new FollowedFile(number, found, found.path().equals(log), content, sink, offset, now);
            if (!content.compressed()) {
                file.open();
            }
            files.add(file);
            lost.remove(before);
        } catch (ReplacedException | NoSuchFileException e) {
            return; // renamed while it was looked at; the next look finds it
        } catch (IOException e) {
            if (isQuiet(found)) {
                report("cannot read " + found.path(), e);
            }
        }
    }

    private @Nullable Lost match(FoundFile found, FoundFile.Content content) {
        return lost.stream()
                .filter(each -> each.position.head().matches(content.first())
                        || (each.position.offset() == 0 && each.position.key().equals(found.key())))
                .filter(each -> content.compressed() || each.position.offset() <= found.size())
                .max(Comparator.comparing((Lost each) -> each.position.key().equals(found.key()))
                        .thenComparing(each -> each.position.head().length()))
                .orElse(null);
    }

    /** A compressed file that is still being written cannot be read; that is no fault. */
    private static boolean isQuiet(FoundFile file) {
        long age = System.currentTimeMillis() - file.modified().toMillis();
        return age > TimeUnit.NANOSECONDS.toMillis(FollowedFile.PATIENCE_NANOS);
    }

    private void forget(long now) {
        if (lastRead != null) {
            if (lost.remove(lastRead)) {
                messages.warn(
                        "the file of {} that was read last, up to byte {}, is gone: what was written to it behind that, and"
                                + " to files that came after it and are gone too, is lost unless a copy stands beside it;"
                                + " the files that are there are read",
                        log,
                        lastRead.position.offset());
                lost.add(new Lost(lastRead.number, lastRead.position, lastRead.since, true));
            }
            lastRead = null;
        }
        for (Lost each : List.copyOf(lost)) {
            if (now - each.since > GRACE_NANOS) {
                lost.remove(each);
                if (!each.said && each.position.isBeforeEnd()) {
                    messages.warn(
                            "a file of {} is gone of which only {} of {} bytes are known to be indexed",
                            log,
                            each.position.offset(),
                            each.position.size());
                }
            }
        }
    }

    private void report(String what, IOException fault) {
        String reason = FileFault.reason(fault);
        if (faults.add(what + ": " + reason)) {
            messages.warn("{}: {}; it is tried again", what, reason);
        }
    }
}
