package dev.aulens.search;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/** Reads an answer of the search API as a stream: {@code {"hits":{"hits":[{"_source":{...},"sort":[...]}]}}}. */
final class PageReader<T> {

    private static final JsonFactory JSON = new JsonFactory();

    private final HitDecoder<T> decoder;
    private final HitOrder order;

    private List<Page.Found<T>> hits = new ArrayList<>();
    private int size;
    private String last = "";

    PageReader(HitDecoder<T> decoder, HitOrder order) {
        this.decoder = decoder;
        this.order = order;
    }

    /**
     * Reads an answer.
     *
     * @param asked the most documents that it was to have
     * @throws IOException if the answer breaks off or is no JSON
     */
    Page<T> read(InputStream answer, int asked) throws IOException {
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
        return new Page<>(hits, size >= asked, last);
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
        HitOrder.Position position = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "_source" -> decoder.document(json);
                case "sort" -> position = position(json);
                default -> json.skipChildren();
            }
        }
        size++;
        T hit = position == null ? null : decoder.hit(position.id());
        if (position != null && hit != null) {
            hits.add(new Page.Found<>(position, hit));
        }
    }

    private HitOrder.Position position(JsonParser json) throws IOException {
        StringWriter text = new StringWriter(64);
        HitOrder.Position position;
        try (JsonGenerator copy = JSON.createGenerator(text)) {
            position = order.read(json, copy);
        }
        last = text.toString();
        return position;
    }
}
