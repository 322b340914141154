package dev.aulens.testing;

import dev.aulens.Certificates;
import dev.aulens.index.Roles;
import dev.aulens.node.Installation;
import dev.aulens.node.LocalNode;
import dev.aulens.node.NodeOptions;
import dev.aulens.node.NodeProgress;
import dev.aulens.node.RunningNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** A real Elasticsearch with security on: TLS, and a user for each role of aulens, besides {@link #ADMIN}. */
public final class SecureServer implements AutoCloseable {

    /** The user who may do all. */
    public static final String ADMIN = "admin";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TemporaryNode folder;
    private final LocalNode node;
    private final HttpClient client;

    private SecureServer(TemporaryNode folder, LocalNode node) {
        this.folder = folder;
        this.node = node;
        this.client = HttpClient.newBuilder()
                .sslContext(Certificates.context(Certificates.check(Certificates.read(caCertificate()))))
                .build();
    }

    /** Starts one of so many nodes. It ends with the JVM at the latest. */
    public static SecureServer start(int nodes) {
        TemporaryNode folder = TemporaryNode.create();
        LocalNode node = new LocalNode(Installation.current(), folder.folder());
        NodeOptions options =
                new NodeOptions("512m", OptionalInt.empty()).withNodes(nodes).withSecurity(Roles.all());
        RunningNode unused = node.start(options, NodeProgress.SILENT);
        return new SecureServer(folder, node);
    }

    /** Returns what runs the server. */
    public LocalNode node() {
        return node;
    }

    /** Returns the addresses of the nodes that run, with commas. */
    public String urls() {
        return node.allRunning().stream()
                .map(RunningNode::url)
                .map(URI::toString)
                .collect(Collectors.joining(","));
    }

    /** Returns the certificate of the authority behind the server's own. */
    public Path caCertificate() {
        return node.running().flatMap(RunningNode::caCertificate).orElseThrow();
    }

    /** Returns the file with a user's password. */
    public Path passwordFile(String user) {
        return node.passwords().orElseThrow().resolve(user);
    }

    /** Returns a user's password. */
    public String password(String user) {
        try {
            return Files.readString(passwordFile(user)).trim();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the variables by which commands reach the server as a user. */
    public Map<String, String> environment(String user) {
        return Map.of(
                "ES_URL", urls(),
                "ES_CA_CERT", caCertificate().toString(),
                "ES_USERNAME", user,
                "ES_PASSWORD", password(user));
    }

    /**
     * Sends a request to the first node that runs, and returns the answer, whatever it is.
     *
     * @param path begins with a slash
     * @param json the request's body; empty for none
     */
    public HttpResponse<String> send(String user, String method, String path, String json) {
        byte[] pair = (user + ":" + password(user)).getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(
                        node.running().orElseThrow().url().resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair))
                .header("Content-Type", "application/json")
                .method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json))
                .build();
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    @Override
    public void close() {
        folder.close();
    }
}
