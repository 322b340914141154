package dev.aulens.index;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aulens.Failure;
import dev.aulens.elastic.ClosedIndices;
import dev.aulens.elastic.ElasticsearchConnection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.Response;
import org.jspecify.annotations.Nullable;

/** Drops what is too old, whole indices at a time: an index goes only when nothing in it is young enough to stay. */
public final class Retention {

    private static final String RANGE_OF_TIME = """
            {"size":0,"track_total_hits":true,"aggs":{"first":{"min":{"field":"@timestamp"}},\
            "last":{"max":{"field":"@timestamp"}}}}""";

    private final ElasticsearchConnection connection;

    public Retention(ElasticsearchConnection connection) {
        this.connection = connection;
    }

    /**
     * An index and what it holds.
     *
     * @param name of the index
     * @param events how many
     * @param bytes that its primary shards need
     * @param first the time of its earliest event, null if it is empty
     * @param last the time of its latest event, null if it is empty
     */
    public record Holding(
            String name,
            long events,
            long bytes,
            @Nullable Instant first,
            @Nullable Instant last) {}

    /**
     * Returns the indices of a prefix whose whole period, and all of whose events, are before a time; oldest first.
     *
     * @throws Failure if the server cannot be asked
     */
    public List<Holding> before(Instant limit, String prefix) {
        List<Holding> old = new ArrayList<>();
        for (PrefixIndex index : new PrefixIndices(connection).of(prefix)) {
            if (index.period().to() <= limit.toEpochMilli()) {
                Holding holding = holding(index.name());
                Instant last = holding.last();
                if (last == null || last.isBefore(limit)) {
                    old.add(holding);
                }
            }
        }
        return List.copyOf(old);
    }

    /**
     * Returns the closed indices of a prefix whose whole period is before a time: what is in them nobody can tell.
     *
     * @throws Failure if the server cannot be asked
     */
    public ClosedIndices closedBefore(Instant limit, String prefix) {
        return new PrefixIndices(connection).closed(prefix, limit.toEpochMilli());
    }

    /**
     * Deletes an index.
     *
     * @throws Failure if that is not possible
     */
    public void drop(Holding holding) {
        Response unused = connection.send(new Request("DELETE", "/" + holding.name()));
    }

    private Holding holding(String index) {
        Request search = new Request("POST", "/" + index + "/_search");
        search.addParameter("allow_partial_search_results", "false");
        search.setJsonEntity(RANGE_OF_TIME);
        JsonNode found = connection.json(search);
        Request stats = new Request("GET", "/" + index + "/_stats/store");
        stats.addParameter("filter_path", "_all.primaries.store.size_in_bytes");
        long bytes = connection
                .json(stats)
                .path("_all")
                .path("primaries")
                .path("store")
                .path("size_in_bytes")
                .asLong();
        JsonNode times = found.path("aggregations");
        return new Holding(
                index,
                found.path("hits").path("total").path("value").asLong(),
                bytes,
                time(times.path("first")),
                time(times.path("last")));
    }

    /** The aggregation over an empty index has no value. */
    private static @Nullable Instant time(JsonNode aggregation) {
        JsonNode value = aggregation.path("value");
        return value.isNumber() ? Instant.ofEpochMilli(value.asLong()) : null;
    }
}
