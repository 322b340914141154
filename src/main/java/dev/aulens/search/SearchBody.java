package dev.aulens.search;

import co.elastic.clients.json.JsonpUtils;
import co.elastic.clients.json.SimpleJsonpMapper;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.aulens.query.Filter;
import dev.aulens.query.dsl.FilterTranslator;
import dev.aulens.record.EventId;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of a request to the search API. */
final class SearchBody {

    private static final JsonFactory JSON = new JsonFactory();

    private final String query;
    private final HitOrder order;
    private final boolean reverse;
    private final List<String> fields;
    private final boolean withDocuments;

    SearchBody(Filter filter, HitOrder order, boolean reverse, HitDecoder<?> decoder) {
        this.query = json(filter);
        this.order = order;
        this.reverse = reverse;
        this.fields = decoder.fields();
        this.withDocuments = decoder.readsDocuments();
    }

    /** Returns a filter as the JSON of Elasticsearch's query language. */
    static String json(Filter filter) {
        return JsonpUtils.toJsonString(FilterTranslator.translate(filter), new SimpleJsonpMapper());
    }

    /** Returns what an event is sorted by, as JSON: time, serial and host. */
    static String sortValues(EventId id) {
        StringWriter text = new StringWriter(64);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartArray();
            json.writeNumber(id.millis());
            json.writeNumber(id.serial());
            json.writeString(id.node());
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /**
     * Returns the request for one page.
     *
     * @param size the most documents in the answer
     * @param pit the point in time to search in, null for the present
     * @param after the sort values behind which the page begins, as JSON; empty for the beginning
     */
    String page(int size, @Nullable PointInTime pit, String after) {
        StringWriter text = new StringWriter(query.length() + 256);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeNumberField("size", size);
            json.writeBooleanField("track_total_hits", false);
            raw(json, "query", query);
            order.write(json, reverse);
            if (!withDocuments) {
                // Not even the _id, for which the server would decompress a block of stored fields for each hit.
                json.writeStringField("stored_fields", "_none_");
            } else if (!fields.isEmpty()) {
                json.writeArrayFieldStart("_source");
                for (String field : fields) {
                    json.writeString(field);
                }
                json.writeEndArray();
            }
            if (pit != null) {
                json.writeObjectFieldStart("pit");
                json.writeStringField("id", pit.id());
                json.writeStringField("keep_alive", PointInTime.KEEP_ALIVE);
                json.writeEndObject();
            }
            if (!after.isEmpty()) {
                raw(json, "search_after", after);
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void raw(JsonGenerator json, String name, String value) throws IOException {
        json.writeFieldName(name);
        json.writeRawValue(value);
    }
}
