package dev.aulens.dashboards.check;

import com.fasterxml.jackson.databind.JsonNode;

/** A saved search: its columns, its order and its query. */
final class SearchCheck {

    private final Fields fields;
    private final Queries queries;

    SearchCheck(Fields fields, Queries queries) {
        this.fields = fields;
        this.queries = queries;
    }

    void check(Place place, JsonNode attributes, References references) {
        JsonNode source = source(place, attributes, references, queries);
        String index = source.path("indexRefName").asText();
        if (index.isEmpty()) {
            place.fault("it names no data view (indexRefName)");
        }
        for (JsonNode column : attributes.path("columns")) {
            exists(place.in("column"), column.asText());
        }
        for (JsonNode sort : attributes.path("sort")) {
            exists(place.in("sort"), sort.path(0).asText());
        }
    }

    private void exists(Place place, String field) {
        if (!fields.has(field)) {
            place.fault("no field is called " + field);
        }
    }

    /** Checks the source of a search or dashboard: its query, its filters, and the references of both. Returns it. */
    static JsonNode source(Place place, JsonNode attributes, References references, Queries queries) {
        JsonNode source = place.nested(attributes.path("kibanaSavedObjectMeta"), "searchSourceJSON");
        if (source.isMissingNode()) {
            return source;
        }
        queries.check(place.in("query"), source.path("query"));
        if (source.has("index")) {
            place.fault("its source names a data view directly; use indexRefName");
        }
        if (source.has("indexRefName")) {
            references.use(place, source.path("indexRefName").asText(), "index-pattern");
        }
        for (JsonNode filter : source.path("filter")) {
            JsonNode name = filter.at("/meta/indexRefName");
            if (name.isTextual()) {
                references.use(place.in("filter"), name.asText(), "index-pattern");
            }
        }
        return source;
    }
}
