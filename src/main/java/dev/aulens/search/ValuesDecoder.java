package dev.aulens.search;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.aulens.record.EventId;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Takes the values of some fields out of documents, those of one field joined with commas; empty if there is none. */
public final class ValuesDecoder implements HitDecoder<List<String>> {

    private final List<String> fields;
    private final String[] values;

    /** @param fields full names, as {@code process.name} */
    public ValuesDecoder(List<String> fields) {
        this.fields = List.copyOf(fields);
        this.values = new String[fields.size()];
    }

    @Override
    public List<String> fields() {
        return fields;
    }

    @Override
    public void document(JsonParser json) throws IOException {
        Arrays.fill(values, "");
        object(json, "");
    }

    @Override
    public List<String> hit(EventId id) {
        return List.of(values);
    }

    private void object(JsonParser json, String path) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = path.isEmpty() ? json.currentName() : path + "." + json.currentName();
            json.nextToken();
            value(json, name);
        }
    }

    private void value(JsonParser json, String name) throws IOException {
        switch (json.currentToken()) {
            case START_OBJECT -> object(json, name);
            case START_ARRAY -> {
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    value(json, name);
                }
            }
            case VALUE_NULL -> {}
            default -> {
                for (int i = 0; i < values.length; i++) {
                    if (fields.get(i).equals(name)) {
                        values[i] = values[i].isEmpty() ? json.getText() : values[i] + "," + json.getText();
                    }
                }
            }
        }
    }
}
