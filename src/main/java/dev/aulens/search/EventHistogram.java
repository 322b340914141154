package dev.aulens.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aulens.Failure;
import dev.aulens.query.EventIdFields;
import dev.aulens.query.Filter;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts the events of a search over time, in bars of a length that suits it.
 *
 * <p>Two questions to the server: when the first and the last event were, then how many there are in each interval
 * between them. Safe for use by several threads.
 */
public final class EventHistogram {

    private final Questions questions;
    private final TopValues values;
    private final ZoneId zone;

    /**
     * @param indices to ask
     * @param zone where days and hours begin
     */
    public EventHistogram(Indices indices, ZoneId zone) {
        this.questions = new Questions(indices);
        this.values = new TopValues(indices);
        this.zone = zone;
    }

    /**
     * Counts what the filter holds for.
     *
     * @throws Failure if there is no index, or the server cannot be asked
     */
    public Histogram of(Filter filter) {
        return of(filter, "", List.of());
    }

    /**
     * Counts what the filter holds for, divided by the most frequent values of a field.
     *
     * @param most how many values
     * @throws Failure if there is no index, or the server cannot be asked
     */
    public Histogram of(Filter filter, String field, int most) {
        List<String> top = values.of(filter, List.of(field), most).rows().stream()
                .map(row -> row.values().get(0))
                .toList();
        return of(filter, field, top);
    }

    private Histogram of(Filter filter, String field, List<String> top) {
        EventTimes times = times(filter);
        if (times.events() == 0) {
            return Histogram.empty();
        }
        HistogramInterval interval = HistogramInterval.of(times.last() - times.first());
        return new Histogram(times.events(), interval, top, bars(filter, interval, field, top));
    }

    /**
     * Returns when the events were that the filter holds for.
     *
     * @throws Failure if there is no index, or the server cannot be asked
     */
    public EventTimes times(Filter filter) {
        ObjectNode extent = questions.object();
        extent.putObject("first").putObject("min").put("field", EventIdFields.TIME);
        extent.putObject("last").putObject("max").put("field", EventIdFields.TIME);
        JsonNode answer = questions.aggregate(filter, extent);
        JsonNode first = answer.at("/aggregations/first/value");
        return new EventTimes(
                first.isNumber() ? answer.at("/hits/total/value").asLong() : 0,
                first.asLong(),
                answer.at("/aggregations/last/value").asLong());
    }

    private List<Histogram.Bar> bars(Filter filter, HistogramInterval interval, String field, List<String> top) {
        ObjectNode request = questions.object();
        ObjectNode bars = request.putObject("bars");
        bars.putObject("date_histogram")
                .put("field", EventIdFields.TIME)
                .put("min_doc_count", 0)
                .put(interval.isCalendar() ? "calendar_interval" : "fixed_interval", interval.text())
                .put("time_zone", zone.getId());
        if (!top.isEmpty()) {
            ObjectNode parts = bars.putObject("aggs").putObject("parts").putObject("filters");
            parts.put("other_bucket", true);
            var filters = parts.putArray("filters");
            top.forEach(value -> filters.add(questions.query(new Filter.Term(field, value))));
        }
        List<Histogram.Bar> counted = new ArrayList<>();
        for (JsonNode bucket : questions.aggregate(filter, request).at("/aggregations/bars/buckets")) {
            counted.add(bar(bucket, interval, top.size()));
        }
        return counted;
    }

    private Histogram.Bar bar(JsonNode bucket, HistogramInterval interval, int values) {
        long from = bucket.path("key").asLong();
        List<Long> parts = new ArrayList<>(values);
        JsonNode buckets = bucket.at("/parts/buckets");
        for (int i = 0; i < values; i++) {
            parts.add(buckets.path(i).path("doc_count").asLong());
        }
        long others = buckets.path(values).path("doc_count").asLong();
        return new Histogram.Bar(
                from, interval.end(from, zone), bucket.path("doc_count").asLong(), parts, others);
    }
}
