package dev.aulens.search;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.aulens.record.EventId;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads an answer of the search API as a stream: {@code {"hits":{"hits":[{"_source":{...},"sort":[...]}]}}}. */
final class PageReader<T> {

    private static final JsonFactory JSON = new JsonFactory();

    private final HitDecoder<T> decoder;

    private List<Page.Found<T>> hits = new ArrayList<>();
    private int size;
    private String last = "";

    PageReader(HitDecoder<T> decoder) {
        this.decoder = decoder;
    }

    /** @throws IOException if the answer breaks off or is no JSON */
    Page<T> read(InputStream answer) throws IOException {
        hits = new ArrayList<>();
        size = 0;
        last = "";
        try (JsonParser json = JSON.createParser(answer)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                if (name.equals("hits")) {
                    outerHits(json);
                } else {
                    json.skipChildren();
                }
            }
        }
        return new Page<>(hits, size, last);
    }

    private void outerHits(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            if (name.equals("hits")) {
                while (json.nextToken() == JsonToken.START_OBJECT) {
                    hit(json);
                }
            } else {
                json.skipChildren();
            }
        }
    }

    private void hit(JsonParser json) throws IOException {
        EventId id = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "_source" -> decoder.document(json);
                case "sort" -> id = sortValues(json);
                default -> json.skipChildren();
            }
        }
        size++;
        T hit = id == null ? null : decoder.hit(id);
        if (id != null && hit != null) {
            hits.add(new Page.Found<>(id, hit));
        }
    }

    /** The sort values are time, serial and host: the event's id. */
    private EventId sortValues(JsonParser json) throws IOException {
        long millis = 0;
        long serial = 0;
        String node = null;
        StringWriter text = new StringWriter(64);
        try (JsonGenerator copy = JSON.createGenerator(text)) {
            copy.writeStartArray();
            for (int i = 0; json.nextToken() != JsonToken.END_ARRAY; i++) {
                copy.copyCurrentEvent(json);
                switch (i) {
                    case 0 -> millis = json.getValueAsLong();
                    case 1 -> serial = json.getValueAsLong();
                    case 2 -> node = textOrNull(json);
                    default -> {}
                }
            }
            copy.writeEndArray();
        }
        last = text.toString();
        return new EventId(node, millis, serial);
    }

    private static @Nullable String textOrNull(JsonParser json) throws IOException {
        return json.currentToken() == JsonToken.VALUE_NULL ? null : json.getText();
    }
}
