package dev.aulens.dashboards;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A dashboard as {@code dashboards/} has it: in Kibana's words, without what is the same everywhere and without what
 * follows from the rest (ids, references, nested texts).
 *
 * @param title without the set's name in brackets
 * @param query in KQL, that holds for all panels; null for all events
 * @param panels by their ids, in the order of reading
 */
record DashboardFile(
        String title, String description, @Nullable String query, Map<String, Panel> panels) {

    /** A panel; what it has says of which kind it is. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
    @JsonSubTypes({
        @JsonSubTypes.Type(Lens.class),
        @JsonSubTypes.Type(Markdown.class),
        @JsonSubTypes.Type(SavedSearch.class)
    })
    sealed interface Panel permits Lens, Markdown, SavedSearch {

        /** Returns where it stands. */
        Grid gridData();
    }

    /** A place in the grid of 48 columns. */
    record Grid(int x, int y, int w, int h) {}

    /**
     * A chart or table.
     *
     * @param visualizationType as {@code lnsXY}
     * @param shape the series' type of lnsXY, the shape of lnsPie; null for the usual
     * @param visualization what else differs from the usual; null for nothing
     * @param query in KQL; null for all events of the dashboard
     * @param drilldown name of the dashboard that a click on a value leads to; null for none
     * @param columns by their ids: buckets from the outermost in, then metrics
     */
    record Lens(
            String title,
            Grid gridData,
            String visualizationType,
            @Nullable String shape,
            @Nullable ObjectNode visualization,
            @Nullable String query,
            @Nullable String drilldown,
            Map<String, Column> columns)
            implements Panel {}

    /**
     * A column of a chart's table.
     *
     * @param sourceField null where the operation needs none or has a usual one
     * @param filter in KQL, for a metric of a part of the events; null for all
     * @param params what differs from the usual; null for nothing
     */
    record Column(
            String operationType,
            String label,
            @Nullable String sourceField,
            @Nullable String filter,
            @Nullable ObjectNode params) {}

    /** A text; {@code #/view/NAME} in it leads to the dashboard of that name. */
    record Markdown(Grid gridData, String markdown) implements Panel {}

    /** The hits of a saved search, by its name. */
    record SavedSearch(String title, Grid gridData, String search) implements Panel {}
}
