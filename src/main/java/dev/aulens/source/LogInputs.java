package dev.aulens.source;

import dev.aulens.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The inputs that the arguments of a command name: files, directories of rotated logs, {@code -}. */
public final class LogInputs {

    private static final String LOG = "audit.log";

    private LogInputs() {}

    /**
     * Returns the inputs in the order in which they are to be read: as named, the files of a directory oldest first.
     *
     * <p>Of a directory those files count that auditd writes there (auditd.conf, num_logs): {@code audit.log} and its
     * rotated {@code audit.log.N}, where a higher N is older; a compressed one may end in {@code .gz} or alike.
     *
     * @param names paths, or {@code -} for standard input
     * @param standardInput what {@code -} stands for
     * @throws Failure if a path is missing, unreadable, or a directory without logs
     */
    public static List<LogInput> of(List<String> names, InputStream standardInput) {
        List<LogInput> inputs = new ArrayList<>();
        for (String name : names) {
            if (name.equals(LogInput.STANDARD_INPUT)) {
                inputs.add(LogInput.stream(standardInput));
            } else {
                inputs.addAll(ofPath(Path.of(name)));
            }
        }
        return inputs;
    }

    /** Returns the bytes of all inputs as they are stored, -1 if that is unknown. */
    public static long totalSize(List<LogInput> inputs) {
        boolean known = inputs.stream().allMatch(input -> input.size() >= 0);
        return known ? inputs.stream().mapToLong(LogInput::size).sum() : -1;
    }

    /**
     * Refuses a file or directory that is there, but that this process may not read.
     *
     * @throws Failure with what to do
     */
    public static void checkReadable(Path path) {
        if (!Files.isReadable(path)) {
            throw new Failure("no permission to read " + path
                    + "; run as a user who may (root, or the log_group of auditd.conf)");
        }
    }

    private static List<LogInput> ofPath(Path path) {
        if (!Files.exists(path)) {
            throw new Failure("no such file or directory: " + path + "; name a log file, a directory with audit.log, or"
                    + " - for standard input");
        }
        try {
            checkReadable(path);
            if (!Files.isDirectory(path)) {
                return List.of(LogInput.file(path));
            }
            List<LogInput> inputs = new ArrayList<>();
            for (Path file : RotatedSet.of(path.resolve(LOG))) {
                inputs.addAll(ofPath(file));
            }
            if (inputs.isEmpty()) {
                throw new Failure("no audit.log in directory " + path + "; name the log files themselves");
            }
            return inputs;
        } catch (IOException e) {
            throw new Failure("cannot read " + path + ": " + e.getMessage(), e);
        }
    }
}
