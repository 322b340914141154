package dev.aulens.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * Writes saved objects as Kibana's import takes them: one JSON object in a line, some of whose parts are JSON inside of
 * texts. The same objects give the same bytes.
 */
final class ObjectLines {

    private static final String NESTED = "JSON";
    private static final List<String> NESTED_IN_DATA_VIEWS =
            List.of("fields", "fieldAttrs", "fieldFormatMap", "runtimeFieldMap", "sourceFilters");

    private final Shapes shapes;

    ObjectLines(Shapes shapes) {
        this.shapes = shapes;
    }

    /** Returns the objects, each with a line end behind it. */
    String of(List<SavedObject> objects) {
        StringBuilder lines = new StringBuilder();
        for (SavedObject object : objects) {
            lines.append(line(object)).append('\n');
        }
        return lines.toString();
    }

    private ObjectNode line(SavedObject object) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("id", object.id()).put("type", object.type());
        JsonNode attributes = closed(object.attributes());
        if (object.type().equals(SavedObject.DATA_VIEW)) {
            for (String name : NESTED_IN_DATA_VIEWS) {
                ((ObjectNode) attributes).put(name, attributes.path(name).toString());
            }
        }
        line.set("attributes", attributes);
        var references = line.putArray("references");
        for (SavedObject.Reference reference : object.references()) {
            references
                    .addObject()
                    .put("type", reference.type())
                    .put("id", reference.id())
                    .put("name", reference.name());
        }
        return line.put("managed", false)
                .put("coreMigrationVersion", shapes.version("core"))
                .put("typeMigrationVersion", shapes.version(object.type()));
    }

    /** Returns a copy where what has a name that ends in JSON is a text. */
    private static JsonNode closed(JsonNode open) {
        if (open.isArray()) {
            var elements = JsonNodeFactory.instance.arrayNode();
            open.forEach(element -> elements.add(closed(element)));
            return elements;
        }
        if (!open.isObject()) {
            return open;
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> each : open.properties()) {
            JsonNode value = closed(each.getValue());
            if (each.getKey().endsWith(NESTED)) {
                object.put(each.getKey(), value.toString());
            } else {
                object.set(each.getKey(), value);
            }
        }
        return object;
    }
}
