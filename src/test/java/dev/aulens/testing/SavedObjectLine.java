package dev.aulens.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;

/** A line for Kibana's import, and the same with the JSON inside of its texts opened. */
public final class SavedObjectLine {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NESTED = "JSON";

    private SavedObjectLine() {}

    /** Returns the object of a line, opened. */
    public static ObjectNode open(String line) {
        return (ObjectNode) opened(parse(line));
    }

    /** Returns the line of an opened object. */
    public static String close(ObjectNode object) {
        return closed(object).toString();
    }

    private static JsonNode opened(JsonNode node) {
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, opened(array.get(i)));
            }
        } else if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                boolean nested = field.getKey().endsWith(NESTED);
                field.setValue(opened(nested ? parse(field.getValue().asText()) : field.getValue()));
            }
        }
        return node;
    }

    private static JsonNode closed(JsonNode node) {
        JsonNode copy = node.isObject() ? JSON.createObjectNode() : node.isArray() ? JSON.createArrayNode() : node;
        if (copy instanceof ArrayNode array) {
            node.forEach(element -> array.add(closed(element)));
        } else if (copy instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                JsonNode value = closed(field.getValue());
                object.set(
                        field.getKey(),
                        field.getKey().endsWith(NESTED) && !value.isTextual() ? new TextNode(value.toString()) : value);
            }
        }
        return copy;
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }
}
