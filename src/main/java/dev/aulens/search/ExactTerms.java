package dev.aulens.search;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aulens.Failure;
import dev.aulens.elastic.ElasticsearchConnection;
import dev.aulens.query.Filter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts events by the values of fields, exactly, however many values there are; no document is read.
 *
 * <p>All questions go in one request. Values of one field are asked for as a terms aggregation, whose answer says whether
 * it is complete and exact; where it is not (more than {@link #MOST_TERMS} values), and for combinations of fields, they
 * come in pages of a composite aggregation, which is exact by nature. Safe for use by several threads.
 */
public final class ExactTerms {

    /** How many values one answer has at most, well below search.max_buckets. */
    static final int MOST_TERMS = 20_000;

    private static final int PAGE = 10_000;

    private final ElasticsearchConnection connection;
    private final Indices indices;

    /**
     * What to count.
     *
     * @param where which of the events
     * @param fields whose values, or combinations of values, are counted; none: only the events
     * @param timed whether to ask when each value was seen first and last
     */
    public record Question(Filter where, List<String> fields, boolean timed) {

        public Question {
            fields = List.copyOf(fields);
        }

        /** Asks how many events there are. */
        public static Question events(Filter where) {
            return new Question(where, List.of(), false);
        }

        /** Asks how many events have each value of a field. */
        public static Question terms(Filter where, String field) {
            return new Question(where, List.of(field), false);
        }
    }

    /**
     * The answer to a question.
     *
     * @param events how many there are
     * @param first when the first was, in milliseconds since the epoch; null if there is none or it was not asked
     * @param last when the last was
     * @param terms the values in no particular order
     */
    public record Answer(
            long events, @Nullable Long first, @Nullable Long last, List<Term> terms) {}

    /**
     * A value, or a combination of values.
     *
     * @param values one for each field of the question; empty where an event has none
     * @param events how many have it
     * @param first when the first of them was, in milliseconds since the epoch; 0 if it was not asked
     * @param last when the last was
     */
    public record Term(List<String> values, long events, long first, long last) {

        /** Returns the value of the question's one field. */
        public String value() {
            return values.get(0);
        }
    }

    /** @param pattern of the indices, as {@code auditd-*} */
    public ExactTerms(ElasticsearchConnection connection, String pattern) {
        this.connection = connection;
        this.indices = new Indices(pattern);
    }

    /**
     * Returns the answers in the order of the questions.
     *
     * @param filter which events all questions are about
     * @throws Failure if there is no index, or the server cannot be asked
     */
    public List<Answer> ask(Filter filter, List<Question> questions) {
        StringBuilder body = begin(filter);
        for (int i = 0; i < questions.size(); i++) {
            Question question = questions.get(i);
            body.append(i == 0 ? "" : ",").append("\"q").append(i).append("\":{\"filter\":");
            body.append(SearchBody.json(question.where())).append(",\"aggs\":{");
            String times = question.timed() ? times() : "";
            String terms = question.fields().size() == 1
                    ? "\"v\":" + terms(question)
                    : question.fields().isEmpty() ? "" : "\"v\":" + composite(question, null);
            body.append(times)
                    .append(times.isEmpty() || terms.isEmpty() ? "" : ",")
                    .append(terms)
                    .append("}}");
        }
        JsonNode answer = send(body.append("}}").toString());
        List<Answer> answers = new ArrayList<>(questions.size());
        for (int i = 0; i < questions.size(); i++) {
            answers.add(
                    answer(filter, questions.get(i), answer.path("aggregations").path("q" + i)));
        }
        return answers;
    }

    /** Returns the answer to one question about all events of a filter. */
    public Answer ask(Filter filter, Question question) {
        return ask(filter, List.of(question)).get(0);
    }

    private Answer answer(Filter filter, Question question, JsonNode found) {
        List<Term> terms = new ArrayList<>();
        JsonNode values = found.path("v");
        if (question.fields().size() == 1) {
            boolean exact = values.path("sum_other_doc_count").asLong() == 0
                    && values.path("doc_count_error_upper_bound").asLong() == 0;
            if (exact) {
                add(question, values, terms);
            } else {
                pages(filter, question, null, terms);
            }
        } else if (!question.fields().isEmpty()) {
            add(question, values, terms);
            if (values.path("buckets").size() == PAGE) {
                pages(filter, question, values.path("after_key"), terms);
            }
        }
        return new Answer(found.path("doc_count").asLong(), time(found, "first"), time(found, "last"), terms);
    }

    private static @Nullable Long time(JsonNode found, String name) {
        JsonNode value = found.path(name).path("value");
        return value.isNumber() ? value.asLong() : null;
    }

    private void pages(Filter filter, Question question, @Nullable JsonNode from, List<Term> terms) {
        JsonNode after = from;
        while (true) {
            StringBuilder body = begin(Filter.all(filter, question.where()));
            body.append("\"v\":").append(composite(question, after)).append("}}");
            JsonNode page = send(body.toString()).path("aggregations").path("v");
            add(question, page, terms);
            if (page.path("buckets").size() < PAGE) {
                return;
            }
            after = page.path("after_key");
        }
    }

    private static void add(Question question, JsonNode values, List<Term> terms) {
        for (JsonNode bucket : values.path("buckets")) {
            List<String> key = new ArrayList<>(question.fields().size());
            if (bucket.path("key").isObject()) {
                for (Iterator<JsonNode> each = bucket.path("key").elements(); each.hasNext(); ) {
                    JsonNode value = each.next();
                    key.add(value.isNull() ? "" : value.asText());
                }
            } else {
                key.add(bucket.path("key").asText());
            }
            long events = bucket.path("doc_count").asLong();
            long first = bucket.path("first").path("value").asLong();
            terms.add(new Term(
                    key, events, first, bucket.path("last").path("value").asLong()));
        }
    }

    private static StringBuilder begin(Filter filter) {
        return new StringBuilder("{\"size\":0,\"track_total_hits\":false,\"query\":")
                .append(SearchBody.json(filter))
                .append(",\"aggs\":{");
    }

    private static String terms(Question question) {
        String terms = "{\"terms\":{\"field\":\"" + question.fields().get(0) + "\",\"size\":" + MOST_TERMS + "}";
        return terms + timesOfEach(question);
    }

    private static String composite(Question question, @Nullable JsonNode after) {
        StringBuilder text = new StringBuilder("{\"composite\":{\"size\":" + PAGE + ",\"sources\":[");
        for (int i = 0; i < question.fields().size(); i++) {
            text.append(i == 0 ? "" : ",").append("{\"").append(i).append("\":{\"terms\":{\"field\":\"");
            text.append(question.fields().get(i)).append('"');
            text.append(question.fields().size() > 1 ? ",\"missing_bucket\":true" : "")
                    .append("}}}");
        }
        text.append(']').append(after == null ? "" : ",\"after\":" + after).append('}');
        return text.append(timesOfEach(question)).toString();
    }

    private static String timesOfEach(Question question) {
        return question.timed() ? ",\"aggs\":{" + times() + "}}" : "}";
    }

    private static String times() {
        return "\"first\":{\"min\":{\"field\":\"@timestamp\"}},\"last\":{\"max\":{\"field\":\"@timestamp\"}}";
    }

    private JsonNode send(String body) {
        return connection.jsonIfFound(indices.search(body)).orElseThrow(indices::missing);
    }
}
