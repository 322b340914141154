package dev.aulens;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.function.Function;

/** Why something could not be done with a file, in words. */
public final class FileFault {

    private FileFault() {}

    /** What the class of an exception says, and its message does not. */
    private enum Kind {
        MISSING(NoSuchFileException.class, "no such file", "No such file or directory"),
        DENIED(AccessDeniedException.class, "no permission", "Permission denied"),
        NOT_A_DIRECTORY(NotDirectoryException.class, "not a directory", "Not a directory"),
        IN_THE_WAY(FileAlreadyExistsException.class, "a file of that name is in the way", "File exists");

        private final Class<? extends IOException> type;
        private final String words;
        private final String systemsWords;

        Kind(Class<? extends IOException> type, String words, String systemsWords) {
            this.type = type;
            this.words = words;
            this.systemsWords = systemsWords;
        }
    }

    /**
     * Returns the reason of a fault, for a message that names the file itself. The message of an exception of
     * {@code java.nio.file} is often only the file's name: its class says what happened.
     *
     * @return one line, without the file's name where the exception knows the reason apart from it; never blank
     */
    public static String reason(IOException fault) {
        return reason(fault, kind -> kind.words);
    }

    /**
     * Returns the reason of a fault as strerror(3) has it, for the messages of the audit tools.
     *
     * @return as {@link #reason(IOException)}
     */
    public static String strerror(IOException fault) {
        return reason(fault, kind -> kind.systemsWords);
    }

    private static String reason(IOException fault, Function<Kind, String> words) {
        for (Kind kind : Kind.values()) {
            if (kind.type.isInstance(fault)) {
                return words.apply(kind);
            }
        }
        String reason = fault instanceof FileSystemException of ? of.getReason() : fault.getMessage();
        return reason == null || reason.isBlank()
                ? fault.getClass().getSimpleName()
                : reason.lines().findFirst().orElse(reason);
    }

    /**
     * Returns the file that a fault is about and the reason, for a message that does not name the file.
     *
     * @return one line, {@code FILE: REASON}; the reason alone where the exception names no file
     */
    public static String fileAndReason(IOException fault) {
        String file = fault instanceof FileSystemException of ? of.getFile() : null;
        return file == null ? reason(fault) : file + ": " + reason(fault);
    }
}
