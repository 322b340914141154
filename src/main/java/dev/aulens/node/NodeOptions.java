package dev.aulens.node;

import dev.aulens.Failure;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * How a node is started.
 *
 * @param heap of the server's JVM, as -Xmx takes it: {@code 1g}, {@code 512m}
 * @param port of its HTTP interface; empty: the one it had last, else 9200, else a free one
 */
public record NodeOptions(String heap, OptionalInt port) {

    /** A heap that holds the bulk requests of aulens and some millions of events. */
    public static final String DEFAULT_HEAP = "1g";

    private static final Pattern HEAP = Pattern.compile("[1-9][0-9]*[mMgG]");

    /**
     * Checks the options.
     *
     * @throws Failure if the heap is no size, or the port none that a user may listen on
     */
    public NodeOptions {
        if (!HEAP.matcher(heap).matches()) {
            throw new Failure("'" + heap + "' is no heap size; write it as 512m or 1g");
        }
        if (port.isPresent() && (port.getAsInt() < 1024 || port.getAsInt() > 65535)) {
            throw new Failure(port.getAsInt() + " is no port for a node; choose one from 1024 to 65535");
        }
    }

    /** Returns the options when nothing is said. */
    public static NodeOptions defaults() {
        return new NodeOptions(DEFAULT_HEAP, OptionalInt.empty());
    }
}
