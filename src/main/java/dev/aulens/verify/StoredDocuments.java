package dev.aulens.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aulens.Failure;
import dev.aulens.elastic.ElasticsearchConnection;
import dev.aulens.index.PrefixIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.Response;

/**
 * Reads documents by their ids, many at once. It asks for documents, it does not search: what was
 * written a moment ago is there too.
 */
final class StoredDocuments {

    private static final String ORIGINAL = "event.original";
    private static final String ALL_FIELDS = "*";

    private final ElasticsearchConnection connection;
    private final List<PrefixIndex> indices;
    private final String fields;

    /** @param whole whether documents are read as a whole, else their records alone */
    StoredDocuments(ElasticsearchConnection connection, List<PrefixIndex> indices, boolean whole) {
        this.connection = connection;
        this.indices = indices;
        this.fields = whole ? ALL_FIELDS : ORIGINAL;
    }

    /** Returns the raw records of a document, empty if it has none. */
    static String original(JsonNode document) {
        return document.path("event").path("original").asText();
    }

    /** Returns the indices that an event of that time may be in. */
    List<String> indicesFor(long millis) {
        List<String> names = new ArrayList<>(1);
        for (PrefixIndex index : indices) {
            if (index.period().contains(millis)) {
                names.add(index.name());
            }
        }
        return names;
    }

    /** Asks for the documents of events. */
    CompletableFuture<Response> ask(List<LoggedEvent> events) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode documents = body.putArray("docs");
        for (LoggedEvent event : events) {
            for (String index : event.indices()) {
                documents.addObject().put("_index", index).put("_id", event.documentId());
            }
        }
        Request request = new Request("POST", "/_mget");
        request.addParameter("_source_includes", fields);
        request.addParameter("filter_path", "docs._id,docs.found,docs.error,docs._source");
        request.setJsonEntity(body.toString());
        return connection.sendAsync(request);
    }

    /**
     * Waits for an answer.
     *
     * @return for each event its documents; none if it has none
     * @throws Failure if there is no answer, or it is an error
     */
    List<List<JsonNode>> await(List<LoggedEvent> events, CompletableFuture<Response> answer) {
        try {
            return read(events, connection.json(answer.get()).path("docs"));
        } catch (ExecutionException e) {
            throw connection.failure(e.getCause() instanceof Exception fault ? fault : e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted; what was read until now was compared", e);
        }
    }

    private static List<List<JsonNode>> read(List<LoggedEvent> events, JsonNode documents) {
        List<List<JsonNode>> all = new ArrayList<>(events.size());
        int at = 0;
        for (LoggedEvent event : events) {
            List<JsonNode> found = new ArrayList<>(1);
            for (String index : event.indices()) {
                JsonNode document = documents.path(at++);
                if (document.has("error") || !document.has("found")) {
                    throw new Failure("document " + event.documentId() + " of index " + index + " cannot be read: "
                            + document.path("error").path("reason").asText("no reason given"));
                }
                if (document.path("found").asBoolean()) {
                    found.add(document.path("_source"));
                }
            }
            all.add(found);
        }
        return all;
    }
}
