package dev.aulens.search;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import dev.aulens.record.EventId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/** Hands documents on as they are stored: their JSON on one line, in UTF-8. */
public final class DocumentDecoder implements HitDecoder<byte[]> {

    private final JsonFactory factory = new JsonFactory();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);

    @Override
    public List<String> fields() {
        return List.of();
    }

    @Override
    public void document(JsonParser json) throws IOException {
        bytes.reset();
        try (JsonGenerator copy = factory.createGenerator(bytes)) {
            copy.copyCurrentStructure(json);
        }
    }

    @Override
    public byte[] hit(EventId id) {
        return json();
    }

    /** Returns the last document. */
    byte[] json() {
        return bytes.toByteArray();
    }
}
