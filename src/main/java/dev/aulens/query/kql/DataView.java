package dev.aulens.query.kql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields that KQL is translated for, as Kibana's data view of the same indices has them. */
public final class DataView {

    private final Map<String, Field> fields = new LinkedHashMap<>();

    /**
     * A field.
     *
     * @param name in full, as {@code process.name}
     * @param nestedPath of the nested field that it is in, null if there is none
     */
    public record Field(
            String name, FieldType type, @Nullable String nestedPath) {}

    /** @param fields in the order in which a pattern finds them; none if nothing is known of the fields */
    public DataView(List<Field> fields) {
        fields.forEach(field -> this.fields.put(field.name(), field));
    }

    /**
     * Returns the fields of a mapping.
     *
     * @param types of Elasticsearch by full name, aliases as what they stand for; {@code stored} for what cannot be
     *     searched
     */
    public static DataView of(Map<String, String> types) {
        List<Field> fields = new ArrayList<>(types.size());
        types.forEach((name, type) -> fields.add(new Field(name, type(type), null)));
        return new DataView(fields);
    }

    private static FieldType type(String name) {
        return switch (name) {
            case "keyword" -> FieldType.KEYWORD;
            case "text" -> FieldType.TEXT;
            case "long" -> FieldType.LONG;
            case "boolean" -> FieldType.BOOLEAN;
            case "ip" -> FieldType.IP;
            case "date" -> FieldType.DATE;
            case "flattened" -> FieldType.FLATTENED;
            case "stored" -> FieldType.STORED;
            default -> FieldType.OTHER;
        };
    }

    /**
     * Returns why a field cannot have a value, as in {@code process.pid holds numbers}; null if it can, or is not known.
     *
     * @param value as it stands: a star in it is a star
     */
    public @Nullable String objection(String field, String value) {
        String objection = orUnknown(field).type().objection(new KqlLiteral.Text(value, true, 0), false);
        return objection == null ? null : field + " " + objection;
    }

    /** Returns the field of that name, null if there is none. */
    @Nullable
    Field find(String name) {
        return fields.get(name);
    }

    /** Returns the fields whose names are as the pattern. */
    List<Field> matching(KqlLiteral.Wildcard pattern) {
        return fields.values().stream()
                .filter(field -> pattern.matches(field.name()))
                .toList();
    }

    /**
     * Tells whether a name can be asked for.
     *
     * @param existence whether only for being there, which an object may be, too
     */
    boolean knows(String name, boolean existence) {
        return orUnknown(name).type() != FieldType.OTHER
                || find(name) != null
                || (existence && fields.keySet().stream().anyMatch(field -> field.startsWith(name + ".")));
    }

    /** Returns the field of that name; one that is not known is of the type that it would have. */
    Field orUnknown(String name) {
        Field known = fields.get(name);
        if (known != null) {
            return known;
        }
        for (int dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
            Field parent = fields.get(name.substring(0, dot));
            if (parent != null && parent.type() == FieldType.FLATTENED) {
                return new Field(name, FieldType.FLATTENED_KEY, null);
            }
        }
        return new Field(name, FieldType.OTHER, null);
    }
}
