package dev.aulens.dashboards;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A saved object of Kibana.
 *
 * @param type in Kibana's words: {@code index-pattern} (a data view), {@code search} or {@code dashboard}
 * @param id under which other objects refer to it
 * @param attributes with the JSON inside of texts opened
 * @param references to the objects that it needs
 */
record SavedObject(String type, String id, ObjectNode attributes, List<Reference> references) {

    static final String DATA_VIEW = "index-pattern";
    static final String SEARCH = "search";
    static final String DASHBOARD = "dashboard";

    SavedObject {
        references = List.copyOf(references);
    }

    /**
     * Another object that one needs.
     *
     * @param name by which the attributes call it
     */
    record Reference(String type, String id, String name) {}
}
