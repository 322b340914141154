package dev.aulens.cli.options;

import dev.aulens.Failure;
import dev.aulens.FileFault;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** Files that hold a secret: a password or an API key. Others must not be able to read them. */
final class SecretFiles {

    private static final Set<PosixFilePermission> FOR_OTHERS =
            Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

    private SecretFiles() {}

    /**
     * Returns the first line of the file.
     *
     * @throws Failure if the file cannot be read, is empty, or others can read it
     */
    static String read(Path file) {
        String secret;
        try {
            refuseIfReadableByOthers(file);
            secret = Files.readString(file).lines().findFirst().orElse("").trim();
        } catch (NoSuchFileException e) {
            throw new Failure("there is no file " + file + " with a secret; correct its name", e);
        } catch (AccessDeniedException e) {
            throw new Failure("you may not read the secret in " + file + "; it must be yours: chown it", e);
        } catch (MalformedInputException e) {
            throw new Failure("what is in " + file + " is no text; it should hold the secret as one line", e);
        } catch (IOException e) {
            throw new Failure("cannot read the secret in " + file + ": " + FileFault.reason(e), e);
        }
        if (secret.isEmpty()) {
            throw new Failure("there is no secret in " + file + "; it should hold one line");
        }
        return secret;
    }

    static void refuseIfReadableByOthers(Path file) throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        if (permissions.stream().anyMatch(FOR_OTHERS::contains)) {
            throw new Failure("others can read the secret in " + file + "; run: chmod 600 " + file);
        }
    }
}
