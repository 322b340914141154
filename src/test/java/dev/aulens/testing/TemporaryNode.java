package dev.aulens.testing;

import dev.aulens.node.Installation;
import dev.aulens.node.LocalNode;
import dev.aulens.node.NodeProgress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for a node of the embedded Elasticsearch. The node is stopped and the folder deleted, even on an interrupt. */
public final class TemporaryNode implements AutoCloseable {

    private final Path folder;
    private final Thread hook;

    private TemporaryNode(Path folder) {
        this.folder = folder;
        this.hook = new Thread(this::remove, "stop " + folder);
    }

    /** Creates a folder that other users can reach too, as root's server runs as one of them. */
    public static TemporaryNode create() {
        try {
            TemporaryNode node = new TemporaryNode(Files.createTempDirectory("aulens-test-node"));
            Runtime.getRuntime().addShutdownHook(node.hook);
            return node;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the node's folder. */
    public Path folder() {
        return folder;
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(hook);
        remove();
    }

    private void remove() {
        new LocalNode(Installation.current(), folder).stop(NodeProgress.SILENT);
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
