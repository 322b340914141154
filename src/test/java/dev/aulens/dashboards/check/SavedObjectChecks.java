package dev.aulens.dashboards.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks at saved objects as they are sent to Kibana, and finds what its import refuses, and what it takes but cannot
 * show: Kibana 8.19 takes a chart unseen and fails when it is opened.
 *
 * <p>Kinds of panels, filters and charts that aulens does not ship are not looked into.
 */
public final class SavedObjectChecks {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final KnownToKibana known = KnownToKibana.load();
    private final String pattern;
    private final Fields fields;
    private final Queries queries;

    /**
     * @param types of Elasticsearch by field, as {@code MappedFields.types} has them
     * @param pattern of the indices that the template makes, as {@code auditd-*}
     */
    public SavedObjectChecks(Map<String, String> types, String pattern) {
        this.pattern = pattern;
        this.fields = new Fields(types);
        this.queries = new Queries(types);
    }

    /**
     * Returns what is wrong.
     *
     * @param ndjson one object in each line; the counts at the end of an export are passed over
     */
    public List<Finding> check(String ndjson) {
        List<Finding> findings = new ArrayList<>();
        Map<String, JsonNode> objects = new LinkedHashMap<>();
        int number = 0;
        for (String line : ndjson.lines().toList()) {
            number++;
            if (!line.isBlank()) {
                read(new Place("line " + number, findings), line, objects);
            }
        }
        Set<String> titles = objects.values().stream()
                .map(object -> object.at("/attributes/title").asText())
                .filter(title -> title.startsWith("["))
                .map(title -> title.substring(0, title.indexOf(']') + 1))
                .collect(Collectors.toSet());
        if (titles.size() > 1) {
            new Place("titles", findings).fault("they begin with several names in brackets: " + titles);
        }
        objects.forEach((key, object) -> check(new Place(key, findings), object, objects.keySet()));
        return findings;
    }

    /** Returns what an object, or a reference to it, is called here. */
    static String key(JsonNode object) {
        return object.path("type").asText() + " " + object.path("id").asText();
    }

    private void read(Place place, String line, Map<String, JsonNode> objects) {
        JsonNode object;
        try {
            object = JSON.readTree(line);
        } catch (JsonProcessingException e) {
            place.fault("it is no JSON");
            return;
        }
        if (object.has("exportedCount")) {
            return;
        }
        if (!object.path("id").isTextual() || !object.path("type").isTextual()) {
            place.fault("it has no id or no type");
        } else if (objects.put(key(object), object) != null) {
            place.fault(key(object) + " is there twice");
        }
    }

    private void check(Place place, JsonNode object, Set<String> objects) {
        known.leftOut().stream()
                .filter(object::has)
                .forEach(name -> place.fault(name + " differs from export to export; leave it out"));
        KnownToKibana.Type type = known.types().get(object.path("type").asText());
        if (type == null) {
            place.fault("its type is not known");
            return;
        }
        versions(place, object, type);
        JsonNode attributes = object.path("attributes");
        for (Map.Entry<String, JsonNode> attribute : attributes.properties()) {
            if (!type.attributes().contains(attribute.getKey())) {
                place.fault("Kibana knows no attribute " + attribute.getKey());
            }
        }
        References references = new References(place, object);
        switch (object.path("type").asText()) {
            case "dashboard" ->
                new DashboardCheck(known, fields, queries, objects).check(place, attributes, references);
            case "search" -> new SearchCheck(fields, queries).check(place, attributes, references);
            default -> dataView(place, attributes);
        }
        references.check(objects);
    }

    private void versions(Place place, JsonNode object, KnownToKibana.Type type) {
        String version = object.path("typeMigrationVersion").asText();
        if (version.isEmpty()) {
            place.fault("it has no typeMigrationVersion, so Kibana would change it as if it were of the oldest form");
        } else if (Arrays.compare(numbers(version), numbers(type.newest())) > 0) {
            place.fault("typeMigrationVersion " + version + " is newer than " + type.newest() + ", which 8.19 knows");
        }
        if (!object.path("coreMigrationVersion").asText().equals(known.coreMigrationVersion())) {
            place.fault("coreMigrationVersion is not " + known.coreMigrationVersion());
        }
    }

    private static int[] numbers(String version) {
        try {
            return Arrays.stream(version.split("\\.", -1))
                    .mapToInt(Integer::parseInt)
                    .toArray();
        } catch (NumberFormatException e) {
            return new int[] {Integer.MAX_VALUE}; // newer than all
        }
    }

    private void dataView(Place place, JsonNode attributes) {
        for (String name : List.of("fields", "fieldAttrs", "fieldFormatMap", "runtimeFieldMap", "sourceFilters")) {
            if (attributes.has(name)) {
                place.nested(attributes, name).fieldNames().forEachRemaining(field -> {
                    if (!fields.has(field)) {
                        place.in(name).fault("no field is called " + field);
                    }
                });
            }
        }
        String title = attributes.path("title").asText();
        if (!title.equals(pattern)) {
            place.fault("its pattern is '" + title + "', not " + pattern + ", which the index template has");
        }
        String time = attributes.path("timeFieldName").asText();
        if (!fields.isDate(time)) {
            place.fault("its time field '" + time + "' is no date");
        }
    }
}
