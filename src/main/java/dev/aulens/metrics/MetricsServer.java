package dev.aulens.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.aulens.Failure;
import dev.aulens.index.TailStatus;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Answers {@code GET /metrics} with counts; it shows nothing that stands in a log, and changes nothing. */
public final class MetricsServer implements AutoCloseable {

    private static final String PATH = "/metrics";
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;

    private final HttpServer server;
    private final ExecutorService thread;

    private MetricsServer(HttpServer server, ExecutorService thread) {
        this.server = server;
        this.thread = thread;
    }

    /**
     * Begins to listen.
     *
     * @param address where; port 0 for any free one
     * @param status is asked for each answer, by a thread of the server
     * @param version of the program
     * @throws Failure if that is not possible
     */
    public static MetricsServer start(InetSocketAddress address, Supplier<TailStatus> status, String version) {
        try {
            HttpServer server = HttpServer.create(address, 0);
            ExecutorService thread = Executors.newSingleThreadExecutor();
            server.setExecutor(thread);
            server.createContext("/", exchange -> answer(exchange, status, version));
            server.start();
            return new MetricsServer(server, thread);
        } catch (IOException e) {
            throw new Failure(
                    "cannot listen on " + address.getHostString() + ":" + address.getPort() + " for metrics: "
                            + e.getMessage() + "; choose another --metrics-port or --metrics-address",
                    e);
        }
    }

    /** Returns the port that it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        thread.shutdownNow();
    }

    private static void answer(HttpExchange exchange, Supplier<TailStatus> status, String version) throws IOException {
        try (exchange) {
            String method = exchange.getRequestMethod();
            if (!exchange.getRequestURI().getPath().equals(PATH)) {
                exchange.sendResponseHeaders(NOT_FOUND, -1);
            } else if (!method.equals("GET") && !method.equals("HEAD")) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                exchange.sendResponseHeaders(METHOD_NOT_ALLOWED, -1);
            } else {
                byte[] body = MetricsText.of(status.get(), version).getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", MetricsText.TYPE);
                exchange.sendResponseHeaders(OK, method.equals("HEAD") ? -1 : body.length);
                if (method.equals("GET")) {
                    exchange.getResponseBody().write(body);
                }
            }
        }
    }
}
