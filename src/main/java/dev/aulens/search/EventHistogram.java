package dev.aulens.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aulens.Failure;
import dev.aulens.elastic.ElasticsearchConnection;
import dev.aulens.query.Filter;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.Response;

/**
 * Counts the events of a search over time, in bars of a length that suits it.
 *
 * <p>Two questions to the server: when the first and the last event were, then how many there are in each interval
 * between them. Safe for use by several threads.
 */
public final class EventHistogram {

    private final ElasticsearchConnection connection;
    private final Indices indices;
    private final ZoneId zone;
    private final ObjectMapper mapper = new ObjectMapper();

    /**
     * @param pattern of the indices, as {@code auditd-*}
     * @param zone where days and hours begin
     */
    public EventHistogram(ElasticsearchConnection connection, String pattern, ZoneId zone) {
        this.connection = connection;
        this.indices = new Indices(pattern);
        this.zone = zone;
    }

    /**
     * Counts what the filter holds for.
     *
     * @throws Failure if there is no index, or the server cannot be asked
     */
    public Histogram of(Filter filter) {
        String query = SearchBody.json(filter);
        JsonNode extent = ask("{\"size\":0,\"track_total_hits\":true,\"query\":" + query
                + ",\"aggs\":{\"first\":{\"min\":{\"field\":\"@timestamp\"}},"
                + "\"last\":{\"max\":{\"field\":\"@timestamp\"}}}}");
        long count = extent.path("hits").path("total").path("value").asLong();
        JsonNode times = extent.path("aggregations");
        if (count == 0 || times.path("first").path("value").isNull()) {
            return Histogram.empty();
        }
        long interval = HistogramInterval.between(
                times.path("first").path("value").asLong(),
                times.path("last").path("value").asLong());
        return new Histogram(count, interval, bars(query, interval));
    }

    private List<Histogram.Bar> bars(String query, long interval) {
        JsonNode answer = ask("{\"size\":0,\"track_total_hits\":false,\"query\":" + query
                + ",\"aggs\":{\"bars\":{\"date_histogram\":{\"field\":\"@timestamp\",\"min_doc_count\":1,"
                + "\"fixed_interval\":\"" + interval + "ms\",\"time_zone\":\"" + zone.getId() + "\"}}}}");
        List<Histogram.Bar> bars = new ArrayList<>();
        for (JsonNode bucket : answer.path("aggregations").path("bars").path("buckets")) {
            bars.add(new Histogram.Bar(
                    bucket.path("key").asLong(), bucket.path("doc_count").asLong()));
        }
        return bars;
    }

    private JsonNode ask(String body) {
        Request request = new Request("POST", indices.path() + "/_search");
        request.addParameter("allow_no_indices", "false");
        request.setJsonEntity(body);
        Response response = connection.sendIfFound(request).orElseThrow(indices::missing);
        try {
            return mapper.readTree(response.getEntity().getContent());
        } catch (IOException e) {
            throw connection.failure(e);
        }
    }
}
