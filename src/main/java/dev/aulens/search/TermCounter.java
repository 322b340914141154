package dev.aulens.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aulens.Failure;
import dev.aulens.query.EventIdFields;
import dev.aulens.query.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Counts events by the values of fields, exactly, and holds no more than one answer of the server.
 *
 * <p>Values of one field are asked for as a terms aggregation, whose answer says whether it is complete and exact;
 * combinations of fields as the first page of a composite aggregation, which is exact by nature. Where that is not all of
 * them, all pages are read, of one point in time. Safe for use by several threads.
 */
final class TermCounter {

    /** How many values one answer has at most, well below search.max_buckets. */
    static final int AT_ONCE = 20_000;

    private static final String NAME = "values";

    private final Questions questions;
    private final int atOnce;

    /** @param atOnce how many values one answer has at most */
    TermCounter(Questions questions, int atOnce) {
        this.questions = questions;
        this.atOnce = atOnce;
    }

    /**
     * What to count by.
     *
     * @param fields whose values, or combinations of values, are counted; one at least
     * @param withMissing whether combinations count that lack some of the values
     * @param timed whether to ask when each value was seen first and last
     */
    record Terms(List<String> fields, boolean withMissing, boolean timed) {}

    /** Asks for the times of the first and the last event, in the aggregations {@code first} and {@code last}. */
    static void addTimes(ObjectNode aggregations) {
        aggregations.putObject("first").putObject("min").put("field", EventIdFields.TIME);
        aggregations.putObject("last").putObject("max").put("field", EventIdFields.TIME);
    }

    /** Returns the aggregation whose answer {@link #forEach} takes. */
    ObjectNode aggregation(Terms terms) {
        return terms.fields().size() == 1 ? values(terms) : page(terms, null);
    }

    /**
     * Hands on the values in no particular order, and asks for those that the answer lacks.
     *
     * @param filter which events the aggregation was about
     * @param answer to the aggregation
     * @throws Failure if the server cannot be asked
     */
    void forEach(Filter filter, Terms terms, JsonNode answer, Consumer<ExactTerms.Term> sink) {
        if (isWhole(terms, answer)) {
            handOn(answer, sink);
            return;
        }
        try (PointInTime pit = questions.pointInTime()) {
            JsonNode page = null;
            do {
                ObjectNode request = questions.object();
                request.set(NAME, page(terms, page == null ? null : page.path("after_key")));
                page = questions
                        .aggregate(pit, filter, request)
                        .path("aggregations")
                        .path(NAME);
                handOn(page, sink);
            } while (page.path("buckets").size() == atOnce);
        }
    }

    private boolean isWhole(Terms terms, JsonNode answer) {
        return terms.fields().size() == 1
                ? answer.path("sum_other_doc_count").asLong() == 0
                        && answer.path("doc_count_error_upper_bound").asLong() == 0
                : answer.path("buckets").size() < atOnce;
    }

    private ObjectNode values(Terms terms) {
        ObjectNode aggregation = questions.object();
        aggregation.putObject("terms").put("field", terms.fields().get(0)).put("size", atOnce);
        return withTimes(terms, aggregation);
    }

    private ObjectNode page(Terms terms, @Nullable JsonNode after) {
        ObjectNode aggregation = questions.object();
        ObjectNode composite = aggregation.putObject("composite").put("size", atOnce);
        ArrayNode sources = composite.putArray("sources");
        for (int i = 0; i < terms.fields().size(); i++) {
            sources.addObject()
                    .putObject(Integer.toString(i))
                    .putObject("terms")
                    .put("field", terms.fields().get(i))
                    .put("missing_bucket", terms.withMissing());
        }
        if (after != null) {
            composite.set("after", after);
        }
        return withTimes(terms, aggregation);
    }

    private static ObjectNode withTimes(Terms terms, ObjectNode aggregation) {
        if (terms.timed()) {
            addTimes(aggregation.putObject("aggs"));
        }
        return aggregation;
    }

    private static void handOn(JsonNode answer, Consumer<ExactTerms.Term> sink) {
        for (JsonNode bucket : answer.path("buckets")) {
            sink.accept(new ExactTerms.Term(
                    key(bucket),
                    bucket.path("doc_count").asLong(),
                    bucket.path("first").path("value").asLong(),
                    bucket.path("last").path("value").asLong()));
        }
    }

    private static List<String> key(JsonNode bucket) {
        JsonNode key = bucket.path("key");
        if (!key.isObject()) {
            JsonNode text = bucket.path("key_as_string"); // of what is not a text: true, false, a time
            return List.of(text.isMissingNode() ? key.asText() : text.asText());
        }
        List<String> values = new ArrayList<>(key.size());
        key.forEach(value -> values.add(value.isNull() ? "" : value.asText()));
        return values;
    }
}
