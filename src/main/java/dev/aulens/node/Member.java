package dev.aulens.node;

import java.util.Optional;

/**
 * One server of a node's folder: the only one, or one of a cluster.
 *
 * @param number from 1
 * @param state its files
 */
record Member(int number, StateFolder state) {

    Optional<ServerProcess> process() {
        return ServerProcess.find(state);
    }

    boolean isRunning() {
        return process().isPresent();
    }

    /** Returns the server once it listens. */
    Optional<RunningNode> listening(boolean startedNow) {
        return process()
                .flatMap(process ->
                        process.url().map(url -> new RunningNode(url, process.pid(), state.authority(), startedNow)));
    }

    /** Returns what the server says of the cluster; empty if it does not answer. */
    Optional<Health.Cluster> cluster(Health health) {
        return listening(false).flatMap(node -> health.cluster(node.url()));
    }

    Optional<NodeStatus> status(Health health) {
        return listening(false)
                .map(node -> new NodeStatus(
                        number,
                        node.url(),
                        node.pid(),
                        health.version(node.url()).orElse("unknown"),
                        health.cluster(node.url()).map(Health.Cluster::status).orElse("unreachable"),
                        state.dataBytes()));
    }
}
