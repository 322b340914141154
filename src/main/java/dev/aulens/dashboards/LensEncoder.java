package dev.aulens.dashboards;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Makes the state of Lens from a chart of a dashboard's file. */
final class LensEncoder {

    private static final String COUNTED_RECORDS = "count";

    private final Shapes shapes;
    private final Naming naming;
    private final Map<String, String> fieldTypes;

    /** @param fieldTypes of Elasticsearch by field */
    LensEncoder(Shapes shapes, Naming naming, Map<String, String> fieldTypes) {
        this.shapes = shapes;
        this.naming = naming;
        this.fieldTypes = fieldTypes;
    }

    /**
     * A chart for Kibana.
     *
     * @param references as the chart itself names them
     */
    record Encoded(ObjectNode state, List<SavedObject.Reference> references) {

        /** Returns the references as the chart repeats them. */
        ArrayNode innerReferences() {
            ArrayNode all = JsonNodeFactory.instance.arrayNode();
            for (SavedObject.Reference reference : references) {
                all.addObject()
                        .put("type", reference.type())
                        .put("id", reference.id())
                        .put("name", reference.name());
            }
            return all;
        }
    }

    /**
     * Returns the chart of a panel.
     *
     * @throws IllegalStateException if it has an operation or a visualization that shapes.json does not have
     */
    Encoded encode(String id, DashboardFile.Lens chart) {
        String layerId = id + "-layer";
        ObjectNode state = JsonNodeFactory.instance.objectNode();
        ObjectNode layer = shapes.fresh("layer");
        state.withObject("/datasourceStates/formBased/layers").set(layerId, layer);
        LensRoles.Builder roles = LensRoles.builder(layerId);
        chart.columns().forEach((name, column) -> {
            ObjectNode encoded = column(column);
            layer.withObject("/columns").set(name, encoded);
            layer.withArray("/columnOrder").add(name);
            roles.add(name, encoded);
        });
        LensRoles columns = roles.build();
        orderTerms(layer, columns);
        state.set("visualization", visualization(chart, columns));
        if (chart.query() != null) {
            state.putObject("query").put("query", chart.query()).put("language", "kuery");
        }
        return new Encoded(state, List.of(naming.dataView("indexpattern-datasource-layer-" + layerId)));
    }

    private ObjectNode column(DashboardFile.Column column) {
        ObjectNode encoded = shapes.fresh("columns", column.operationType()).put("label", column.label());
        if (column.sourceField() != null) {
            encoded.put("sourceField", column.sourceField());
        }
        if (encoded.path("dataType").asText().isEmpty()) {
            encoded.put("dataType", dataType(encoded.path("sourceField").asText()));
        }
        if (column.filter() != null) {
            encoded.putObject("filter").put("query", column.filter()).put("language", "kuery");
        }
        if (column.params() != null) {
            Shapes.merge(encoded.withObject("/params"), column.params());
        }
        return encoded;
    }

    /** Returns the type in the words of Kibana's data views. */
    private String dataType(String field) {
        return switch (fieldTypes.getOrDefault(field, "")) {
            case "long" -> "number";
            case "date" -> "date";
            case "boolean" -> "boolean";
            case "ip" -> "ip";
            default -> "string";
        };
    }

    /** The most frequent values come first, unless the file says otherwise; without a count those of the first metric. */
    private static void orderTerms(ObjectNode layer, LensRoles columns) {
        ObjectNode all = layer.withObject("/columns");
        String count = columns.metrics().stream()
                .filter(name -> all.at("/" + name + "/operationType").asText().equals(COUNTED_RECORDS))
                .findFirst()
                .orElse(columns.metric());
        for (String bucket : columns.buckets()) {
            ObjectNode column = all.withObject("/" + bucket);
            ObjectNode params = column.withObject("/params");
            if (column.path("operationType").asText().equals("terms") && !params.has("orderBy")) {
                params.putObject("orderBy").put("type", "column").put("columnId", count);
            }
        }
    }

    private ObjectNode visualization(DashboardFile.Lens chart, LensRoles columns) {
        ObjectNode visualization = shapes.fresh("visualizations", chart.visualizationType());
        columns.fillIn(chart.visualizationType(), visualization);
        if (chart.shape() != null) {
            columns.shape(chart.visualizationType(), visualization, chart.shape());
        }
        if (chart.visualization() != null) {
            Shapes.merge(visualization, chart.visualization());
        }
        return visualization;
    }
}
