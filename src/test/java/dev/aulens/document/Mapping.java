package dev.aulens.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aulens.interpret.InternetAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The mapping in {@code mappings/}: its fields, and what is wrong with a document by it. */
final class Mapping {

    /** The template's file. */
    static final Path FILE = Path.of("mappings/auditd@mappings.json");

    private final Map<String, JsonNode> fields = new LinkedHashMap<>();

    private Mapping() {}

    static Mapping read() {
        try {
            Mapping mapping = new Mapping();
            JsonNode template = new ObjectMapper().readTree(FILE.toFile());
            mapping.collect("", template.at("/template/mappings/properties"));
            return mapping;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void collect(String prefix, JsonNode properties) {
        properties.properties().forEach(field -> {
            String path = prefix + field.getKey();
            JsonNode children = field.getValue().get("properties");
            if (children == null) {
                fields.put(path, field.getValue());
            } else {
                collect(path + ".", children);
            }
        });
    }

    /** Returns the fields' definitions by their full names, in the order of the file. */
    Map<String, JsonNode> fields() {
        return fields;
    }

    /** Returns what in a document is not as the mapping says, one sentence each. */
    List<String> faults(JsonNode document) {
        List<String> faults = new ArrayList<>();
        check("", document, faults);
        return faults;
    }

    private void check(String path, JsonNode value, List<String> faults) {
        if (value.isArray()) {
            value.forEach(element -> check(path, element, faults));
            return;
        }
        JsonNode definition = fields.get(path);
        if (definition != null) {
            String fault = fault(definition.get("type").asText(), definition, value);
            if (fault != null) {
                faults.add(path + ": " + fault);
            }
            return;
        }
        if (!value.isObject()) {
            faults.add(path + ": is not in the mapping");
        } else if (value.isEmpty()) {
            faults.add(path + ": is empty");
        }
        value.properties()
                .forEach(field ->
                        check(path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), faults));
    }

    private static @Nullable String fault(String type, JsonNode definition, JsonNode value) {
        boolean right = switch (type) {
            case "keyword" -> value.isTextual() && fits(definition, value.asText());
            case "text" -> value.isTextual();
            case "ip" -> value.isTextual() && InternetAddress.isValid(value.asText());
            case "long" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            case "date" ->
                value.isTextual() && value.asText().matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
            case "flattened" -> value.isObject();
            case "object" -> value.isObject();
            default -> false;
        };
        return right ? null : "no " + type + ": " + value;
    }

    private static boolean fits(JsonNode definition, String value) {
        JsonNode limit = definition.get("ignore_above");
        return limit == null
                ? !definition.path("index").asBoolean(true)
                : value.length() <= DocumentJson.LONGEST; // one that is longer than a lower limit is kept, not searched
    }
}
