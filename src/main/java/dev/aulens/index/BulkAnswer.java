package dev.aulens.index;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.elasticsearch.client.ResponseException;

/**
 * What Elasticsearch says of each document of a bulk request, in the request's order.
 *
 * @param outcomes one for each document
 */
record BulkAnswer(List<Outcome> outcomes) {

    /** The parts of the answer that are read; the rest is not even sent. */
    static final String FILTER = "items.*.status,items.*.error.type,items.*.error.reason";

    /** How the server says that it creates no index, because the cluster has as many shards as it may. */
    private static final String SHARD_LIMIT = "validation_exception";

    private static final int CREATED = 201;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int CONFLICT = 409;
    private static final int TOO_LARGE = 413;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_FAULT = 500;

    /** Faults that have the status of a bad document, but are the index's or the cluster's: somebody has to mend that. */
    private static final Set<String> OF_THE_SERVER =
            Set.of("index_not_found_exception", "index_closed_exception", "cluster_block_exception", SHARD_LIMIT);

    /**
     * What became of one document.
     *
     * @param status HTTP's, for this document
     * @param type of the error, else empty
     * @param detail what the server says of it, else empty
     */
    record Outcome(int status, String type, String detail) {

        /** Returns type and detail, empty if there is no error. */
        String reason() {
            return detail.isEmpty() ? type : type + ": " + detail;
        }

        boolean created() {
            return status == CREATED;
        }

        /** A document of that id is there already. */
        boolean conflict() {
            return status == CONFLICT;
        }

        /**
         * The fault lies with the server, not with the document, which may go through later: it is busy, its disk is
         * full, the index is blocked, closed or may not be created, or the user may not write.
         */
        boolean mayPass() {
            return OF_THE_SERVER.contains(type)
                    || status == TOO_MANY_REQUESTS
                    || status == UNAUTHORIZED
                    || status == FORBIDDEN
                    || status >= SERVER_FAULT;
        }
    }

    /** Tells whether the server refuses a request as a whole because there is too much in it, or too much to do. */
    static boolean isTooMuch(Throwable fault) {
        if (fault instanceof ResponseException answer) {
            int status = answer.getResponse().getStatusLine().getStatusCode();
            return status == TOO_LARGE || status == TOO_MANY_REQUESTS;
        }
        return false;
    }

    /** The answer to a document that no request can hold. */
    static BulkAnswer tooLarge(int bytes) {
        String reason = "the server takes no request of " + bytes + " bytes (http.max_content_length)";
        return new BulkAnswer(List.of(new Outcome(TOO_LARGE, "", reason)));
    }

    /** Returns the answer to this request and another one as if they were one. */
    BulkAnswer and(BulkAnswer other) {
        List<Outcome> both = new ArrayList<>(outcomes);
        both.addAll(other.outcomes);
        return new BulkAnswer(both);
    }

    /** Reads an answer that was filtered by {@link #FILTER}. */
    static BulkAnswer read(InputStream answer) throws IOException {
        List<Outcome> outcomes = new ArrayList<>();
        try (JsonParser json = new JsonFactory().createParser(answer)) {
            int status = 0;
            String type = "";
            String reason = "";
            int depth = 0;
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token.isStructStart()) {
                    depth++;
                } else if (token.isStructEnd()) {
                    depth--;
                    if (depth == 2 && token == JsonToken.END_OBJECT) {
                        outcomes.add(new Outcome(status, type, reason));
                        status = 0;
                        type = "";
                        reason = "";
                    }
                } else if (token == JsonToken.FIELD_NAME) {
                    switch (json.currentName()) {
                        case "status" -> status = json.nextIntValue(0);
                        case "type" -> type = text(json);
                        case "reason" -> reason = text(json);
                        default -> {
                            // The names of the levels: items, create, error.
                        }
                    }
                }
            }
        }
        return new BulkAnswer(outcomes);
    }

    private static String text(JsonParser json) throws IOException {
        String text = json.nextTextValue();
        return text == null ? "" : text;
    }
}
