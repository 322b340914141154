package dev.aulens.query.kql;

import dev.aulens.query.kql.DataView.Field;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the fields that a name or a pattern in KQL means, and refuses what cannot be asked of them. */
final class FieldResolver {

    private final DataView view;
    private final KqlOptions options;

    FieldResolver(DataView view, KqlOptions options) {
        this.view = view;
        this.options = options;
    }

    /**
     * A field to be asked.
     *
     * @param ownNestedPath of a nested field that the query did not name, null otherwise
     */
    record Resolved(Field field, @Nullable String ownNestedPath) {}

    /**
     * Returns the fields to ask, in the order of the data view.
     *
     * @param name null for none, which inside a nested field is Kibana's field {@code null}
     * @param nestedPath where the name stands, null for no nested field
     * @throws KqlException if the name is in the wrong nested field, or the server would refuse the value
     */
    List<Resolved> fields(@Nullable KqlLiteral name, @Nullable String nestedPath, KqlLiteral value, boolean range)
            throws KqlException {
        if (name == null && options.onlyAnswerable()) {
            throw new KqlException("In { } each value needs a field before it.", value.at());
        }
        String prefix = nestedPath == null ? "" : nestedPath + ".";
        if (name instanceof KqlLiteral.Wildcard pattern) {
            return pattern(pattern.after(prefix), nestedPath, value, range);
        }
        Field field = view.orUnknown(prefix + (name == null ? "null" : name.text()));
        int at = name == null ? value.at() : name.at();
        checkNesting(view.find(field.name()) == null ? List.of() : List.of(field), nestedPath, at);
        checkName(field.name(), at);
        if (options.onlyAnswerable() && field.name().indexOf('*') >= 0) {
            throw noSuchField(field.name(), at); // to the server it would be a pattern
        }
        if (!isExistence(value) || range) {
            checkValue(field.name(), field.type(), value, range);
        }
        return List.of(new Resolved(field, null));
    }

    private List<Resolved> pattern(
            KqlLiteral.Wildcard pattern, @Nullable String nestedPath, KqlLiteral value, boolean range)
            throws KqlException {
        List<Field> found = view.matching(pattern);
        if (found.isEmpty()) {
            if (options.onlyAnswerable() && pattern.parts().get(0).isEmpty()) {
                return List.of(); // the server would find its own fields, which answer to few kinds of queries
            }
            String name = pattern.text();
            checkName(name, pattern.at());
            checkValue(name, FieldType.OTHER, value, range);
            return List.of(new Resolved(new Field(name, FieldType.OTHER, null), null));
        }
        if (nestedPath != null) {
            checkNesting(found, nestedPath, pattern.at());
        }
        List<Resolved> fields = new ArrayList<>(found.size());
        for (Field field : found) {
            boolean answerable = (!range && isExistence(value)) || field.type().objection(value, range) == null;
            if (answerable || !options.onlyAnswerable()) {
                fields.add(new Resolved(field, nestedPath == null ? field.nestedPath() : null));
            }
        }
        return fields;
    }

    /** Refuses fields that are nested elsewhere than the query says, in Kibana's words. */
    private static void checkNesting(List<Field> fields, @Nullable String nestedPath, int at) throws KqlException {
        List<String> faults = new ArrayList<>();
        for (Field field : fields) {
            String path = field.nestedPath();
            if (path == null && nestedPath != null) {
                faults.add(field.name() + " is not a nested field but is in nested group \"" + nestedPath
                        + "\" in the KQL expression.");
            } else if (path != null && nestedPath == null) {
                faults.add(field.name() + " is a nested field, but is not in a nested group in the KQL expression.");
            } else if (path != null && !path.equals(nestedPath)) {
                faults.add("Nested field " + field.name() + " is being queried with the incorrect nested path."
                        + " The correct path is " + path + ".");
            }
        }
        if (!faults.isEmpty()) {
            throw new KqlException(String.join(" ", faults), at);
        }
    }

    /** Elasticsearch's own fields answer to few kinds of queries; a caret in a name it takes for a weight. */
    private void checkName(String name, int at) throws KqlException {
        if (!options.onlyAnswerable()) {
            return;
        }
        if (name.isEmpty()) {
            throw new KqlException("A field's name is empty.", at);
        }
        if (name.startsWith("_") || name.indexOf('^') >= 0) {
            throw noSuchField(name, at);
        }
    }

    private static KqlException noSuchField(String name, int at) {
        return new KqlException("No field of events is called " + name + ".", at);
    }

    /** Refuses {@code null}: documents without a value are what {@code not field : *} finds. */
    void checkNull(KqlLiteral value) throws KqlException {
        if (options.onlyAnswerable() && value instanceof KqlLiteral.Null) {
            throw new KqlException(
                    "null cannot be searched for; events without a field are those of: not field : *", value.at());
        }
    }

    /** Refuses a value that the server would refuse. */
    void checkValue(String name, FieldType type, KqlLiteral value, boolean range) throws KqlException {
        String objection = options.onlyAnswerable() ? type.objection(value, range) : null;
        if (objection != null) {
            throw new KqlException(name + " " + objection + ".", value.at());
        }
    }

    private static boolean isExistence(KqlLiteral value) {
        return value instanceof KqlLiteral.Wildcard wildcard && wildcard.isLoneStar();
    }
}
