package dev.aulens.dashboards;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes dashboards from their files: what Kibana expects besides, the links to each other and the references. */
final class DashboardEncoder {

    private static final String LINKS = "links";
    private static final String VIEW = "#/view/";
    /** It shows the label of its number, which is the same as the panel's title. */
    private static final String WITH_ITS_OWN_TITLE = "lnsMetric";

    private final Shapes shapes;
    private final Naming naming;
    private final LensEncoder lens;
    private final DashboardFiles.Contents contents;
    private final Map<String, DashboardFile> dashboards;

    DashboardEncoder(
            Shapes shapes,
            Naming naming,
            LensEncoder lens,
            DashboardFiles.Contents contents,
            Map<String, DashboardFile> dashboards) {
        this.shapes = shapes;
        this.naming = naming;
        this.lens = lens;
        this.contents = contents;
        this.dashboards = dashboards;
    }

    /** Returns the dashboard of a name. */
    SavedObject encode(String name) {
        DashboardFile file = dashboard(name);
        List<SavedObject.Reference> references = new ArrayList<>();
        ObjectNode attributes = shapes.fresh(SavedObject.DASHBOARD);
        attributes.put("title", naming.title(file.title())).put("description", file.description());
        if (file.query() != null) {
            attributes
                    .withObject("/kibanaSavedObjectMeta/searchSourceJSON/query")
                    .put("query", file.query());
        }
        ArrayNode panels = attributes.withArray("panelsJSON");
        panels.add(markdown(LINKS, new DashboardFile.Markdown(contents.links(), links(name))));
        file.panels().forEach((id, panel) -> panels.add(panel(id, panel, references)));
        controls(attributes, references);
        return new SavedObject(SavedObject.DASHBOARD, naming.dashboard(name), attributes, references);
    }

    private DashboardFile dashboard(String name) {
        DashboardFile file = dashboards.get(name);
        if (file == null) {
            throw new IllegalStateException("dashboards/contents.json has no dashboard " + name);
        }
        return file;
    }

    /** Returns the titles of all dashboards, those of the others as links. */
    private String links(String current) {
        return contents.dashboards().stream()
                .map(name -> name.equals(current)
                        ? "**" + dashboard(name).title() + "**"
                        : "[" + dashboard(name).title() + "](" + VIEW + name + ")")
                .collect(Collectors.joining(" | "));
    }

    private ObjectNode panel(String id, DashboardFile.Panel panel, List<SavedObject.Reference> references) {
        if (panel instanceof DashboardFile.Lens chart) {
            return lens(id, chart, references);
        }
        if (panel instanceof DashboardFile.SavedSearch search) {
            return search(id, search, references);
        }
        return markdown(id, (DashboardFile.Markdown) panel);
    }

    private ObjectNode lens(String id, DashboardFile.Lens chart, List<SavedObject.Reference> references) {
        ObjectNode panel = placed("lens", id, chart.gridData()).put("title", chart.title());
        LensEncoder.Encoded encoded = lens.encode(id, chart);
        ObjectNode config = panel.withObject("/embeddableConfig");
        config.put("hidePanelTitles", chart.visualizationType().equals(WITH_ITS_OWN_TITLE));
        ObjectNode attributes = config.withObject("/attributes");
        attributes.put("visualizationType", chart.visualizationType());
        attributes.set("references", encoded.innerReferences());
        Shapes.merge(attributes.withObject("/state"), encoded.state());
        for (SavedObject.Reference inner : encoded.references()) {
            references.add(new SavedObject.Reference(inner.type(), inner.id(), id + ":" + inner.name()));
        }
        if (chart.drilldown() != null) {
            config.withObject("/enhancements")
                    .withObject("/dynamicActions")
                    .putArray("events")
                    .add(drilldown(id, chart.drilldown(), references));
        }
        return panel;
    }

    private ObjectNode drilldown(String id, String target, List<SavedObject.Reference> references) {
        String eventId = id + "-drilldown";
        ObjectNode drilldown = shapes.fresh("drilldown").put("eventId", eventId);
        ObjectNode action = drilldown.withObject("/action");
        action.put("name", "Open in " + dashboard(target).title());
        references.add(new SavedObject.Reference(
                SavedObject.DASHBOARD,
                naming.dashboard(target),
                id + ":drilldown:" + action.path("factoryId").asText() + ":" + eventId + ":dashboardId"));
        return drilldown;
    }

    private ObjectNode markdown(String id, DashboardFile.Markdown text) {
        ObjectNode panel = placed("markdown", id, text.gridData());
        panel.withObject("/embeddableConfig/savedVis/params")
                .put("markdown", text.markdown().replace(VIEW, VIEW + naming.dashboard("")));
        return panel;
    }

    private ObjectNode search(String id, DashboardFile.SavedSearch search, List<SavedObject.Reference> references) {
        String name = "panel_" + id;
        references.add(new SavedObject.Reference(SavedObject.SEARCH, naming.search(search.search()), id + ":" + name));
        return placed("search", id, search.gridData())
                .put("title", search.title())
                .put("panelRefName", name);
    }

    private ObjectNode placed(String kind, String id, DashboardFile.Grid grid) {
        ObjectNode panel = shapes.fresh("panels", kind).put("panelIndex", id);
        panel.withObject("/gridData")
                .put("x", grid.x())
                .put("y", grid.y())
                .put("w", grid.w())
                .put("h", grid.h())
                .put("i", id);
        return panel;
    }

    private void controls(ObjectNode attributes, List<SavedObject.Reference> references) {
        ObjectNode panels = attributes.withObject("/controlGroupInput/panelsJSON");
        contents.controls().forEach((id, control) -> {
            ObjectNode panel = shapes.fresh("control").put("order", panels.size());
            panel.withObject("/explicitInput")
                    .put("id", id)
                    .put("dataViewId", naming.dataView())
                    .put("fieldName", control.fieldName())
                    .put("title", control.title());
            panels.set(id, panel);
            references.add(naming.dataView("controlGroup_" + id + ":optionsListDataView"));
        });
    }
}
