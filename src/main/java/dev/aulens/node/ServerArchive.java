package dev.aulens.node;

import dev.aulens.Failure;
import dev.aulens.FileFault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Enumeration;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The zip that Elasticsearch is delivered in. It holds one folder, named after the release. */
final class ServerArchive {

    private static final long BYTES_NEEDED = 400_000_000; // unpacked 125 MB, and room for data
    private static final Set<PosixFilePermission> EXECUTABLE = PosixFilePermissions.fromString("rwxr-xr-x");
    private static final Set<PosixFilePermission> FOLDER = EXECUTABLE;
    private static final Set<PosixFilePermission> READABLE = PosixFilePermissions.fromString("rw-r--r--");

    private final Path zip;

    ServerArchive(Path zip) {
        this.zip = zip;
    }

    /**
     * Unpacks the archive below a folder, unless it is there already. A half-unpacked one is never taken for a whole
     * one: it is unpacked under another name first.
     *
     * @return the server's home
     * @throws Failure if the archive is damaged or the disk is full
     */
    Path unpackBelow(Path folder, NodeProgress progress) {
        String name = baseName();
        Path home = folder.resolve(name);
        if (Files.isDirectory(home)) {
            return home;
        }
        Path partial = folder.resolve("unpacking");
        try {
            requireSpace(folder);
            progress.step("Unpacking " + name);
            delete(partial);
            unpack(partial);
            Path only = onlyFolder(partial);
            Files.move(only, home);
            delete(partial);
            return home;
        } catch (IOException e) {
            throw new Failure(
                    "cannot unpack " + zip + " to " + folder + ": " + FileFault.fileAndReason(e)
                            + "; delete the archive if it is damaged and build it again",
                    e);
        }
    }

    private void unpack(Path target) throws IOException {
        Files.createDirectories(target);
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (Enumeration<? extends ZipEntry> all = file.entries(); all.hasMoreElements(); ) {
                ZipEntry member = all.nextElement();
                Path path = target.resolve(member.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("it holds a file outside of its folder: " + member.getName());
                }
                if (member.isDirectory()) {
                    makeFolder(path);
                } else {
                    Path folder = Objects.requireNonNull(path.getParent(), "it is below the target");
                    makeFolder(folder);
                    try (InputStream content = file.getInputStream(member)) {
                        Files.copy(content, path);
                    }
                    Files.setPosixFilePermissions(path, folder.endsWith("bin") ? EXECUTABLE : READABLE);
                }
            }
        }
    }

    private static void makeFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, FOLDER);
        }
    }

    private void requireSpace(Path folder) throws IOException {
        FileStore disk = Files.getFileStore(folder);
        if (disk.getUsableSpace() < BYTES_NEEDED) {
            throw new Failure("not enough room in " + folder + " for Elasticsearch: "
                    + BYTES_NEEDED / 1_000_000 + " MB are needed, " + disk.getUsableSpace() / 1_000_000
                    + " MB are free; free some, or choose another folder with --state DIR");
        }
    }

    private static Path onlyFolder(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.findFirst().orElseThrow(() -> new IOException("it is empty"));
        }
    }

    private String baseName() {
        String name = zip.getFileName().toString();
        return name.endsWith(".zip") ? name.substring(0, name.length() - ".zip".length()) : name + "-unpacked";
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path :
                    all.sorted((a, b) -> b.getNameCount() - a.getNameCount()).toList()) {
                Files.delete(path);
            }
        }
    }
}
