package dev.aulens.node;

import dev.aulens.Failure;
import dev.aulens.FileFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The Elasticsearch of this installation: a real server, or a cluster of several, on loopback, with its data in a folder
 * of its own.
 *
 * <p>It is a daemon. Any process can find, start and stop it; nothing is kept in memory here.
 */
public final class LocalNode {

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
     * Returns the running nodes of this installation. Does not ask them themselves.
     *
     * @throws Failure if the folder of the nodes cannot be read
     */
    public static List<RunningNode> runningHere() {
        return new LocalNode(Installation.current()).allRunning();
    }

    /** Returns the folder that holds all files of the node. */
    public Path folder() {
        return state.root();
    }

    /** Returns how many servers the folder has, running or not; at least 1. */
    public int size() {
        return state.members().size();
    }

    /**
     * Returns a server's log. It is there once the server has been started.
     *
     * @param number of the server, from 1
     * @throws Failure if there is none of that number
     */
    public Path log(int number) {
        return member(number).state().log();
    }

    /** Returns the folder with a file for each user's password, named after the user; empty with security off. */
    public Optional<Path> passwords() {
        SecurityFiles security = state.security();
        return security.exist() ? Optional.of(security.passwords()) : Optional.empty();
    }

    /**
     * Returns the node, if it runs; of a cluster the first that runs.
     *
     * @throws Failure if the folder cannot be read
     */
    public Optional<RunningNode> running() {
        return allRunning().stream().findFirst();
    }

    /**
     * Returns the node, or those of its cluster, that run.
     *
     * @throws Failure if the folder cannot be read
     */
    public List<RunningNode> allRunning() {
        return state.members().stream()
                .flatMap(member -> member.listening(false).stream())
                .toList();
    }

    /**
     * Starts the node, or all of its cluster, and waits until it answers; what runs is left alone.
     *
     * @return the first
     * @throws Failure if there is no server to start, no room, no port, or the server does not start
     */
    @SuppressWarnings("try") // the lock is only held
    public RunningNode start(NodeOptions options, NodeProgress progress) {
        ServerUser user = ServerUser.forCaller();
        state.create(user);
        try (NodeLock lock = NodeLock.acquire(state, progress)) {
            return new ClusterStart(installation, state, user, progress).run(options);
        } catch (IOException e) {
            throw new Failure("cannot write to " + state.root() + ": " + FileFault.fileAndReason(e), e);
        }
    }

    /**
     * Stops the node, or all of its cluster, and waits for the end. Its data stays.
     *
     * @return whether any ran
     * @throws Failure if it cannot be stopped
     */
    public boolean stop(NodeProgress progress) {
        return Files.isDirectory(state.root()) && stop(state.members(), progress);
    }

    /**
     * Stops one server of a cluster.
     *
     * @param number of the server, from 1
     * @return whether it ran
     * @throws Failure if there is none of that number, or it cannot be stopped
     */
    public boolean stop(int number, NodeProgress progress) {
        Member member = member(number);
        return Files.isDirectory(state.root()) && stop(List.of(member), progress);
    }

    /** Returns what the running servers say of themselves, in the order of their numbers. */
    public List<NodeStatus> status() {
        Health health = new Health(state.security());
        return state.members().stream()
                .flatMap(member -> member.status(health).stream())
                .toList();
    }

    @SuppressWarnings("try") // the lock is only held
    private boolean stop(List<Member> members, NodeProgress progress) {
        try (NodeLock lock = NodeLock.acquire(state, progress)) {
            List<ServerProcess> servers = members.stream()
                    .flatMap(member -> member.process().stream())
                    .toList();
            if (!servers.isEmpty()) {
                progress.step("Stopping Elasticsearch");
            }
            servers.forEach(ServerProcess::askToStop);
            servers.forEach(server -> server.stop(progress));
            return !servers.isEmpty();
        }
    }

    private Member member(int number) {
        List<Member> members = state.members();
        if (number < 1 || number > members.size()) {
            throw new Failure("there is no node " + number + " in " + state.root() + "; it has "
                    + (members.size() == 1 ? "node 1 alone" : "nodes 1 to " + members.size()));
        }
        return members.get(number - 1);
    }
}
