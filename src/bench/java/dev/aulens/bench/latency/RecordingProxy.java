package dev.aulens.bench.latency;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stands between a command and the server, and keeps what is asked: so it is the command's own requests that are
 * measured.
 */
final class RecordingProxy implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** What belongs to one connection, and what the other client says itself. */
    private static final Set<String> NOT_PASSED_ON =
            Set.of("connection", "content-length", "expect", "host", "keep-alive", "transfer-encoding", "upgrade");

    private final URI server;
    private final HttpServer listener;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Asked> asked = new ArrayList<>();

    /**
     * A request that was passed on.
     *
     * @param path with its parameters
     * @param body as it was sent
     * @param tookMillis what the server says it took; of requests that are no search 0
     */
    record Asked(String method, String path, String body, long tookMillis) {

        /** Tells whether it can be sent again by itself: a search in the present. */
        boolean isRepeatable() {
            return path.contains("/_search") && !body.contains("\"pit\"");
        }
    }

    private RecordingProxy(URI server) throws IOException {
        this.server = server;
        this.listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        listener.setExecutor(threads);
        listener.createContext("/", this::passOn);
        listener.start();
    }

    /** Begins to listen. */
    static RecordingProxy before(URI server) throws IOException {
        return new RecordingProxy(server);
    }

    /** Returns the address to give to a command. */
    String url() {
        return "http://127.0.0.1:" + listener.getAddress().getPort();
    }

    /** Returns what was asked since the last call. */
    synchronized List<Asked> takeAsked() {
        List<Asked> all = List.copyOf(asked);
        asked.clear();
        return all;
    }

    @Override
    public void close() {
        listener.stop(0);
        threads.shutdownNow();
    }

    private synchronized void keep(Asked request) {
        asked.add(request);
    }

    private void passOn(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            URI wanted = exchange.getRequestURI();
            HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(wanted))
                    .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
            exchange.getRequestHeaders().forEach((name, values) -> {
                if (isPassedOn(name)) {
                    values.forEach(value -> request.header(name, value));
                }
            });
            HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            keep(new Asked(
                    exchange.getRequestMethod(),
                    wanted.toString(),
                    new String(body, java.nio.charset.StandardCharsets.UTF_8),
                    took(answer.body())));
            answer.headers().map().forEach((name, values) -> {
                if (isPassedOn(name)) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            boolean empty = answer.body().length == 0;
            exchange.sendResponseHeaders(answer.statusCode(), empty ? -1 : answer.body().length);
            if (!empty) {
                exchange.getResponseBody().write(answer.body());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isPassedOn(String header) {
        return !NOT_PASSED_ON.contains(header.toLowerCase(java.util.Locale.ROOT)) && !header.startsWith(":");
    }

    private static long took(byte[] answer) {
        try {
            JsonNode json = JSON.readTree(answer);
            return json.path("took").asLong();
        } catch (IOException e) {
            return 0; // not JSON: no search
        }
    }
}
