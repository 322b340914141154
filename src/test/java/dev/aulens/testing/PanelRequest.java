package dev.aulens.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aulens.query.Filter;
import dev.aulens.query.kql.KqlException;
import dev.aulens.query.kql.SearchBar;
import dev.aulens.search.EventSearch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a chart of Lens asks Elasticsearch: its columns as aggregations, as Kibana makes them, but for intervals of time,
 * which are months here.
 */
public final class PanelRequest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MISSING = "__missing__";

    private final SearchBar searchBar;
    private final JsonNode columns;
    private final List<String> buckets = new ArrayList<>();
    private final List<String> metrics = new ArrayList<>();
    private final ObjectNode body = JSON.createObjectNode();

    /**
     * @param chart the attributes of a panel's embeddableConfig
     * @throws AssertionError if a query in it is no KQL
     */
    public PanelRequest(SearchBar searchBar, JsonNode chart) {
        this.searchBar = searchBar;
        JsonNode layer =
                chart.at("/state/datasourceStates/formBased/layers").elements().next();
        this.columns = layer.path("columns");
        for (JsonNode name : layer.path("columnOrder")) {
            (column(name.asText()).path("isBucketed").asBoolean() ? buckets : metrics).add(name.asText());
        }
        body.put("size", 0).put("track_total_hits", true);
        body.set("query", query(chart.at("/state/query/query").asText()));
        aggregations(body, 0);
    }

    /** Returns the search. */
    public ObjectNode body() {
        return body;
    }

    /**
     * Returns what is empty in an answer: nothing, or the whole ({@code ""}), or names of columns whose count is nought
     * everywhere, and of filters ({@code column: label}) that find nothing.
     */
    public List<String> empty(JsonNode answer) {
        if (answer.at("/hits/total/value").asLong() == 0) {
            return List.of("");
        }
        Map<String, Double> sums = new LinkedHashMap<>();
        metrics.stream().filter(name -> column(name).has("filter")).forEach(name -> sums.put(name, 0.0));
        long rows = rows(answer.path("aggregations"), 0, sums);
        if (rows == 0) {
            return List.of("");
        }
        return sums.entrySet().stream()
                .filter(sum -> sum.getValue() == 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    private JsonNode column(String name) {
        return columns.path(name);
    }

    private void aggregations(ObjectNode parent, int level) {
        ObjectNode all = parent.putObject("aggs");
        for (String metric : metrics) {
            JsonNode column = column(metric);
            ObjectNode aggregation = metric(column);
            if (column.has("filter")) {
                ObjectNode filtered = JSON.createObjectNode();
                filtered.set("filter", query(column.at("/filter/query").asText()));
                if (!aggregation.isEmpty()) {
                    filtered.putObject("aggs").set("value", aggregation);
                }
                all.set(metric, filtered);
            } else if (!aggregation.isEmpty()) {
                all.set(metric, aggregation);
            }
        }
        if (level < buckets.size()) {
            ObjectNode bucket = bucket(column(buckets.get(level)));
            all.set(buckets.get(level), bucket);
            aggregations(bucket, level + 1);
        }
    }

    private ObjectNode metric(JsonNode column) {
        ObjectNode aggregation = JSON.createObjectNode();
        String field = column.path("sourceField").asText();
        switch (column.path("operationType").asText()) {
            case "count" -> {}
            case "unique_count" -> aggregation.putObject("cardinality").put("field", field);
            case "min", "max" ->
                aggregation.putObject(column.path("operationType").asText()).put("field", field);
            default -> throw new AssertionError("not translated: " + column);
        }
        return aggregation;
    }

    private ObjectNode bucket(JsonNode column) {
        ObjectNode aggregation = JSON.createObjectNode();
        String operation = column.path("operationType").asText();
        String field = column.path("sourceField").asText();
        JsonNode params = column.path("params");
        switch (operation) {
            case "terms" -> {
                ObjectNode terms = aggregation.putObject(operation);
                terms.put("field", field).put("size", params.path("size").asInt());
                String by = params.at("/orderBy/columnId").asText();
                boolean count = metric(column(by)).isEmpty() && !column(by).has("filter");
                terms.putObject("order")
                        .put(
                                count ? "_count" : by,
                                params.path("orderDirection").asText());
                if (params.path("missingBucket").asBoolean()) {
                    terms.put("missing", MISSING);
                }
                if (!params.path("include").isEmpty()) {
                    terms.put("include", params.at("/include/0").asText());
                }
            }
            case "date_histogram" ->
                aggregation
                        .putObject(operation)
                        .put("field", field)
                        .put("calendar_interval", "month")
                        .put("min_doc_count", 1);
            case "filters" -> {
                ObjectNode filters = aggregation.putObject(operation).putObject(operation);
                for (JsonNode filter : params.path("filters")) {
                    filters.set(
                            filter.path("label").asText(),
                            query(filter.at("/input/query").asText()));
                }
            }
            default -> throw new AssertionError("not translated: " + column);
        }
        return aggregation;
    }

    private JsonNode query(String kql) {
        try {
            Filter filter = searchBar.kql(kql);
            return JSON.readTree(EventSearch.explain(filter));
        } catch (KqlException | JsonProcessingException e) {
            throw new AssertionError(kql, e);
        }
    }

    /** Returns how many rows of all buckets there are, and adds up the filtered counts of each. */
    private long rows(JsonNode aggregations, int level, Map<String, Double> sums) {
        if (level == buckets.size()) {
            sums.replaceAll((name, sum) -> sum + value(aggregations.path(name)));
            return 1;
        }
        long rows = 0;
        JsonNode found = aggregations.path(buckets.get(level)).path("buckets");
        if (found.isArray()) {
            for (JsonNode bucket : found) {
                rows += rows(bucket, level + 1, sums);
            }
            return rows;
        }
        for (Map.Entry<String, JsonNode> filter : found.properties()) {
            String name = buckets.get(level) + ": " + filter.getKey();
            sums.merge(name, filter.getValue().path("doc_count").asDouble(), Double::sum);
            rows += rows(filter.getValue(), level + 1, sums);
        }
        return rows;
    }

    private static double value(JsonNode filtered) {
        JsonNode inner = filtered.path("value").path("value");
        return inner.isNumber() ? inner.asDouble() : filtered.path("doc_count").asDouble();
    }
}
