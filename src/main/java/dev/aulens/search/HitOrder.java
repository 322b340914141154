package dev.aulens.search;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.aulens.query.EventIdFields;
import dev.aulens.record.EventId;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a search is sorted.
 *
 * @param fields by which, the first before the others
 * @param place which of them, and the one behind it, are time and serial of the event that tells a hit's place
 * @param id which of them, and the two behind it, are time, serial and host of the hit's own event
 */
record HitOrder(List<Field> fields, int place, int id) {

    private static final Field MILLIS = new Field(EventIdFields.TIME, "date");
    private static final Field SERIAL = new Field(EventIdFields.SERIAL, "long");
    private static final Field HOST = new Field(EventIdFields.NODE, "keyword");

    /** The order of event ids, by time, serial and host: one without host comes before those with. */
    static final HitOrder BY_ID = new HitOrder(List.of(MILLIS, SERIAL, HOST), 0, 0);

    /** The order of overtaken events, by the event that they stand behind, and by their place there. */
    static final HitOrder BY_OVERTAKING = new HitOrder(
            List.of(
                    new Field("auditd.overtaken.timestamp", "date"),
                    new Field("auditd.overtaken.sequence", "long"),
                    new Field("auditd.overtaken.place", "long"),
                    MILLIS,
                    SERIAL,
                    HOST),
            0,
            3);

    /** A field to sort by, and its type where an index does not have it. */
    record Field(String name, String type) {

        private static final String HOST_TYPE = "keyword";

        void write(JsonGenerator json, boolean reverse) throws IOException {
            boolean first = type.equals(HOST_TYPE) && !reverse;
            json.writeStartObject();
            json.writeObjectFieldStart(name);
            json.writeStringField("order", reverse ? "desc" : "asc");
            json.writeStringField("unmapped_type", type);
            json.writeStringField("missing", first ? "_first" : "_last");
            json.writeEndObject();
            json.writeEndObject();
        }
    }

    /**
     * Where a hit stands.
     *
     * @param id of its event
     * @param place the event behind which it stands; itself where it is not overtaken
     */
    record Position(EventId id, EventId place) {}

    /** Writes the request's {@code sort}. */
    void write(JsonGenerator json, boolean reverse) throws IOException {
        json.writeArrayFieldStart("sort");
        for (Field field : fields) {
            field.write(json, reverse);
        }
        json.writeEndArray();
    }

    /**
     * Reads a hit's values of the fields.
     *
     * @param json stands at the opening bracket; is left at the closing one
     * @param copy gets the values too, for the page behind them
     */
    Position read(JsonParser json, JsonGenerator copy) throws IOException {
        long[] numbers = new long[fields.size()];
        String host = null;
        copy.writeStartArray();
        for (int i = 0; json.nextToken() != JsonToken.END_ARRAY; i++) {
            copy.copyCurrentEvent(json);
            if (i == fields.size() - 1) {
                host = textOrNull(json);
            } else if (i < numbers.length) {
                numbers[i] = json.getValueAsLong();
            }
        }
        copy.writeEndArray();
        EventId own = new EventId(host, numbers[id], numbers[id + 1]);
        return new Position(own, place == id ? own : new EventId(null, numbers[place], numbers[place + 1]));
    }

    private static @Nullable String textOrNull(JsonParser json) throws IOException {
        return json.currentToken() == JsonToken.VALUE_NULL ? null : json.getText();
    }
}
