package dev.aulens.source;

import dev.aulens.Failure;
import dev.aulens.FileFault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The files of a log, each to be read once and oldest first, though the log may be rotated meanwhile.
 *
 * <p>A file is the same under whatever name it has when its turn comes: it is known by its place in the file system and
 * by how it begins. When all have been read, the log is listed again: what is there that has not been read is read too.
 * Where that guesses wrong, something is read twice, which the index recognises.
 */
final class RotatedLog implements NamedInput {

    private final Path log;
    private final List<Listed> first;

    private RotatedLog(Path log, List<Listed> first) {
        this.log = log;
        this.first = first;
    }

    /** A file, and how it began as it is stored when it was listed; the head is empty if that is not known. */
    private record Listed(FoundFile file, FileHead head) {

        static Listed of(FoundFile file) throws IOException {
            LogInputs.requireReadable(file.path());
            try {
                byte[] stored = file.stored();
                return new Listed(file, FileHead.of(file.isInPlace() ? stored : new byte[0]));
            } catch (NoSuchFileException e) {
                return new Listed(file, FileHead.of(new byte[0])); // renamed since
            } catch (IOException e) {
                throw new FileSystemException(String.valueOf(file.path()), null, FileFault.reason(e));
            }
        }

        /** Returns whether what is found now is this file. An inode alone may soon be another file's. */
        boolean is(FoundFile now) throws IOException {
            if (!now.key().equals(file.key())) {
                return false;
            }
            boolean untouched = now.size() == file.size() && now.modified().equals(file.modified());
            return untouched || head.length() == 0 || head.matches(now.stored());
        }
    }

    /**
     * Lists the files of a log.
     *
     * @param log the file that is written to; it does not have to be there
     * @throws Failure if one of them must not be read
     */
    static RotatedLog of(Path log) throws IOException {
        return new RotatedLog(log, unknown(log, List.of()));
    }

    /** Returns whether there was no file. */
    boolean isEmpty() {
        return first.isEmpty();
    }

    @Override
    public long size() {
        return first.stream().mapToLong(each -> each.file().size()).sum();
    }

    @Override
    public boolean holds(Path file) throws IOException {
        return RotatedSet.holds(log, file);
    }

    @Override
    public Iterator<LogInput> iterator() {
        return new Reading();
    }

    /** Lists the files that are not known, oldest first. */
    private static List<Listed> unknown(Path log, List<Listed> known) throws IOException {
        List<Listed> unknown = new ArrayList<>();
        for (FoundFile now : FoundFile.of(log)) {
            if (!isKnown(now, known)) {
                unknown.add(Listed.of(now));
            }
        }
        return unknown;
    }

    private static boolean isKnown(FoundFile now, List<Listed> known) throws IOException {
        for (Listed each : known) {
            if (each.is(now)) {
                return true;
            }
        }
        return false;
    }

    private LogInput input(Listed listed) {
        FoundFile file = listed.file();
        return new LogInput(LogInput.nameOf(file.path()), file.size(), () -> open(listed));
    }

    /** Opens a file under the name that it has now, which may change while it is opened. */
    private InputStream open(Listed listed) throws IOException {
        while (true) {
            Optional<InputStream> input = find(listed).open();
            if (input.isPresent()) {
                return input.get();
            }
        }
    }

    private FoundFile find(Listed listed) throws IOException {
        for (FoundFile now : FoundFile.of(log)) {
            if (listed.is(now)) {
                return now;
            }
        }
        throw new IOException("the log was rotated, and it was deleted before it could be read");
    }

    /** Goes through the files; those that are not known then come last. */
    private final class Reading implements Iterator<LogInput> {

        private final List<Listed> known = new ArrayList<>(first);
        private int next;

        @Override
        public boolean hasNext() {
            try {
                if (next == known.size()) {
                    known.addAll(unknown(log, known));
                }
                return next < known.size();
            } catch (IOException e) {
                throw new Failure("cannot list the files of " + log + ": " + FileFault.fileAndReason(e), e);
            }
        }

        @Override
        public LogInput next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return input(known.get(next++));
        }
    }
}
