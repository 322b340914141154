package dev.aulens.index;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.http.HttpStatus;
import org.elasticsearch.client.ResponseException;

/**
 * What Elasticsearch says of each document of a bulk request, in the request's order.
 *
 * @param outcomes one for each document
 */
record BulkAnswer(List<Outcome> outcomes) {

    /** The parts of the answer that are read; the rest is not even sent. */
    static final String FILTER = "items.*.status,items.*.error.type,items.*.error.reason";

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
            return status == HttpStatus.SC_CREATED;
        }

        /** A document of that id is there already. */
        boolean conflict() {
            return status == HttpStatus.SC_CONFLICT;
        }

        /** Returns whether the server may take the document later ({@link PassingFaults#ofDocument}). */
        boolean mayPass() {
            return PassingFaults.ofDocument(status, type);
        }
    }

    /** Returns whether the server refuses a request as a whole because there is too much in it, or too much to do. */
    static boolean isTooMuch(Throwable fault) {
        if (fault instanceof ResponseException answer) {
            int status = answer.getResponse().getStatusLine().getStatusCode();
            return status == HttpStatus.SC_REQUEST_TOO_LONG || status == HttpStatus.SC_TOO_MANY_REQUESTS;
        }
        return false;
    }

    /** The answer to a document that no request can hold. */
    static BulkAnswer tooLarge(int bytes) {
        String reason = "the server takes no request of " + bytes + " bytes (http.max_content_length)";
        return new BulkAnswer(List.of(new Outcome(HttpStatus.SC_REQUEST_TOO_LONG, "", reason)));
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
