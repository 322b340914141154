package dev.aulens.dashboards.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aulens.query.kql.DataView;
import dev.aulens.query.kql.KqlException;
import dev.aulens.query.kql.KqlFields;
import dev.aulens.query.kql.SearchBar;
import java.time.ZoneOffset;
import java.util.Map;

/** The queries inside of saved objects: {@code {"query": ..., "language": "kuery"}}. */
final class Queries {

    private final DataView view;
    private final SearchBar searchBar;

    /** @param types of the fields by name */
    Queries(Map<String, String> types) {
        this.view = DataView.of(types);
        this.searchBar = new SearchBar(view, ZoneOffset.UTC);
    }

    /** Says what is wrong with a query: its language, its syntax, or a field that is not there. */
    void check(Place place, JsonNode query) {
        String language = query.path("language").asText();
        if (!language.equals("kuery") && !language.equals("lucene")) {
            place.fault("the query's language is '" + language + "', not kuery or lucene");
            return;
        }
        if (!query.path("query").isTextual()) {
            place.fault("the query is no text");
            return;
        }
        if (language.equals("lucene")) {
            return; // only the server can tell
        }
        String text = query.path("query").asText();
        try {
            searchBar.kql(text);
            for (String unknown : KqlFields.unknown(text, view)) {
                place.fault("the query names a field that is not there: " + unknown);
            }
        } catch (KqlException e) {
            place.fault("the query cannot be read: " + e.getMessage() + " (character " + (e.offset() + 1) + " of "
                    + text + ")");
        }
    }
}
