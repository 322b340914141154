package dev.aulens.source;

import dev.aulens.Failure;
import dev.aulens.FileFault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The inputs that the arguments of a command name: files, directories of rotated logs, {@code -}. They come in the order
 * in which they are to be read: as named, the files of a directory oldest first.
 *
 * <p>Each is to be read before the next one is asked for: files that a rotation has brought into a directory meanwhile
 * come after its others.
 */
public final class LogInputs implements Iterable<LogInput> {

    private static final String LOG = "audit.log";
    private static final Path STANDARD_INPUT = Path.of("/dev/stdin");

    private final List<NamedInput> named;

    private LogInputs(List<NamedInput> named) {
        this.named = named;
    }

    /**
     * Returns the inputs.
     *
     * <p>Of a directory those files count that auditd writes there (auditd.conf, num_logs): {@code audit.log} and its
     * rotated {@code audit.log.N}, where a higher N is older; a compressed one may end in {@code .gz} or alike.
     *
     * @param names paths, or {@code -} for standard input
     * @param standardInput what {@code -} stands for
     * @throws Failure if a path is missing, unreadable, or a directory without logs
     */
    public static LogInputs of(List<String> names, InputStream standardInput) {
        List<NamedInput> named = new ArrayList<>();
        for (String name : names) {
            named.add(
                    name.equals(LogInput.STANDARD_INPUT)
                            ? new NamedInput.One(LogInput.stream(standardInput), STANDARD_INPUT)
                            : ofPath(name));
        }
        return new LogInputs(named);
    }

    /** Returns the bytes of all inputs as they are stored, -1 if that is not known. */
    public long totalSize() {
        boolean known = named.stream().allMatch(each -> each.size() >= 0);
        return known ? named.stream().mapToLong(NamedInput::size).sum() : -1;
    }

    /**
     * Returns whether a file is one of the inputs, or would become one: what is written to it would be read again.
     *
     * @param file does not have to exist
     * @throws Failure if a directory cannot be listed
     */
    public boolean hold(Path file) {
        try {
            for (NamedInput each : named) {
                if (each.holds(file)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new Failure("cannot compare " + file + " with the inputs: " + FileFault.fileAndReason(e), e);
        }
    }

    @Override
    public Iterator<LogInput> iterator() {
        Iterator<NamedInput> all = named.iterator();
        return new Iterator<>() {
            private Iterator<LogInput> current = List.<LogInput>of().iterator();

            @Override
            public boolean hasNext() {
                while (!current.hasNext() && all.hasNext()) {
                    current = all.next().iterator();
                }
                return current.hasNext();
            }

            @Override
            public LogInput next() {
                boolean unused = hasNext();
                return current.next();
            }
        };
    }

    /**
     * Refuses a file or directory that is there, but that this process may not read.
     *
     * @throws Failure with what to do
     */
    public static void requireReadable(Path path) {
        if (Files.exists(path) && !Files.isReadable(path)) {
            throw new Failure("no permission to read " + path + "; run as a user who may (root, or the log_group of"
                    + " auditd.conf)");
        }
    }

    private static NamedInput ofPath(String name) {
        if (name.isEmpty()) {
            throw new Failure(
                    "the name of a log is empty; name a log file, a directory with audit.log, or - for standard"
                            + " input");
        }
        Path path = Path.of(name);
        if (!Files.exists(path)) {
            throw new Failure("no such file or directory: " + path + "; name a log file, a directory with audit.log, or"
                    + " - for standard input");
        }
        requireReadable(path);
        try {
            if (!Files.isDirectory(path)) {
                return new NamedInput.One(LogInput.file(path), path);
            }
            RotatedLog log = RotatedLog.of(path.resolve(LOG));
            if (log.isEmpty()) {
                throw new Failure("no audit.log in directory " + path + "; name the log files themselves");
            }
            return log;
        } catch (IOException e) {
            throw new Failure("cannot read " + path + ": " + FileFault.fileAndReason(e), e);
        }
    }
}
