package dev.aulens.verify;

import dev.aulens.elastic.ElasticsearchConnection;
import dev.aulens.index.PrefixIndex;
import dev.aulens.query.EventIdFields;
import dev.aulens.query.Filter;
import dev.aulens.record.EventId;
import dev.aulens.search.EventIdDecoder;
import dev.aulens.search.EventSearch;
import dev.aulens.search.Indices;
import dev.aulens.search.SearchRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds documents of the hosts and the time of logs for which the logs have no event. */
final class ExtraEvents {

    private final EventIdSet logged = new EventIdSet();
    private final Set<@Nullable String> nodes = new HashSet<>();
    private long from = Long.MAX_VALUE;
    private long to = Long.MIN_VALUE;

    /** Takes an event of the logs. */
    void accept(EventId id) {
        logged.add(id);
        nodes.add(id.node());
        from = Math.min(from, id.millis());
        to = Math.max(to, id.millis());
    }

    /** Searches the indices; returns how many events there are that the logs have not. */
    long find(ElasticsearchConnection connection, List<PrefixIndex> indices, FindingSink sink) {
        long[] extra = {0};
        for (PrefixIndex index : indices) {
            if (index.period().to() > from && index.period().from() <= to) {
                try {
                    new EventSearch(Indices.of(connection, index.name()))
                            .stream(SearchRequest.byTime(filter()), new EventIdDecoder(), id -> {
                                if (!logged.contains(id)) {
                                    extra[0]++;
                                    sink.accept(new Finding(Finding.Kind.EXTRA, id, null, List.of()));
                                }
                                return true;
                            });
                } catch (IOException e) {
                    throw connection.failure(e);
                }
            }
        }
        return extra[0];
    }

    private Filter filter() {
        List<Filter> hosts = new ArrayList<>();
        for (String node : nodes) {
            hosts.add(
                    node == null
                            ? Filter.not(new Filter.Exists(EventIdFields.NODE))
                            : new Filter.Term(EventIdFields.NODE, node));
        }
        return Filter.all(
                new Filter.Range(
                        EventIdFields.TIME,
                        new Filter.Bound(Instant.ofEpochMilli(from).toString(), true),
                        new Filter.Bound(Instant.ofEpochMilli(to).toString(), true)),
                Filter.any(hosts));
    }
}
