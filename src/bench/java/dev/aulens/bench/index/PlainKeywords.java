package dev.aulens.bench.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;

/** The template that one would write without much thought: the same fields, each indexed as a keyword. */
final class PlainKeywords {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MAPPINGS = "/dev/aulens/index/mappings/auditd@mappings.json";
    private static final int PRIORITY = 1000;
    private static final int LONGEST_KEYWORD = 8191; // a longer one might be more than Lucene takes
    private static final int MOST_FIELDS = 2000;

    private PlainKeywords() {}

    /** Returns an index template for a prefix. Shards and the interval of refreshes are those of the shipped one. */
    static String template(String prefix) throws IOException {
        ObjectNode root = JSON.createObjectNode();
        root.putArray("index_patterns").add(prefix + "-*");
        root.put("priority", PRIORITY);
        ObjectNode template = root.putObject("template");
        ObjectNode index = template.putObject("settings").putObject("index");
        index.put("number_of_shards", 1).put("number_of_replicas", 0).put("refresh_interval", "5s");
        index.withObjectProperty("mapping").withObjectProperty("total_fields").put("limit", MOST_FIELDS);
        ObjectNode mappings = template.putObject("mappings").put("dynamic", false);
        mappings.set("properties", keywords(shipped().at("/template/mappings/properties")));
        return JSON.writeValueAsString(root);
    }

    private static JsonNode shipped() throws IOException {
        try (InputStream file = PlainKeywords.class.getResourceAsStream(MAPPINGS)) {
            return JSON.readTree(Objects.requireNonNull(file, MAPPINGS));
        }
    }

    /** Objects stay objects, also those whose names are not known; a second name of a field is left out. */
    private static ObjectNode keywords(JsonNode properties) {
        ObjectNode plain = JSON.createObjectNode();
        for (Map.Entry<String, JsonNode> property : properties.properties()) {
            JsonNode field = property.getValue();
            if (field.has("properties")) {
                plain.putObject(property.getKey()).set("properties", keywords(field.path("properties")));
            } else {
                switch (field.path("type").asText()) {
                    case "alias" -> {}
                    case "flattened", "object" -> plain.set(property.getKey(), field);
                    default ->
                        plain.putObject(property.getKey())
                                .put("type", "keyword")
                                .put("ignore_above", LONGEST_KEYWORD);
                }
            }
        }
        return plain;
    }
}
