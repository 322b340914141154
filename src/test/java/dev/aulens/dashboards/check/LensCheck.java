package dev.aulens.dashboards.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aulens.dashboards.check.KnownToKibana.Takes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** A chart of Lens: its layers, their columns, and which of them the picture names. */
final class LensCheck {

    private static final String RECORDS = "___records___";
    private static final Pattern NAMES_COLUMNS =
            Pattern.compile("(?:^a|A)ccessors?$|^(?:metrics|primaryGroups|secondaryGroups)$");

    private final KnownToKibana known;
    private final Fields fields;
    private final Queries queries;

    LensCheck(KnownToKibana known, Fields fields, Queries queries) {
        this.known = known;
        this.fields = fields;
        this.queries = queries;
    }

    void check(Place place, JsonNode chart) {
        JsonNode state = chart.path("state");
        queries.check(place.in("query"), state.path("query"));
        Set<String> references = new HashSet<>();
        chart.path("references")
                .forEach(each -> references.add(each.path("name").asText()));
        Map<String, Set<String>> columns = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> layer :
                state.at("/datasourceStates/formBased/layers").properties()) {
            if (!references.contains("indexpattern-datasource-layer-" + layer.getKey())) {
                place.fault("the layer " + layer.getKey() + " has no reference to a data view");
            }
            columns.put(layer.getKey(), layer(place, layer.getValue()));
        }
        if (columns.isEmpty()) {
            place.fault("it has no layer");
        }
        String type = chart.path("visualizationType").asText();
        if (!known.visualizations().contains(type)) {
            place.fault("Kibana knows no visualization " + type);
        }
        visualization(place, type, state.path("visualization"), columns);
    }

    private Set<String> layer(Place place, JsonNode layer) {
        JsonNode all = layer.path("columns");
        Set<String> names = new HashSet<>();
        all.fieldNames().forEachRemaining(names::add);
        List<String> order = new ArrayList<>();
        layer.path("columnOrder").forEach(name -> order.add(name.asText()));
        if (order.size() != names.size() || !names.containsAll(order)) {
            place.fault("columnOrder and columns differ");
        }
        boolean metrics = false;
        for (String name : order) {
            boolean bucketed = all.path(name).path("isBucketed").asBoolean();
            if (bucketed && metrics) {
                place.fault("the bucket " + name + " stands behind a metric");
            }
            metrics |= !bucketed;
        }
        for (Map.Entry<String, JsonNode> column : all.properties()) {
            column(place.in("column " + column.getKey()), column.getValue(), all);
        }
        return names;
    }

    private void column(Place place, JsonNode column, JsonNode all) {
        String name = column.path("operationType").asText();
        KnownToKibana.Operation operation = known.operations().get(name);
        if (operation == null) {
            place.fault("Kibana knows no operation " + name);
            return;
        }
        if (column.path("isBucketed").asBoolean() != operation.bucketed()) {
            place.fault("isBucketed is wrong for " + name);
        }
        if (column.path("label").asText().isEmpty()) {
            place.fault("it has no label");
        }
        field(place, name, operation.takes(), column.path("sourceField").asText());
        for (JsonNode reference : column.path("references")) {
            if (!all.has(reference.asText())) {
                place.fault("it needs the column " + reference.asText() + ", which is not there");
            }
        }
        if (column.has("filter")) {
            queries.check(place.in("filter"), column.path("filter"));
        }
        JsonNode params = column.path("params");
        for (JsonNode filter : params.path("filters")) {
            queries.check(place.in("filter " + filter.path("label").asText()), filter.path("input"));
        }
        if (name.equals("filters") && params.path("filters").isEmpty()) {
            place.fault("it has no filters");
        }
        JsonNode orderBy = params.path("orderBy");
        JsonNode metric = all.path(orderBy.path("columnId").asText());
        if (orderBy.path("type").asText().equals("column")
                && (metric.isMissingNode() || metric.path("isBucketed").asBoolean())) {
            place.fault("it is ordered by " + orderBy.path("columnId").asText() + ", which is no metric");
        }
        if (params.path("missingBucket").asBoolean()
                && !(params.path("otherBucket").asBoolean()
                        && column.path("dataType").asText().equals("string"))) {
            place.fault("missingBucket does nothing without otherBucket, or where values are no texts");
        }
        if (params.has("sortField") && !fields.isDate(params.path("sortField").asText())) {
            place.fault("its sortField " + params.path("sortField").asText() + " is no date");
        }
    }

    private void field(Place place, String operation, Takes takes, String field) {
        if (takes == Takes.NOTHING) {
            return;
        }
        if (field.isEmpty()) {
            place.fault(operation + " needs a sourceField");
        } else if (!(takes == Takes.RECORDS && field.equals(RECORDS))) {
            fields.check(place, operation, takes == Takes.RECORDS ? Takes.VALUES : takes, field);
        }
    }

    private static void visualization(
            Place place, String type, JsonNode visualization, Map<String, Set<String>> columns) {
        Iterable<JsonNode> layers = visualization.has("layers") ? visualization.path("layers") : List.of(visualization);
        for (JsonNode layer : layers) {
            String id = layer.path("layerId").asText();
            Set<String> known = columns.get(id);
            if (known == null) {
                place.fault("the picture has a layer '" + id + "' that is not there");
                continue;
            }
            for (Map.Entry<String, JsonNode> each : layer.properties()) {
                if (NAMES_COLUMNS.matcher(each.getKey()).find()) {
                    Iterable<JsonNode> names = each.getValue().isArray() ? each.getValue() : List.of(each.getValue());
                    names.forEach(name -> exists(place, each.getKey(), name.asText(), known));
                }
            }
            if (type.equals("lnsDatatable")) {
                table(place, layer, known);
            }
        }
    }

    private static void table(Place place, JsonNode layer, Set<String> known) {
        Set<String> shown = new HashSet<>();
        for (JsonNode column : layer.path("columns")) {
            String name = column.path("columnId").asText();
            exists(place, "columns", name, known);
            if (!shown.add(name)) {
                place.fault("the table shows the column " + name + " twice");
            }
        }
        known.stream()
                .filter(name -> !shown.contains(name))
                .forEach(name -> place.fault("the table does not show the column " + name));
        if (layer.has("sorting")) {
            exists(place, "sorting", layer.at("/sorting/columnId").asText(), known);
        }
    }

    private static void exists(Place place, String by, String column, Set<String> known) {
        if (!known.contains(column)) {
            place.fault(by + " names the column " + column + ", which is not there");
        }
    }
}
