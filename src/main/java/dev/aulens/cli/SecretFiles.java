package dev.aulens.cli;

import dev.aulens.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** Files that hold a secret: a password or an API key. Others must not be able to read them. */
final class SecretFiles {

    private static final Set<PosixFilePermission> FOR_OTHERS =
            Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

    private SecretFiles() {}

    /** Returns the first line of the file. */
    static String read(Path file) {
        try {
            refuseIfReadableByOthers(file);
            return Files.readString(file).lines().findFirst().orElse("").trim();
        } catch (IOException e) {
            throw new Failure("cannot read the secret in " + file + ": " + e.getMessage(), e);
        }
    }

    static void refuseIfReadableByOthers(Path file) throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        if (permissions.stream().anyMatch(FOR_OTHERS::contains)) {
            throw new Failure("others can read the secret in " + file + "; run: chmod 600 " + file);
        }
    }
}
