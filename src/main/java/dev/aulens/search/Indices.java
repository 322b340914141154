package dev.aulens.search;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aulens.Failure;
import dev.aulens.elastic.ClosedIndices;
import dev.aulens.elastic.ElasticsearchConnection;
import java.util.function.Consumer;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.Response;

/**
 * The indices of a pattern, as they are asked for one answer to a user: a command, or a request of the page.
 *
 * <p>There must be one; and all of each must answer: a search or a count of a part of the events would look like one of
 * all. Closed ones cannot answer: the first request that meets one finds out which they are, and the answer is about the
 * others, with a notice. Where none is closed that costs nothing.
 */
public final class Indices {

    private final ElasticsearchConnection connection;
    private final String pattern;
    private final Consumer<ClosedIndices> notice;
    private volatile ClosedIndices closed = ClosedIndices.NONE;

    /**
     * @param pattern as {@code auditd-*}
     * @param notice is told once of closed indices, before the first answer
     */
    public Indices(ElasticsearchConnection connection, String pattern, Consumer<ClosedIndices> notice) {
        this.connection = connection;
        this.pattern = pattern;
        this.notice = notice;
    }

    /** Returns the indices for a caller who looks at {@link #closed} after the answer. */
    public static Indices of(ElasticsearchConnection connection, String pattern) {
        return new Indices(connection, pattern, closed -> {});
    }

    /** Returns the indices that answers so far are without. */
    public ClosedIndices closed() {
        return closed;
    }

    ElasticsearchConnection connection() {
        return connection;
    }

    /**
     * Asks for documents or aggregations.
     *
     * @param body as JSON
     * @throws Failure if there is no open index, or the server cannot be asked
     */
    Response search(String body) {
        return search(body, request -> {});
    }

    /** Does the same with a request that is made ready in some other way, too. */
    Response search(String body, Consumer<Request> details) {
        return send("POST", "/_search", request -> {
            all(request, body);
            details.accept(request);
        });
    }

    /** Returns a request to search a point in time, which its body names. */
    static Request searchOfPointInTime(String body) {
        Request request = new Request("POST", "/_search");
        all(request, body);
        return request;
    }

    private static void all(Request search, String body) {
        search.addParameter("allow_partial_search_results", "false");
        search.setJsonEntity(body);
    }

    /** Reads the answer to {@link #send}. */
    JsonNode json(String method, String api, Consumer<Request> details) {
        return connection.json(send(method, api, details));
    }

    /**
     * Asks the indices something.
     *
     * @param api as {@code /_search}
     * @param details makes each request ready
     * @throws Failure if there is no open index, or the server cannot be asked
     */
    Response send(String method, String api, Consumer<Request> details) {
        try {
            return sendOnce(method, api, details);
        } catch (Failure failure) {
            if (!closed.isEmpty() || !ClosedIndices.isReasonFor(failure)) {
                throw failure;
            }
            closed = ClosedIndices.of(connection, pattern);
            if (closed.isEmpty()) {
                throw failure;
            }
        }
        Response answer = sendOnce(method, api, details);
        notice.accept(closed);
        return answer;
    }

    private Response sendOnce(String method, String api, Consumer<Request> details) {
        Request request = new Request(method, "/" + pattern + api);
        request.addParameter("allow_no_indices", "false");
        request.addParameter("expand_wildcards", closed.isEmpty() ? "open,closed" : "open");
        details.accept(request);
        return connection.sendIfFound(request).orElseThrow(this::missing);
    }

    private Failure missing() {
        return closed.isEmpty()
                ? new Failure("there is no index " + pattern
                        + "; index a log first ('aulens index FILE') or name another set with --index")
                : closed.without(pattern);
    }
}
