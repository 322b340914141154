package dev.aulens.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A real Elasticsearch and the part of it that one test may write to: indices and templates whose names begin with the
 * prefix. They are deleted when the test ends.
 *
 * @param url of the server, security off
 * @param prefix lower-case letters and digits, never used before
 */
public record TestCluster(URI url, String prefix) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Sends a GET request and returns the answer's body. */
    public String get(String path) {
        return send("GET", path, "");
    }

    /** Sends a GET request; returns the answer's body unless its status is not 2xx, as of an index that is being made. */
    public Optional<String> find(String path) {
        HttpResponse<String> answer = exchange("GET", path, "");
        return answer.statusCode() / 100 == 2 ? Optional.of(answer.body()) : Optional.empty();
    }

    /**
     * Sends a request and returns the answer's body.
     *
     * @param path begins with a slash
     * @param json the request's body; empty for none
     * @throws AssertionError if the status is not 2xx
     */
    public String send(String method, String path, String json) {
        HttpResponse<String> answer = exchange(method, path, json);
        if (answer.statusCode() / 100 != 2) {
            throw new AssertionError(method + " " + path + " answers " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    /** Returns the status of the answer to a request, whatever it is. */
    public int statusOf(String method, String path, String json) {
        return exchange(method, path, json).statusCode();
    }

    /** Returns the names of the test's indices, sorted. */
    public List<String> indices() {
        return get("/_cat/indices/" + prefix + "*?h=index&s=index&expand_wildcards=all")
                .lines()
                .map(String::trim)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** Deletes what the test has made. */
    @Override
    public void close() {
        for (String index : indices()) {
            exchange("DELETE", "/" + index, "");
        }
        exchange("DELETE", "/_index_template/" + prefix + "*", "");
        exchange("DELETE", "/_component_template/" + prefix + "*", "");
    }

    private HttpResponse<String> exchange(String method, String path, String json) {
        HttpRequest request = HttpRequest.newBuilder(url.resolve(path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json))
                .build();
        try {
            return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
