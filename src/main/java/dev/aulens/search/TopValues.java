package dev.aulens.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aulens.Failure;
import dev.aulens.elastic.ElasticsearchConnection;
import dev.aulens.query.Filter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Counts the values of fields, exactly.
 *
 * <p>The server's {@code terms} is exact while it gives out all values, which it says. Where there are more, or several
 * fields, all of them are read page by page ({@code composite}), and the most frequent kept.
 */
public final class TopValues {

    private static final int AT_ONCE = 10_000;
    private static final int PAGE = 5_000;

    /** Most frequent first, then by value. */
    private static final Comparator<ValueCounts.Row> ORDER = Comparator.comparingLong(ValueCounts.Row::count)
            .reversed()
            .thenComparing(row -> String.join("\u0000", row.values()));

    private final Questions questions;
    private final int atOnce;

    /** @param pattern of the indices, as {@code auditd-*} */
    public TopValues(ElasticsearchConnection connection, String pattern) {
        this(connection, pattern, AT_ONCE);
    }

    /** @param atOnce how many values of one field are asked for in one go */
    TopValues(ElasticsearchConnection connection, String pattern, int atOnce) {
        this.questions = new Questions(connection, new Indices(pattern));
        this.atOnce = atOnce;
    }

    /**
     * Counts the values in the events that the filter holds for.
     *
     * @param fields of which values are counted together, one at least
     * @param most how many rows
     * @throws Failure if there is no index, or the server cannot be asked
     */
    public ValueCounts of(Filter filter, List<String> fields, int most) {
        ObjectNode request = questions.object();
        List<Filter> present =
                fields.stream().map(field -> (Filter) new Filter.Exists(field)).toList();
        request.putObject("present").set("filter", questions.query(Filter.all(present)));
        if (fields.size() == 1) {
            request.putObject("values")
                    .putObject("terms")
                    .put("field", fields.get(0))
                    .put("size", atOnce);
        }
        JsonNode answer = questions.aggregate(filter, request);
        long events = answer.at("/hits/total/value").asLong();
        long withValues = answer.at("/aggregations/present/doc_count").asLong();
        Best best = new Best(most);
        JsonNode values = answer.at("/aggregations/values");
        if (fields.size() == 1 && values.path("sum_other_doc_count").asLong() == 0) {
            values.path("buckets").forEach(bucket -> best.add(List.of(text(bucket)), bucket));
        } else {
            readAll(filter, fields, best);
        }
        return new ValueCounts(events, withValues, best.distinct, best.rows());
    }

    private void readAll(Filter filter, List<String> fields, Best best) {
        try (PointInTime pit = questions.pointInTime()) {
            JsonNode after = null;
            do {
                JsonNode page =
                        questions.aggregate(pit, filter, page(fields, after)).at("/aggregations/values");
                for (JsonNode bucket : page.path("buckets")) {
                    List<String> values = new ArrayList<>(fields.size());
                    for (int i = 0; i < fields.size(); i++) {
                        values.add(bucket.path("key").path(name(i)).asText());
                    }
                    best.add(values, bucket);
                }
                after = page.get("after_key");
            } while (after != null);
        }
    }

    private ObjectNode page(List<String> fields, @Nullable JsonNode after) {
        ObjectNode request = questions.object();
        ObjectNode composite = request.putObject("values").putObject("composite");
        composite.put("size", PAGE);
        ArrayNode sources = composite.putArray("sources");
        for (int i = 0; i < fields.size(); i++) {
            sources.addObject().putObject(name(i)).putObject("terms").put("field", fields.get(i));
        }
        if (after != null) {
            composite.set("after", after);
        }
        return request;
    }

    private static String name(int field) {
        return "field" + field;
    }

    private static String text(JsonNode bucket) {
        JsonNode text = bucket.path("key_as_string");
        return text.isMissingNode() ? bucket.path("key").asText() : text.asText();
    }

    /** Keeps the most frequent. */
    private static final class Best {

        private final int most;
        private final PriorityQueue<ValueCounts.Row> kept = new PriorityQueue<>(ORDER.reversed());
        private long distinct;

        Best(int most) {
            this.most = most;
        }

        void add(List<String> values, JsonNode bucket) {
            distinct++;
            kept.add(new ValueCounts.Row(values, bucket.path("doc_count").asLong()));
            if (kept.size() > most) {
                kept.remove();
            }
        }

        List<ValueCounts.Row> rows() {
            return kept.stream().sorted(ORDER).toList();
        }
    }
}
