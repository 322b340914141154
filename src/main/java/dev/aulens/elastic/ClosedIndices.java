package dev.aulens.elastic;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aulens.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.ResponseException;

/**
 * Indices that somebody has closed: their documents are there, but nobody can ask for them. Elasticsearch leaves them out
 * of the answers to a pattern without a word, unless the pattern is said to mean them too; then it refuses to answer.
 *
 * @param names of the indices, sorted
 */
public record ClosedIndices(List<String> names) {

    /** No index, or none that is known of. */
    public static final ClosedIndices NONE = new ClosedIndices(List.of());

    private static final int MOST_NAMES = 8;
    private static final String EXCEPTION = "index_closed_exception";
    private static final String WAY_OUT = "; open one with POST /NAME/_open";

    public ClosedIndices {
        names = names.stream().sorted().toList();
    }

    /**
     * Asks which indices of a pattern are closed; the privilege {@code view_index_metadata} is enough.
     *
     * @param pattern as {@code auditd-*}
     * @throws Failure if the server cannot be asked
     */
    public static ClosedIndices of(ElasticsearchConnection connection, String pattern) {
        Request request = new Request("GET", "/_resolve/index/" + pattern);
        request.addParameter("expand_wildcards", "closed");
        request.addParameter("filter_path", "indices.name");
        List<String> names = new ArrayList<>();
        for (JsonNode index : connection.json(request).path("indices")) {
            names.add(index.path("name").asText());
        }
        return new ClosedIndices(names);
    }

    /** Tells whether the server refuses a request because an index that it means is closed. */
    public static boolean isReasonFor(Failure failure) {
        return failure.getCause() instanceof ResponseException answer
                && String.valueOf(answer.getMessage()).contains(EXCEPTION);
    }

    /** Returns those of them whose names are as wanted. */
    public ClosedIndices only(Predicate<String> wanted) {
        return new ClosedIndices(names.stream().filter(wanted).toList());
    }

    /** Tells whether there are none. */
    public boolean isEmpty() {
        return names.isEmpty();
    }

    /** Returns the line for the user where the open indices of the pattern are asked without these. */
    public String notice() {
        return "closed indices are left out: " + listed() + WAY_OUT;
    }

    /** Returns the fault where a pattern has no other indices. */
    public Failure without(String pattern) {
        return new Failure("all indices " + pattern + " are closed: " + listed() + WAY_OUT);
    }

    private String listed() {
        String first = String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())));
        return names.size() > MOST_NAMES ? first + " and " + (names.size() - MOST_NAMES) + " more" : first;
    }
}
