package dev.aulens.node;

import dev.aulens.Failure;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * How a node, or a cluster of several, is started.
 *
 * @param heap of each server's JVM, as -Xmx takes it: {@code 1g}, {@code 512m}; empty: what suits their number
 * @param port of the first one's HTTP interface, the others follow; empty: those they had last, else from 9200 on
 * @param nodes how many; empty: as many as the folder has, else one
 * @param roles for security: roles by name, as JSON, each given to a user of the same name; empty: as the folder has it
 */
public record NodeOptions(
        Optional<String> heap, OptionalInt port, OptionalInt nodes, Optional<Map<String, String>> roles) {

    private static final String HEAP_ALONE = "1g"; // holds the bulk requests of aulens and some millions of events
    private static final String HEAP_OF_SEVERAL = "512m";
    private static final int MOST_NODES = 9;
    private static final Pattern HEAP = Pattern.compile("[1-9][0-9]*[mMgG]");

    /**
     * Checks the options.
     *
     * @throws Failure if the heap is no size, the port none that a user may listen on, or the number of nodes too large
     */
    public NodeOptions {
        if (heap.isPresent() && !HEAP.matcher(heap.get()).matches()) {
            throw new Failure("'" + heap.get() + "' is no heap size; write it as 512m or 1g");
        }
        if (port.isPresent() && (port.getAsInt() < 1024 || port.getAsInt() > 65535 - MOST_NODES)) {
            throw new Failure(
                    port.getAsInt() + " is no port for a node; choose one from 1024 to " + (65535 - MOST_NODES));
        }
        if (nodes.isPresent() && (nodes.getAsInt() < 1 || nodes.getAsInt() > MOST_NODES)) {
            throw new Failure("a cluster here has 1 to " + MOST_NODES + " nodes, not " + nodes.getAsInt());
        }
    }

    /** One node, or as many as there are, and security as it is. */
    public NodeOptions(String heap, OptionalInt port) {
        this(Optional.of(heap), port, OptionalInt.empty(), Optional.empty());
    }

    /** Returns the options when nothing is said. */
    public static NodeOptions defaults() {
        return new NodeOptions(Optional.empty(), OptionalInt.empty(), OptionalInt.empty(), Optional.empty());
    }

    /** Returns the same with a number of nodes. */
    public NodeOptions withNodes(int number) {
        return new NodeOptions(heap, port, OptionalInt.of(number), roles);
    }

    /** Returns the same with security on, and a user for each of the roles. */
    public NodeOptions withSecurity(Map<String, String> rolesByName) {
        return new NodeOptions(heap, port, nodes, Optional.of(Map.copyOf(rolesByName)));
    }

    /** Returns the heap for each of a number of servers. */
    String heapOf(int servers) {
        return heap.orElse(servers == 1 ? HEAP_ALONE : HEAP_OF_SEVERAL);
    }
}
