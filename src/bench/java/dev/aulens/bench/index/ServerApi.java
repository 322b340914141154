package dev.aulens.bench.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What benchmarks ask of a server besides what they measure. */
public final class ServerApi {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(30); // a merge of ten million documents
    private static final long PAUSE_MILLIS = 1_000;
    private static final long IDLE_MILLIS = 60; // of CPU time in a pause
    private static final int MOST_PAUSES = 60;
    private static final int NOT_FOUND = 404;
    private static final int FAULT = 300;

    private final URI url;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    ServerApi(URI url) {
        this.url = url;
    }

    /** Returns the server's address. */
    public URI url() {
        return url;
    }

    /** Asks for something. */
    public JsonNode get(String path) throws IOException {
        return send("GET", path, "");
    }

    /** Asks for something with a body of JSON. */
    public JsonNode post(String path, String body) throws IOException {
        return send("POST", path, body);
    }

    /** Puts something in its place. */
    void put(String path, String body) throws IOException {
        JsonNode unused = send("PUT", path, body);
    }

    /** Deletes all indices of a prefix and its template. */
    public void forget(String prefix) throws IOException {
        for (String index : indices(prefix)) {
            JsonNode unused = send("DELETE", "/" + index, "");
        }
        JsonNode unused = send("DELETE", "/_index_template/" + prefix, "");
    }

    /** Makes one segment of each index of a prefix, and waits until its size does not change any more. */
    public void merge(String prefix) throws IOException {
        JsonNode unused = post("/" + prefix + "-*/_forcemerge?max_num_segments=1&flush=true", "");
        long last = -1;
        long size = storeBytes(prefix);
        while (size != last) {
            last = size;
            unused = post("/" + prefix + "-*/_refresh", "");
            pause();
            size = storeBytes(prefix);
        }
    }

    /** Makes the server forget answers to earlier requests, which it would give again without counting. */
    public void forgetAnswers(String prefix) throws IOException {
        JsonNode unused = post("/" + prefix + "-*/_cache/clear?request=true", "");
    }

    /** Returns the CPU time that the server has had, in milliseconds. */
    public long cpuMillis() throws IOException {
        long sum = 0;
        for (JsonNode node : get("/_nodes/stats/process").path("nodes")) {
            sum += node.path("process").path("cpu").path("total_in_millis").asLong();
        }
        return sum;
    }

    /** Waits until the server has nothing to do any more. */
    public void rest() throws IOException {
        long before = cpuMillis();
        for (int i = 0; i < MOST_PAUSES; i++) {
            pause();
            long now = cpuMillis();
            if (now - before < IDLE_MILLIS) {
                return;
            }
            before = now;
        }
    }

    /** Returns the number of documents in all indices of a prefix. */
    public long documents(String prefix) throws IOException {
        return get("/" + prefix + "-*/_count").path("count").asLong();
    }

    /** Returns the bytes of all indices of a prefix. */
    public long storeBytes(String prefix) throws IOException {
        return get("/" + prefix + "-*/_stats/store")
                .path("_all")
                .path("primaries")
                .path("store")
                .path("size_in_bytes")
                .asLong();
    }

    private List<String> indices(String prefix) throws IOException {
        List<String> names = new ArrayList<>();
        get("/" + prefix + "-*/_settings").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private JsonNode send(String method, String path, String body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(url.resolve(path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            boolean absent = method.equals("DELETE") && answer.statusCode() == NOT_FOUND;
            if (answer.statusCode() >= FAULT && !absent) {
                throw new IOException(method + " " + path + ": "
                        + new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8));
            }
            return JSON.readTree(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
