package dev.aulens.dashboards;

/**
 * How the saved objects for a prefix are called.
 *
 * @param prefix of the indices
 */
record Naming(String prefix) {

    /** Returns the data view's id: {@code auditd-data-view}. */
    String dataView() {
        return prefix + "-data-view";
    }

    /** Returns the id of a dashboard: {@code auditd-overview}. */
    String dashboard(String name) {
        return prefix + "-" + name;
    }

    /** Returns the id of a saved search: {@code auditd-search-events}. */
    String search(String name) {
        return prefix + "-search-" + name;
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
