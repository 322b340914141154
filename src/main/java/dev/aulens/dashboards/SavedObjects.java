package dev.aulens.dashboards;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aulens.index.IndexNames;
import dev.aulens.index.MappedFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The data view, the saved searches and the dashboards for the indices of a prefix, made from the files of {@code
 * dashboards/}. The prefix is in every id and title, so that those of several prefixes can stand side by side.
 */
public final class SavedObjects {

    private static final String INDEX_NAME = "kibanaSavedObjectMeta.searchSourceJSON.index";

    private final Naming naming;
    private final Shapes shapes;
    private final List<SavedObject> all = new ArrayList<>();

    private SavedObjects(Naming naming, Shapes shapes) {
        this.naming = naming;
        this.shapes = shapes;
    }

    /**
     * Returns the objects for a prefix.
     *
     * @param prefix of the indices, without the star
     * @param space of Kibana that they are for, none for the default one
     */
    public static SavedObjects of(String prefix, Optional<String> space) {
        DashboardFiles.Contents contents = DashboardFiles.contents();
        Map<String, DashboardFile> dashboards = DashboardFiles.dashboards(contents);
        Shapes shapes = DashboardFiles.shapes();
        SavedObjects objects = new SavedObjects(new Naming(prefix, space), shapes);
        objects.addDataView();
        DashboardFiles.searches(contents).forEach(objects::addSearch);
        LensEncoder lens =
                new LensEncoder(shapes, objects.naming, MappedFields.load().types());
        DashboardEncoder encoder = new DashboardEncoder(shapes, objects.naming, lens, contents, dashboards);
        dashboards.keySet().forEach(name -> objects.all.add(encoder.encode(name)));
        return objects;
    }

    /** Returns the lines that Kibana's import takes; the same for each call. */
    public String ndjson() {
        return new ObjectLines(shapes).of(all);
    }

    /** Returns how many objects there are. */
    public int size() {
        return all.size();
    }

    /** Returns the id of the dashboard to begin with. */
    public String firstDashboard() {
        return all.stream()
                .filter(object -> object.type().equals(SavedObject.DASHBOARD))
                .findFirst()
                .map(SavedObject::id)
                .orElseThrow();
    }

    private void addDataView() {
        ObjectNode attributes = shapes.fresh(SavedObject.DATA_VIEW);
        Shapes.merge(attributes, DashboardFiles.dataView());
        attributes.put("title", IndexNames.pattern(naming.prefix())).put("name", naming.prefix());
        all.add(new SavedObject(SavedObject.DATA_VIEW, naming.dataView(), attributes, List.of()));
    }

    private void addSearch(String name, DashboardFiles.SearchFile file) {
        ObjectNode attributes = shapes.fresh(SavedObject.SEARCH);
        attributes.put("title", naming.title(file.title())).put("description", file.description());
        file.columns().forEach(attributes.withArray("columns")::add);
        if (file.query() != null) {
            attributes
                    .withObject("/kibanaSavedObjectMeta/searchSourceJSON/query")
                    .put("query", file.query());
        }
        all.add(new SavedObject(
                SavedObject.SEARCH, naming.search(name), attributes, List.of(naming.dataView(INDEX_NAME))));
    }
}
