package dev.aulens.node;

import dev.aulens.Failure;
import dev.aulens.FileFault;
import dev.aulens.PrivateFiles;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The files of one node. All belong to the user that runs the server, and nobody else can read them.
 *
 * <pre>
 * elasticsearch-8.19.21/  the unpacked server
 * config/ data/ logs/ tmp/
 * pid                     written by the server
 * logs/http.ports         written by the server when it listens
 * http-port               the port it had last
 * transport-port          the same for the other servers of a cluster
 * lock                    held while a node is started or stopped
 * security/               see {@link SecurityFiles}
 * node-2/ node-3/         the other servers of a cluster, each with files like these
 * </pre>
 */
record StateFolder(Path root) {

    Path config() {
        return root.resolve("config");
    }

    Path data() {
        return root.resolve("data");
    }

    Path logs() {
        return root.resolve("logs");
    }

    Path temporary() {
        return root.resolve("tmp");
    }

    Path log() {
        return logs().resolve("elasticsearch.log");
    }

    /** What the server's start script prints. */
    Path startLog() {
        return logs().resolve("start.log");
    }

    Path httpPorts() {
        return logs().resolve("http.ports");
    }

    Path pid() {
        return root.resolve("pid");
    }

    Path lastPort() {
        return root.resolve("http-port");
    }

    Path lastTransportPort() {
        return root.resolve("transport-port");
    }

    Path lock() {
        return root.resolve("lock");
    }

    SecurityFiles security() {
        return new SecurityFiles(root.resolve("security"));
    }

    /** Returns the certificate of the authority behind the server's own; empty with security off. */
    Optional<Path> authority() {
        return Optional.of(config().resolve("ca.crt")).filter(Files::exists);
    }

    /** Returns the servers of the folder, whether they have been started or not: at least one. */
    List<Member> members() {
        int last = 1;
        while (Files.isDirectory(other(last + 1))) {
            last++;
        }
        return members(last);
    }

    /** Returns so many servers, whether they have files or not. */
    List<Member> members(int number) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(each -> new Member(each, each == 1 ? this : new StateFolder(other(each))))
                .toList();
    }

    private Path other(int number) {
        return root.resolve("node-" + number);
    }

    /**
     * Creates the folders that are missing.
     *
     * @throws Failure if that is not possible
     */
    void create(ServerUser user) {
        try {
            for (Path folder : List.of(root, config(), data(), logs(), temporary())) {
                PrivateFiles.createFolder(folder);
                user.own(folder);
            }
        } catch (IOException e) {
            throw new Failure(
                    "cannot create the node's folder " + root + ": " + FileFault.reason(e)
                            + "; choose another with --state DIR",
                    e);
        }
    }

    /** Replaces a file as a whole. A link that somebody left in its place is replaced too, not followed. */
    void write(Path file, String content, ServerUser user) throws IOException {
        Path fresh = Files.createTempFile(root, "new", ""); // 0600
        Files.writeString(fresh, content);
        user.own(fresh);
        PrivateFiles.replace(file, fresh);
    }

    /** Returns the size of all files of the data folder, in bytes; what vanishes meanwhile counts nothing. */
    long dataBytes() {
        DataSize size = new DataSize();
        try {
            Files.walkFileTree(data(), size);
        } catch (IOException e) {
            return size.bytes;
        }
        return size.bytes;
    }

    private static final class DataSize extends SimpleFileVisitor<Path> {
        private long bytes;

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            bytes += attributes.size();
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
        }
    }
}
