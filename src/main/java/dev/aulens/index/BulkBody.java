package dev.aulens.index;

import dev.aulens.document.EventDocument;
import dev.aulens.elastic.BytesEntity;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.http.HttpEntity;
import org.apache.http.entity.ContentType;

/** The body of one bulk request (NDJSON: an action line, a document line), and where each document stands in it. */
final class BulkBody {

    static final ContentType NDJSON = ContentType.create("application/x-ndjson");

    private static final byte[] ACTION = ascii("{\"create\":{\"_index\":\"");
    private static final byte[] ID = ascii("\",\"_id\":\"");
    private static final byte[] ACTION_END = ascii("\"}}\n");
    private static final int FIRST_SIZE = 1 << 20;

    /** A body of the usual size; the space of a larger one, for a very large event, is not doubled and not kept. */
    private static final int USUAL_SIZE = 16 << 20;

    private final List<Address> addresses = new ArrayList<>();
    private byte[] bytes = new byte[FIRST_SIZE];
    private int size;

    /** Where a document goes and where its JSON stands in the body. */
    record Address(String index, String id, int from, int to) {}

    /** Adds a document to be created. */
    void add(String index, EventDocument document) {
        byte[] json = document.json();
        add(index, document.id(), json, 0, json.length);
    }

    /** Adds a document of another body. */
    void add(BulkBody other, int i) {
        Address address = other.addresses.get(i);
        add(address.index(), address.id(), other.bytes, address.from(), address.to());
    }

    int count() {
        return addresses.size();
    }

    int size() {
        return size;
    }

    Address address(int i) {
        return addresses.get(i);
    }

    /** Returns a copy of the JSON of document {@code i}. */
    byte[] json(int i) {
        return Arrays.copyOfRange(bytes, address(i).from(), address(i).to());
    }

    HttpEntity entity() {
        return new BytesEntity(bytes, size, NDJSON);
    }

    void clear() {
        addresses.clear();
        size = 0;
        if (bytes.length > USUAL_SIZE) {
            bytes = new byte[FIRST_SIZE];
        }
    }

    private void add(String index, String id, byte[] json, int from, int to) {
        append(ACTION);
        append(ascii(index));
        append(ID);
        appendEscaped(id);
        append(ACTION_END);
        int start = size;
        reserve(to - from + 1); // the document and its line feed
        append(json, from, to);
        addresses.add(new Address(index, id, start, size));
        append(new byte[] {'\n'});
    }

    /** An id holds the node's name, which is audit text: it must not end the JSON string early. */
    private void appendEscaped(String id) {
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if (c == '"' || c == '\\' || c < ' ' || c > '~') {
                append(com.fasterxml.jackson.core.io.JsonStringEncoder.getInstance()
                        .quoteAsUTF8(id));
                return;
            }
        }
        append(ascii(id));
    }

    private void append(byte[] more) {
        append(more, 0, more.length);
    }

    private void append(byte[] more, int from, int to) {
        int length = to - from;
        reserve(length);
        System.arraycopy(more, from, bytes, size, length);
        size += length;
    }

    private void reserve(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.min(2 * bytes.length, USUAL_SIZE), size + more));
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
