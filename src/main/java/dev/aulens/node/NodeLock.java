package dev.aulens.node;

import dev.aulens.Failure;
import dev.aulens.FileFault;
import dev.aulens.PrivateFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.LinkOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Held while a node is started or stopped, so that two callers do not do it at once. Ends with the process. */
final class NodeLock implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final FileChannel file;

    private NodeLock(FileChannel file) {
        this.file = file;
    }

    /**
     * Waits for the lock.
     *
     * @throws Failure if another process holds it for minutes
     */
    static NodeLock acquire(StateFolder state, NodeProgress progress) {
        try {
            FileChannel file = FileChannel.open(
                    state.lock(),
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
                    PrivateFiles.permissions());
            if (tryLock(file) == null) {
                progress.step("Waiting for another 'aulens node' command");
                if (!Waiting.until(() -> tryLock(file) != null, PATIENCE, progress)) {
                    file.close();
                    throw new Failure("another 'aulens node' command is busy with " + state.root() + "; end it first");
                }
            }
            return new NodeLock(file);
        } catch (IOException e) {
            throw new Failure(
                    "cannot lock " + state.lock() + ": " + FileFault.reason(e)
                            + "; run as the user who started the node",
                    e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel file) {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // another thread of this JVM has it
        } catch (IOException e) {
            throw new Failure("cannot lock a file: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new Failure("cannot release a lock: " + e.getMessage(), e);
        }
    }
}
