package dev.aulens.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder for what is written while measuring.
 *
 * @param path of the folder
 * @param temporary whether it is deleted at the end
 */
record WorkFolder(Path path, boolean temporary) implements AutoCloseable {

    /** Opens a folder; null: a new one, which others may pass through: root's server runs as another user. */
    static WorkFolder open(@Nullable Path given) throws IOException {
        if (given != null) {
            return new WorkFolder(Files.createDirectories(given).toAbsolutePath(), false);
        }
        Path fresh = Files.createTempDirectory("aulens-bench");
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwx--x--x"));
        return new WorkFolder(fresh, true);
    }

    @Override
    public void close() throws IOException {
        if (!temporary) {
            return;
        }
        try (Stream<Path> files = Files.walk(path)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        }
    }
}
