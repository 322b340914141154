package dev.aulens.search;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aulens.Failure;
import java.util.Set;

/** Which fields the server can count the values of, as its indices are really mapped. */
public final class CountableFields {

    /** No field's name is nearly as long; the server takes a request line of 4 KB. */
    private static final int LONGEST_NAME = 512;

    private static final Set<String> WITHOUT_VALUES = Set.of("object", "nested", "unmapped");

    private final Indices indices;

    /** What a field is good for. */
    public enum Kind {
        /** Values can be counted. */
        COUNTABLE,
        /** A time: events can be counted over it. */
        TIME,
        /** The field is there, but its values are not kept for counting. */
        UNCOUNTABLE,
        /** No index has such a field; it may have an object of that name. */
        UNKNOWN
    }

    /** @param indices to ask */
    public CountableFields(Indices indices) {
        this.indices = indices;
    }

    /**
     * Returns what a field is good for.
     *
     * @param name in full; no pattern
     * @throws Failure if there is no index, or the server cannot be asked
     */
    public Kind kind(String name) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            return Kind.UNKNOWN;
        }
        JsonNode answer = indices.json("GET", "/_field_caps", request -> request.addParameter("fields", name));
        return kind(answer.path("fields").path(name));
    }

    private static Kind kind(JsonNode types) {
        Kind kind = Kind.UNKNOWN;
        for (JsonNode type : types) {
            String name = type.path("type").asText();
            if (name.equals("date") || name.equals("date_nanos")) {
                return Kind.TIME;
            }
            if (WITHOUT_VALUES.contains(name)) {
                continue;
            }
            boolean countable = type.path("aggregatable").asBoolean() && !name.equals("flattened");
            if (!countable) {
                return Kind.UNCOUNTABLE;
            }
            kind = Kind.COUNTABLE;
        }
        return kind;
    }
}
