package dev.aulens.node;

import dev.aulens.Failure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The Elasticsearch of this installation: a real server, on loopback, with its data in a folder of its own.
 *
 * <p>It is a daemon. Any process can find, start and stop it; nothing is kept in memory here.
 */
public final class LocalNode {

    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final Installation installation;
    private final StateFolder state;

    /** The node of an installation in the folder that the installation gives it. */
    public LocalNode(Installation installation) {
        this(installation, installation.state());
    }

    /**
     * The node of an installation in another folder.
     *
     * @param folder need not exist; where root starts the node, other users must be able to reach it
     */
    public LocalNode(Installation installation, Path folder) {
        this.installation = installation;
        this.state = new StateFolder(folder.toAbsolutePath().normalize());
    }

    /**
     * Returns the address of this installation's node, if one runs. Does not ask the node itself.
     *
     * @throws Failure if the folder of the node cannot be read
     */
    public static Optional<URI> runningUrl() {
        return new LocalNode(Installation.current()).running().map(RunningNode::url);
    }

    /** Returns the folder that holds all files of the node. */
    public Path folder() {
        return state.root();
    }

    /** Returns the server's log. It is there once the node has been started. */
    public Path log() {
        return state.log();
    }

    /**
     * Returns the node, if it runs.
     *
     * @throws Failure if the folder cannot be read
     */
    public Optional<RunningNode> running() {
        return ServerProcess.find(state).flatMap(server -> running(server, false));
    }

    /**
     * Starts the node and waits until it answers; a running one is left alone.
     *
     * @throws Failure if there is no server to start, no room, no port, or the server does not start
     */
    @SuppressWarnings("try") // the lock is only held
    public RunningNode start(NodeOptions options, NodeProgress progress) {
        ServerUser user = ServerUser.forCaller();
        state.create(user);
        try (NodeLock lock = NodeLock.acquire(state, progress)) {
            boolean startNow = ServerProcess.find(state).isEmpty();
            if (startNow) {
                launch(options, user, progress);
            }
            RunningNode node = awaitAnswer(startNow, progress);
            state.write(state.lastPort(), node.url().getPort() + "\n", user);
            return node;
        } catch (IOException e) {
            throw new Failure("cannot write to " + state.root() + ": " + e.getMessage(), e);
        }
    }

    /**
     * Stops the node and waits for its end. Its data stays.
     *
     * @return whether it ran
     * @throws Failure if it cannot be stopped
     */
    @SuppressWarnings("try") // the lock is only held
    public boolean stop(NodeProgress progress) {
        if (!Files.isDirectory(state.root())) {
            return false;
        }
        try (NodeLock lock = NodeLock.acquire(state, progress)) {
            Optional<ServerProcess> server = ServerProcess.find(state);
            server.ifPresent(process -> {
                progress.step("Stopping Elasticsearch");
                process.stop(progress);
            });
            return server.isPresent();
        }
    }

    /** Returns what the node says of itself, if it runs. */
    public Optional<NodeStatus> status() {
        return running()
                .map(node -> new NodeStatus(
                        node.url(),
                        node.pid(),
                        Health.version(node.url()).orElse("unknown"),
                        Health.status(node.url()).orElse("unreachable"),
                        state.dataBytes()));
    }

    private void launch(NodeOptions options, ServerUser user, NodeProgress progress) throws IOException {
        Path home = home(user, progress);
        new ServerConfig(state, options.heap(), HttpPorts.choose(options.port(), state)).write(user);
        progress.step("Starting Elasticsearch");
        new ServerStart(state, user, home).run(progress);
    }

    private Path home(ServerUser user, NodeProgress progress) {
        Optional<Path> named = installation.namedHome();
        if (named.isPresent()) {
            return named.get();
        }
        ServerArchive archive = new ServerArchive(installation.archive());
        user.requireCanReach(state.root());
        return archive.unpackBelow(state.root(), progress);
    }

    /** An index that is there already takes a moment more than the server: until then its health is red. */
    private RunningNode awaitAnswer(boolean startedNow, NodeProgress progress) {
        if (!Waiting.until(() -> health().isPresent(), ANSWER, progress)) {
            throw new Failure("Elasticsearch has started, but does not answer; see " + state.log());
        }
        Waiting.until(() -> health().filter("red"::equals).isEmpty(), ANSWER, progress);
        return ServerProcess.find(state)
                .flatMap(server -> running(server, startedNow))
                .orElseThrow(() -> new Failure("Elasticsearch has ended again; see " + state.log()));
    }

    private Optional<String> health() {
        return running().flatMap(node -> Health.status(node.url()));
    }

    private static Optional<RunningNode> running(ServerProcess server, boolean startedNow) {
        return server.url().map(url -> new RunningNode(url, server.pid(), startedNow));
    }
}
