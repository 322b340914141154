package dev.aulens.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.aulens.Failure;
import dev.aulens.query.Filter;

/** Asks for numbers instead of documents. Safe for use by several threads. */
final class Questions {

    private final Indices indices;

    Questions(Indices indices) {
        this.indices = indices;
    }

    /** Returns an object to be filled. */
    ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Returns a filter as a query, to be written into a request. */
    JsonNode query(Filter filter) {
        return JsonNodeFactory.instance.rawValueNode(new RawValue(SearchBody.json(filter)));
    }

    /**
     * Returns the answer to a search that wants no documents.
     *
     * @throws Failure if there is no index, or the server cannot be asked
     */
    JsonNode aggregate(Filter filter, ObjectNode aggregations) {
        ObjectNode body = object();
        body.put("size", 0).put("track_total_hits", true);
        body.set("query", query(filter));
        body.set("aggs", aggregations);
        return indices.connection().json(indices.search(body.toString()));
    }

    /** Returns the answer to the same in a point in time. */
    JsonNode aggregate(PointInTime pit, Filter filter, ObjectNode aggregations) {
        ObjectNode body = object();
        body.put("size", 0).put("track_total_hits", false);
        body.set("query", query(filter));
        body.set("aggs", aggregations);
        body.putObject("pit").put("id", pit.id()).put("keep_alive", PointInTime.KEEP_ALIVE);
        return indices.connection().json(Indices.searchOfPointInTime(body.toString()));
    }

    PointInTime pointInTime() {
        return PointInTime.open(indices);
    }
}
