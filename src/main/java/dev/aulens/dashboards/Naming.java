package dev.aulens.dashboards;

import java.util.Optional;

/**
 * How the saved objects for a prefix are called. The space is in the ids, because Kibana gives an object a new id, and so
 * breaks the links to it, where another space has one of that id.
 *
 * @param prefix of the indices
 * @param space that the objects are for, none for the default one
 */
record Naming(String prefix, Optional<String> space) {

    /** Returns the data view's id: {@code auditd-data-view}. */
    String dataView() {
        return dashboard("data-view");
    }

    /** Returns the id of a dashboard: {@code auditd-overview}, in a space {@code auditd-SPACE-overview}. */
    String dashboard(String name) {
        return prefix + space.map(id -> "-" + id).orElse("") + "-" + name;
    }

    /** Returns the id of a saved search: {@code auditd-search-events}. */
    String search(String name) {
        return dashboard("search-" + name);
    }

    /** Returns a title with the prefix: {@code [auditd] Overview}. */
    String title(String title) {
        return "[" + prefix + "] " + title;
    }

    /** Returns a reference to the data view. */
    SavedObject.Reference dataView(String name) {
        return new SavedObject.Reference(SavedObject.DATA_VIEW, dataView(), name);
    }
}
