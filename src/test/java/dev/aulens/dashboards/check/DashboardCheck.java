package dev.aulens.dashboards.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aulens.dashboards.check.KnownToKibana.Takes;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A dashboard: its panels and where they stand, its controls, its links. */
final class DashboardCheck {

    private static final Pattern LINK = Pattern.compile("#/view/([^)\\s?]*)");
    private static final String DATA_VIEW = "index-pattern";

    private final KnownToKibana known;
    private final Fields fields;
    private final Queries queries;
    private final Set<String> objects;

    /** @param objects all that are there, as {@link SavedObjectChecks#key} calls them */
    DashboardCheck(KnownToKibana known, Fields fields, Queries queries, Set<String> objects) {
        this.known = known;
        this.fields = fields;
        this.queries = queries;
        this.objects = objects;
    }

    void check(Place place, JsonNode attributes, References references) {
        SearchCheck.source(place, attributes, references, queries);
        place.nested(attributes, "optionsJSON");
        if (attributes.path("timeRestore").asBoolean()
                && !(attributes.hasNonNull("timeFrom") && attributes.hasNonNull("timeTo"))) {
            place.fault("timeRestore needs timeFrom and timeTo");
        }
        PanelGrid grid = new PanelGrid();
        Set<String> ids = new HashSet<>();
        for (JsonNode panel : place.nested(attributes, "panelsJSON")) {
            String id = panel.path("panelIndex").asText();
            Place at = place.in("panel " + id);
            if (id.isEmpty() || !ids.add(id)) {
                at.fault("its panelIndex is missing, or another panel has it");
            }
            grid.add(at, id, panel.path("gridData"));
            panel(at, id, panel, references);
        }
        if (attributes.has("controlGroupInput")) {
            controls(place, attributes.path("controlGroupInput"), references);
        }
    }

    private void panel(Place place, String id, JsonNode panel, References references) {
        if (panel.has("panelRefName")) {
            references.use(
                    place,
                    id + ":" + panel.path("panelRefName").asText(),
                    panel.path("type").asText());
        }
        JsonNode config = panel.path("embeddableConfig");
        JsonNode chart = config.path("attributes");
        if (panel.path("type").asText().equals("lens") && chart.isObject()) {
            for (JsonNode inner : chart.path("references")) {
                String name = id + ":" + inner.path("name").asText();
                references.use(place, name, inner.path("type").asText());
                if (!references.id(name).equals(inner.path("id").asText())) {
                    place.fault("the reference " + inner.path("name").asText()
                            + " is to another object inside than outside");
                }
            }
            new LensCheck(known, fields, queries).check(place, chart);
        }
        JsonNode markdown = config.at("/savedVis/params/markdown");
        for (Matcher link = LINK.matcher(markdown.asText("")); link.find(); ) {
            if (!objects.contains("dashboard " + link.group(1))) {
                place.fault("a link leads to the dashboard " + link.group(1) + ", which is not there");
            }
        }
        for (JsonNode event : config.at("/enhancements/dynamicActions/events")) {
            references.use(
                    place.in("drilldown"),
                    id + ":drilldown:" + event.at("/action/factoryId").asText() + ":"
                            + event.path("eventId").asText() + ":dashboardId",
                    "dashboard");
        }
    }

    private void controls(Place place, JsonNode group, References references) {
        place.nested(group, "ignoreParentSettingsJSON");
        JsonNode controls = place.nested(group, "panelsJSON");
        for (Map.Entry<String, JsonNode> each :
                controls.isObject() ? controls.properties() : List.<Map.Entry<String, JsonNode>>of()) {
            Place at = place.in("control " + each.getKey());
            JsonNode control = each.getValue();
            JsonNode input = control.path("explicitInput");
            String reference = known.controls().get(control.path("type").asText());
            if (reference == null) {
                at.fault("Kibana knows no type " + control.path("type").asText());
                continue;
            }
            references.use(at, "controlGroup_" + each.getKey() + ":" + reference, DATA_VIEW);
            if (input.has("id") && !input.path("id").asText().equals(each.getKey())) {
                at.fault("its id is " + input.path("id").asText());
            }
            fields.check(at, "a control", Takes.VALUES, input.path("fieldName").asText());
        }
    }
}
