package dev.aulens.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Takes the lines of {@code journalctl -o json} (an entry a line, also with the RS of {@code -o json-seq} before it) and
 * hands on the records in them. A value is a text, an array of bytes where that is no UTF-8, an array of several values,
 * or null where journalctl has left out a long one. A line that is no entry is handed on as it is.
 */
final class JournalJson implements LineSink {

    private static final byte RECORD_SEPARATOR = 0x1E;

    private final LineSink sink;
    private final JournalLines lines;
    private final JsonFactory factory = new JsonFactory();
    private final JournalEntry entry = new JournalEntry();

    JournalJson(LineSink sink) {
        this.sink = sink;
        this.lines = new JournalLines(sink);
    }

    /** @throws UncheckedIOException if the journal is of several machines */
    @Override
    public void line(byte[] buffer, int from, int to, long offset) {
        int start = from < to && buffer[from] == RECORD_SEPARATOR ? from + 1 : from;
        entry.clear();
        boolean complete = start < to && buffer[start] == '{' && parse(buffer, start, to);
        boolean leftOut = entry.isOfAudit() && entry.lines() == null;
        if (!complete || !entry.hasAddress() || leftOut) {
            sink.line(buffer, from, to, offset);
            return;
        }
        try {
            lines.entry(entry, offset, to - from);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void partOfOverlongLine(byte[] buffer, int from, int to, long offset, int part, boolean last) {
        sink.partOfOverlongLine(buffer, from, to, offset, part, last);
    }

    @Override
    public void otherEntry(long offset, long length) {
        sink.otherEntry(offset, length);
    }

    private boolean parse(byte[] buffer, int from, int to) {
        try (JsonParser json = factory.createParser(buffer, from, to - from)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                value(json, name);
            }
            return json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null;
        } catch (IOException e) {
            return false; // no JSON, or beyond a bound of the parser
        }
    }

    private void value(JsonParser json, String name) throws IOException {
        switch (json.currentToken()) {
            case VALUE_STRING -> entry.put(name, json.getText().getBytes(UTF_8));
            case START_ARRAY -> array(json, name);
            default -> json.skipChildren();
        }
    }

    private void array(JsonParser json, String name) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token == null) {
                return;
            }
            if (token == JsonToken.VALUE_NUMBER_INT) {
                bytes.write(json.getIntValue());
            } else {
                value(json, name);
            }
        }
        if (bytes.size() > 0) {
            entry.put(name, bytes.toByteArray());
        }
    }
}
