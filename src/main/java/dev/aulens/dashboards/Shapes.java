package dev.aulens.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** The parts of saved objects with all that Kibana expects in them, from {@code dashboards/shapes.json}. */
final class Shapes {

    private final ObjectNode all;

    Shapes(ObjectNode all) {
        this.all = all;
    }

    /**
     * Returns a part, to be filled in.
     *
     * @param path of names in the file
     * @throws IllegalStateException if there is none
     */
    ObjectNode fresh(String... path) {
        JsonNode shape = all;
        for (String name : path) {
            shape = shape.path(name);
        }
        if (shape instanceof ObjectNode found) {
            return found.deepCopy();
        }
        throw new IllegalStateException("dashboards/shapes.json has no " + String.join(".", path));
    }

    /** Returns the version of the form of a type of objects; {@code core} for that of all. */
    String version(String type) {
        return all.at("/versions/" + type).asText();
    }

    /** Writes what another object has over what the target has, objects name by name. */
    static void merge(ObjectNode target, ObjectNode other) {
        for (Map.Entry<String, JsonNode> each : other.properties()) {
            if (target.get(each.getKey()) instanceof ObjectNode inner && each.getValue() instanceof ObjectNode more) {
                merge(inner, more);
            } else {
                target.set(each.getKey(), each.getValue());
            }
        }
    }
}
