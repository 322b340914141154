package dev.aulens;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Why something could not be done with a file, in words. */
public final class FileFault {

    private FileFault() {}

    /**
     * Returns the reason of a fault, for a message that names the file itself. The message of an exception of
     * {@code java.nio.file} is often only the file's name: its class says what happened.
     *
     * @return one line, without the file's name where the exception knows the reason apart from it; never blank
     */
    public static String reason(IOException fault) {
        if (fault instanceof NoSuchFileException) {
            return "no such file";
        }
        if (fault instanceof AccessDeniedException) {
            return "no permission";
        }
        if (fault instanceof NotDirectoryException) {
            return "not a directory";
        }
        if (fault instanceof FileAlreadyExistsException) {
            return "a file of that name is in the way";
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
