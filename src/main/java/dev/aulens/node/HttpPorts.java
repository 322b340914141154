package dev.aulens.node;

import dev.aulens.Failure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.Optional;
import java.util.OptionalInt;

/** Chooses where the server listens: what is asked for, else where it was last, else the first that is free. */
final class HttpPorts {

    /** Elasticsearch's own range. The server takes the first free one itself, so that nobody can be quicker. */
    private static final String USUAL = "9200-9299";

    private HttpPorts() {}

    /**
     * Returns a port or a range, as the server's settings take it.
     *
     * @throws Failure if the port that is asked for is taken
     */
    static String choose(OptionalInt wanted, StateFolder state) {
        if (wanted.isPresent()) {
            if (!isFree(wanted.getAsInt())) {
                throw new Failure("port " + wanted.getAsInt() + " is taken; choose another, or leave --port out");
            }
            return Integer.toString(wanted.getAsInt());
        }
        return last(state).filter(HttpPorts::isFree).map(String::valueOf).orElse(USUAL);
    }

    private static Optional<Integer> last(StateFolder state) {
        try {
            return Optional.of(
                    Integer.valueOf(Files.readString(state.lastPort()).trim()));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }
}
