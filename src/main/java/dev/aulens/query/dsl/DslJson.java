package dev.aulens.query.dsl;

import co.elastic.clients.json.JsonpMapper;
import co.elastic.clients.json.JsonpSerializable;
import dev.aulens.query.Dsl;
import jakarta.json.stream.JsonGenerator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a part of a ready query.
 *
 * @param value as {@link Dsl} has it
 */
record DslJson(@Nullable Object value) implements JsonpSerializable {

    @Override
    public void serialize(JsonGenerator json, JsonpMapper mapper) {
        write(value, json);
    }

    private static void write(@Nullable Object value, JsonGenerator json) {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Dsl query) {
            json.writeStartObject().writeKey(query.kind());
            write(query.body(), json);
            json.writeEnd();
        } else if (value instanceof Map<?, ?> object) {
            json.writeStartObject();
            object.forEach((name, each) -> {
                json.writeKey(String.valueOf(name));
                write(each, json);
            });
            json.writeEnd();
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            list.forEach(each -> write(each, json));
            json.writeEnd();
        } else if (value instanceof Boolean truth) {
            json.write(truth);
        } else if (value instanceof Integer number) {
            json.write(number);
        } else {
            json.write(value.toString());
        }
    }
}
