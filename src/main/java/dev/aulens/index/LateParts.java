package dev.aulens.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aulens.document.DocumentWriter;
import dev.aulens.document.EventDocument;
import dev.aulens.elastic.BytesEntity;
import dev.aulens.elastic.ElasticsearchConnection;
import dev.aulens.event.AuditEvent;
import dev.aulens.event.EventAssembler;
import dev.aulens.record.RecordParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.http.HttpStatus;
import org.apache.http.entity.ContentType;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.Response;
import org.elasticsearch.client.ResponseException;

/**
 * Decides what a document means whose {@code _id} is taken: a duplicate, when the one in the index holds all its
 * records, else a part of the event that came late, which is joined to it.
 *
 * <p>The joined document replaces the one in the index only if nobody else changed that meanwhile (optimistic
 * concurrency, {@code if_seq_no} and {@code if_primary_term}); otherwise it is read and joined again.
 */
public final class LateParts {

    private static final int PER_REQUEST = 250;

    private final ElasticsearchConnection connection;
    private final Patience patience;
    private final DocumentWriter writer;
    private final StoredDocuments documents;
    private final StoredEvents stored;
    private final ObjectMapper json = new ObjectMapper();

    /**
     * @param patience with a server that is busy or away
     * @param writer makes the joined documents
     * @param parser reads records out of documents
     */
    public LateParts(
            ElasticsearchConnection connection, Patience patience, DocumentWriter writer, RecordParser parser) {
        this.connection = connection;
        this.patience = patience;
        this.writer = writer;
        this.documents = new StoredDocuments(connection, StoredEvents.FIELDS);
        this.stored = new StoredEvents(parser);
    }

    /** @param refused the places of parts of which the event would become larger than an event may be */
    record Result(long joined, long duplicates, List<Integer> refused) {}

    /**
     * Joins documents to those in the index.
     *
     * @param places of the documents in {@code body}
     */
    Result join(BulkBody body, List<Integer> places) {
        long joined = 0;
        long duplicates = 0;
        List<Integer> refused = new ArrayList<>();
        List<Integer> open = places;
        while (!open.isEmpty()) {
            List<Integer> again = new ArrayList<>();
            for (int from = 0; from < open.size(); from += PER_REQUEST) {
                List<Integer> some = open.subList(from, Math.min(open.size(), from + PER_REQUEST));
                List<BulkBody.Address> addresses =
                        some.stream().map(body::address).toList();
                List<StoredDocuments.Document> found = patience.await(() -> documents.fetch(addresses));
                for (int i = 0; i < some.size(); i++) {
                    Outcome outcome = join(body, some.get(i), found.get(i));
                    switch (outcome) {
                        case JOINED -> joined++;
                        case DUPLICATE -> duplicates++;
                        case TOO_LARGE -> refused.add(some.get(i));
                        case CHANGED_MEANWHILE -> again.add(some.get(i));
                    }
                }
            }
            open = again;
        }
        return new Result(joined, duplicates, refused);
    }

    private enum Outcome {
        JOINED,
        DUPLICATE,
        TOO_LARGE,
        CHANGED_MEANWHILE
    }

    private Outcome join(BulkBody body, int place, StoredDocuments.Document found) {
        StoredEvents.Stored inIndex = stored.read(found.source());
        StoredEvents.Stored late = stored.read(tree(body.json(place)));
        if (inIndex.holdsAllOf(late)) {
            return Outcome.DUPLICATE;
        }
        if (inIndex.length() + late.length() > EventAssembler.MOST_BYTES) {
            return Outcome.TOO_LARGE;
        }
        AuditEvent whole = stored.join(inIndex, late);
        if (inIndex.holdsJust(whole)) {
            return Outcome.DUPLICATE;
        }
        EventDocument document = writer.write(whole);
        boolean replaced = patience.await(() -> replace(body.address(place), document, found));
        return replaced ? Outcome.JOINED : Outcome.CHANGED_MEANWHILE;
    }

    private boolean replace(BulkBody.Address address, EventDocument document, StoredDocuments.Document found) {
        Request request = new Request("PUT", "/" + address.index() + "/_doc/" + encoded(address.id()));
        request.addParameter("if_seq_no", Long.toString(found.sequenceNumber()));
        request.addParameter("if_primary_term", Long.toString(found.primaryTerm()));
        byte[] whole = document.json();
        request.setEntity(new BytesEntity(whole, whole.length, ContentType.APPLICATION_JSON));
        try {
            Response unused = connection.perform(request);
            return true;
        } catch (ResponseException e) {
            if (e.getResponse().getStatusLine().getStatusCode() == HttpStatus.SC_CONFLICT) {
                return false;
            }
            throw connection.failure(e);
        } catch (IOException e) {
            throw connection.failure(e);
        }
    }

    private JsonNode tree(byte[] document) {
        try {
            return json.readTree(document);
        } catch (IOException e) {
            throw new IllegalStateException("a document that aulens wrote is JSON", e);
        }
    }

    private static String encoded(String id) {
        return java.net.URLEncoder.encode(id, java.nio.charset.StandardCharsets.UTF_8)
                .replace("+", "%20");
    }
}
