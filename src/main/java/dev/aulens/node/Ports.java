package dev.aulens.node;

import dev.aulens.Failure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/** Chooses where servers listen: what is asked for, else where they were last, else the first that is free. */
final class Ports {

    /** Elasticsearch's own ranges. */
    private static final int FIRST_HTTP = 9200;

    private static final int FIRST_TRANSPORT = 9300;
    private static final int RANGE = 100;

    private Ports() {}

    /**
     * Returns the port for clients of a folder's server, or a range, as the server's settings take it: it takes the
     * first free one itself, so that nobody can be quicker.
     *
     * @param wanted for the first server
     * @param number of the server, from 1
     * @throws Failure if the port that is asked for is taken
     */
    static String http(OptionalInt wanted, int number, StateFolder state) {
        if (wanted.isPresent()) {
            int port = wanted.getAsInt() + number - 1;
            if (!isFree(port)) {
                throw new Failure("port " + port + " is taken; choose another, or leave --port out");
            }
            return Integer.toString(port);
        }
        return last(state.lastPort())
                .filter(Ports::isFree)
                .map(String::valueOf)
                .orElse((FIRST_HTTP + number - 1) + "-" + (FIRST_HTTP + RANGE - 1));
    }

    /** Returns the range for servers that nobody has to find. */
    static String anyTransport() {
        return FIRST_TRANSPORT + "-" + (FIRST_TRANSPORT + RANGE - 1);
    }

    /**
     * Returns the port where the other servers find one.
     *
     * @param taken by servers that are not started yet
     * @throws Failure if none is free
     */
    static int transport(StateFolder state, Set<Integer> taken) {
        Optional<Integer> last = last(state.lastTransportPort()).filter(port -> !taken.contains(port) && isFree(port));
        return last.orElseGet(() -> IntStream.range(FIRST_TRANSPORT, FIRST_TRANSPORT + RANGE)
                .filter(port -> !taken.contains(port) && isFree(port))
                .findFirst()
                .orElseThrow(() -> new Failure("no port from " + anyTransport() + " is free; stop other servers")));
    }

    /** Returns the port that a file names; empty if there is none. */
    static Optional<Integer> last(Path file) {
        try {
            return Optional.of(Integer.valueOf(Files.readString(file).trim()));
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
