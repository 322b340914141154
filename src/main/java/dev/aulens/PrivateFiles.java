package dev.aulens;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Files that only their owner may read, as all that aulens keeps about a log: what the log says is confidential.
 *
 * <p>The file systems must know POSIX permissions.
 */
public final class PrivateFiles {

    private static final Set<PosixFilePermission> OF_OWNER = PosixFilePermissions.fromString("rwx------");

    private PrivateFiles() {}

    /** Returns the permissions of a private file, 0600, for what creates it. */
    public static FileAttribute<Set<PosixFilePermission>> permissions() {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    }

    /**
     * Takes from others what they may do with a file that is there already. What is not a regular file (a device, a
     * pipe) stays as it is.
     *
     * @throws IOException if that is not possible, as where the file is another user's
     */
    public static void makePrivate(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return;
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        if (permissions.retainAll(OF_OWNER)) {
            Files.setPosixFilePermissions(file, permissions);
        }
    }

    /**
     * Creates a folder, 0700, if there is none. Folders above it that are missing get the system's usual permissions:
     * others may keep something there.
     *
     * @throws IOException if that is not possible
     */
    public static void createFolder(Path folder) throws IOException {
        Path parent = folder.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (!Files.isDirectory(folder)) {
            try {
                Files.createDirectory(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } catch (FileAlreadyExistsException e) {
                if (!Files.isDirectory(folder)) {
                    throw e;
                }
            }
        }
    }

    /**
     * Replaces a file as a whole: whoever reads it, after a crash too, finds the old content or the new one.
     *
     * @throws IOException if that is not possible; the file is then as it was
     */
    public static void replace(Path file, byte[] content) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path whole = Files.createTempFile(folder, "." + file.getFileName(), null, permissions());
        try {
            Files.write(whole, content);
            replace(file, whole);
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    /**
     * Replaces a file by another one of the same file system, which is gone then: whoever reads it, after a crash too, finds
     * the old content or the new one. What is there and no regular file (a device, a pipe) is not replaced.
     *
     * @throws IOException if that is not possible; the file is then as it was
     */
    public static void replace(Path file, Path by) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new FileSystemException(file.toString(), null, "not a regular file");
        }
        Path folder = file.toAbsolutePath().getParent();
        try (FileChannel channel = FileChannel.open(by, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(by, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        if (folder != null) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
