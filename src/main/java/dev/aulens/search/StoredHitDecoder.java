package dev.aulens.search;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.aulens.record.EventId;
import dev.aulens.record.RecordParser;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads documents twice: as they are stored, and back into events. */
public final class StoredHitDecoder implements HitDecoder<StoredHit> {

    private final JsonFactory factory = new JsonFactory();
    private final DocumentDecoder documents = new DocumentDecoder();
    private final EventDecoder events;
    private byte[] stored = new byte[0];

    /** @param parser of the raw records */
    public StoredHitDecoder(RecordParser parser) {
        this.events = new EventDecoder(parser);
    }

    @Override
    public List<String> fields() {
        return documents.fields();
    }

    @Override
    public void document(JsonParser json) throws IOException {
        documents.document(json);
        stored = documents.json();
        try (JsonParser again = factory.createParser(stored)) {
            again.nextToken();
            events.document(again);
        }
    }

    @Override
    public @Nullable StoredHit hit(EventId id) {
        Hit hit = events.hit(id);
        return hit == null ? null : new StoredHit(stored, hit);
    }
}
