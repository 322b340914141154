package dev.aulens.index;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aulens.Failure;
import dev.aulens.elastic.ClosedIndices;
import dev.aulens.elastic.ElasticsearchConnection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.elasticsearch.client.Request;

/** Finds the indices that aulens has made for a prefix, and for no other that begins alike. */
public final class PrefixIndices {

    private final ElasticsearchConnection connection;

    public PrefixIndices(ElasticsearchConnection connection) {
        this.connection = connection;
    }

    /**
     * Returns the indices of a prefix that can be read, oldest first; none if there is none.
     *
     * @throws Failure if the server cannot be asked
     */
    public List<PrefixIndex> of(String prefix) {
        return of(prefix, "open");
    }

    /** Returns the same and those that were closed: what they hold is there, but the server does not read it. */
    public List<PrefixIndex> withClosed(String prefix) {
        return of(prefix, "open,closed");
    }

    private List<PrefixIndex> of(String prefix, String states) {
        Request request = new Request("GET", "/" + IndexNames.pattern(prefix) + "/_mapping");
        request.addParameter("expand_wildcards", states);
        request.addParameter("filter_path", "*.mappings._meta.managed_by");
        List<PrefixIndex> indices = new ArrayList<>();
        connection.jsonIfFound(request).ifPresent(answer -> {
            for (Map.Entry<String, JsonNode> index : answer.properties()) {
                if (IndexTemplates.isOurs(index.getValue().path("mappings").path("_meta"))) {
                    IndexPeriod.of(prefix, index.getKey())
                            .ifPresent(period -> indices.add(new PrefixIndex(index.getKey(), period)));
                }
            }
        });
        indices.sort(
                Comparator.comparingLong((PrefixIndex index) -> index.period().from())
                        .thenComparing(PrefixIndex::name));
        return List.copyOf(indices);
    }

    /**
     * Returns the indices of a prefix that {@link #of} lacks because they are closed, as their names say.
     *
     * @param before the end of what they are about, in milliseconds since the epoch
     * @throws Failure if the server cannot be asked
     */
    public ClosedIndices closed(String prefix, long before) {
        return ClosedIndices.of(connection, IndexNames.pattern(prefix))
                .only(name -> IndexPeriod.of(prefix, name)
                        .filter(period -> period.to() <= before)
                        .isPresent());
    }
}
