package dev.aulens.node;

import dev.aulens.Failure;
import dev.aulens.FileFault;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A live server of one state folder.
 *
 * <p>A process counts as that only while its command line carries the folder's mark: a number in the pid file may have
 * gone to another process since, and a dead child that nobody has collected has no command line.
 */
record ServerProcess(StateFolder state, ProcessHandle handle) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /**
     * Finds the server that the folder's pid file names.
     *
     * @throws Failure if the file is there, but cannot be read
     */
    static Optional<ServerProcess> find(StateFolder state) {
        return firstLine(state.pid())
                .flatMap(ServerProcess::number)
                .flatMap(ProcessHandle::of)
                .map(handle -> new ServerProcess(state, handle))
                .filter(ServerProcess::isAlive);
    }

    boolean isAlive() {
        String mark = ServerConfig.mark(state) + " ";
        return handle.isAlive()
                && handle.info()
                        .commandLine()
                        .filter(line -> line.contains(mark))
                        .isPresent();
    }

    long pid() {
        return handle.pid();
    }

    /** Returns the address of the HTTP interface; empty while the server is starting. */
    Optional<URI> url() {
        String scheme = state.authority().isPresent() ? "https://" : "http://";
        return firstLine(state.httpPorts()).map(address -> URI.create(scheme + address));
    }

    /** Asks the server to end, without waiting. */
    void askToStop() {
        boolean unused = handle.destroy();
    }

    /**
     * Ends the server: asks it to, and kills it when it takes more than 30 seconds.
     *
     * @throws Failure if it lives on, or may not be ended by the caller
     */
    void stop(NodeProgress progress) {
        askToStop();
        if (!awaitEnd(progress)) {
            progress.step("Elasticsearch (pid " + pid() + ") does not end; killing it");
            handle.destroyForcibly();
            if (!awaitEnd(progress)) {
                throw new Failure("Elasticsearch does not end; end process " + pid() + " as the user who started it");
            }
        }
        try {
            Files.deleteIfExists(state.pid());
        } catch (IOException e) {
            throw new Failure("cannot delete " + state.pid() + ": " + FileFault.reason(e), e);
        }
    }

    private boolean awaitEnd(NodeProgress progress) {
        return Waiting.until(() -> !isAlive(), PATIENCE, progress);
    }

    private static Optional<String> firstLine(Path file) {
        try {
            return Files.readString(file)
                    .lines()
                    .map(String::trim)
                    .filter(line -> !line.isEmpty())
                    .findFirst();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new Failure(
                    "cannot read " + file + ": " + FileFault.reason(e) + "; run as the user who started the node", e);
        }
    }

    private static Optional<Long> number(String text) {
        try {
            return Optional.of(Long.valueOf(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
