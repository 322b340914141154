package dev.aulens.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aulens.Failure;
import dev.aulens.elastic.ElasticsearchConnection;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.http.HttpStatus;
import org.apache.http.entity.ByteArrayEntity;
import org.elasticsearch.client.Request;

/**
 * Fetches documents whose ids are taken, as the one who writes them.
 *
 * <p>Each is updated with nothing, and answered as it stands: nothing is written, and its version stays. A plain get
 * would need the right to read, which the writer's role does not have; it could also ask a replica, which may not know
 * yet of a document that the primary has just refused to create twice.
 */
final class StoredDocuments {

    private static final String FILTER = "items.update.status,items.update.error.type,items.update.error.reason,"
            + "items.update.get._seq_no,items.update.get._primary_term,items.update.get._source";

    private final ElasticsearchConnection connection;
    private final byte[] nothing;

    /** @param fields of the documents to fetch */
    StoredDocuments(ElasticsearchConnection connection, List<String> fields) {
        this.connection = connection;
        ObjectNode update = JsonNodeFactory.instance.objectNode();
        update.putObject("doc");
        ArrayNode source = update.putArray("_source");
        fields.forEach(source::add);
        this.nothing = line(update);
    }

    /**
     * A document in the index.
     *
     * @param source its JSON, of the fields asked for
     * @param sequenceNumber and {@code primaryTerm}: what nobody else may have changed meanwhile, for a replacement
     */
    record Document(JsonNode source, long sequenceNumber, long primaryTerm) {}

    /**
     * Fetches documents, in the order of the addresses.
     *
     * @throws Failure if one cannot be fetched; {@link PassingFaults} knows from its cause whether it may be later
     */
    List<Document> fetch(List<BulkBody.Address> addresses) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (BulkBody.Address address : addresses) {
            ObjectNode action = JsonNodeFactory.instance.objectNode();
            action.putObject("update").put("_index", address.index()).put("_id", address.id());
            body.writeBytes(line(action));
            body.writeBytes(nothing);
        }
        Request request = new Request("POST", "/_bulk");
        request.addParameter("filter_path", FILTER);
        request.setEntity(new ByteArrayEntity(body.toByteArray(), BulkBody.NDJSON));
        JsonNode items = connection.json(request).path("items");
        List<Document> found = new ArrayList<>();
        for (int i = 0; i < addresses.size(); i++) {
            found.add(document(addresses.get(i), items.path(i).path("update")));
        }
        return found;
    }

    private Document document(BulkBody.Address address, JsonNode answer) {
        int status = answer.path("status").asInt();
        if (status == HttpStatus.SC_OK) {
            JsonNode found = answer.path("get");
            return new Document(
                    found.path("_source"),
                    found.path("_seq_no").asLong(),
                    found.path("_primary_term").asLong());
        }
        JsonNode error = answer.path("error");
        BulkAnswer.Outcome outcome = new BulkAnswer.Outcome(
                status, error.path("type").asText(), error.path("reason").asText());
        String reason = status == HttpStatus.SC_NOT_FOUND ? "it has been deleted meanwhile" : outcome.reason();
        String message = "document " + address.id() + " is in index " + address.index()
                + " and cannot be fetched to compare it: " + reason + "; run again: nothing is indexed twice";
        throw new Failure(message, new RefusedDocumentException(outcome));
    }

    private static byte[] line(ObjectNode object) {
        return (object + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
