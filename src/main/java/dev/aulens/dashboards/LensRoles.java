package dev.aulens.dashboards;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Which column of a chart's table goes where in the chart. Time is the horizontal axis where there is one, else the first
 * bucket is; the other bucket divides the bars.
 *
 * @param buckets columns that divide the events, from the outermost in
 * @param times those of the buckets that are intervals of time
 * @param metrics columns that are counted or calculated
 */
record LensRoles(String layerId, List<String> buckets, List<String> times, List<String> metrics) {

    static Builder builder(String layerId) {
        return new Builder(layerId);
    }

    /** Gathers the columns in their order. */
    static final class Builder {

        private final String layerId;
        private final List<String> buckets = new ArrayList<>();
        private final List<String> times = new ArrayList<>();
        private final List<String> metrics = new ArrayList<>();

        private Builder(String layerId) {
            this.layerId = layerId;
        }

        void add(String name, ObjectNode column) {
            if (!column.path("isBucketed").asBoolean()) {
                metrics.add(name);
                return;
            }
            buckets.add(name);
            if (column.path("operationType").asText().equals("date_histogram")) {
                times.add(name);
            }
        }

        /** @throws IllegalStateException if there is no metric */
        LensRoles build() {
            if (metrics.isEmpty()) {
                throw new IllegalStateException("the chart of " + layerId + " has no metric");
            }
            return new LensRoles(layerId, List.copyOf(buckets), List.copyOf(times), List.copyOf(metrics));
        }
    }

    /** Returns the first metric. */
    String metric() {
        return metrics.get(0);
    }

    /**
     * Names the columns in a visualization.
     *
     * @throws IllegalStateException if its type is not known here
     */
    void fillIn(String type, ObjectNode visualization) {
        switch (type) {
            case "lnsMetric" -> metric(visualization.put("layerId", layerId));
            case "lnsXY" -> axes(layer(visualization));
            case "lnsPie" -> {
                buckets.forEach(layer(visualization).withArray("primaryGroups")::add);
                metrics.forEach(layer(visualization).withArray("metrics")::add);
            }
            case "lnsDatatable" -> {
                visualization.put("layerId", layerId);
                buckets.forEach(
                        name -> visualization.withArray("columns").addObject().put("columnId", name));
                metrics.forEach(
                        name -> visualization.withArray("columns").addObject().put("columnId", name));
            }
            case "lnsHeatmap" ->
                visualization
                        .put("layerId", layerId)
                        .put("xAccessor", horizontal())
                        .put("yAccessor", dividing())
                        .put("valueAccessor", metric());
            default -> throw new IllegalStateException("no visualization is called " + type);
        }
    }

    /** Sets the shape of a visualization that comes in several. */
    void shape(String type, ObjectNode visualization, String shape) {
        if (type.equals("lnsXY")) {
            visualization.put("preferredSeriesType", shape);
            layer(visualization).put("seriesType", shape);
        } else {
            visualization.put("shape", shape);
        }
    }

    private void metric(ObjectNode visualization) {
        visualization.put("metricAccessor", metric());
        if (metrics.size() > 1) {
            visualization.put("secondaryMetricAccessor", metrics.get(1));
        }
        if (!buckets.isEmpty()) {
            visualization.put("breakdownByAccessor", buckets.get(0));
        }
    }

    private void axes(ObjectNode layer) {
        metrics.forEach(layer.withArray("accessors")::add);
        layer.put("xAccessor", horizontal());
        if (buckets.size() > 1) {
            layer.put("splitAccessor", dividing());
        }
    }

    private ObjectNode layer(ObjectNode visualization) {
        return ((ObjectNode) visualization.withArray("layers").get(0)).put("layerId", layerId);
    }

    private String horizontal() {
        return times.isEmpty() ? buckets.get(0) : times.get(0);
    }

    private String dividing() {
        return buckets.stream()
                .filter(name -> !name.equals(horizontal()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the chart of " + layerId + " has one bucket only"));
    }
}
