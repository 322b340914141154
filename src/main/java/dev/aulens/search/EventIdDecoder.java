package dev.aulens.search;

import com.fasterxml.jackson.core.JsonParser;
import dev.aulens.record.EventId;
import java.io.IOException;
import java.util.List;

/** Makes nothing of documents but the ids of their events. */
public final class EventIdDecoder implements HitDecoder<EventId> {

    @Override
    public boolean readsDocuments() {
        return false;
    }

    @Override
    public List<String> fields() {
        return List.of();
    }

    @Override
    public void document(JsonParser json) throws IOException {
        json.skipChildren();
    }

    @Override
    public EventId hit(EventId id) {
        return id;
    }
}
