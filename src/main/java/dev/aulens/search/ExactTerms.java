package dev.aulens.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aulens.Failure;
import dev.aulens.query.Filter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts events by the values of fields, exactly, however many values there are; no document is read.
 *
 * <p>All questions go in one request, and more requests only where a question has more values than one answer
 * ({@link TermCounter}). Safe for use by several threads.
 */
public final class ExactTerms {

    private static final String VALUES = "values";

    private final Questions questions;
    private final TermCounter counter;

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

    /** @param indices to ask */
    public ExactTerms(Indices indices) {
        this.questions = new Questions(indices);
        this.counter = new TermCounter(questions, TermCounter.AT_ONCE);
    }

    /**
     * Returns the answers in the order of the questions.
     *
     * @param filter which events all questions are about
     * @throws Failure if there is no index, or the server cannot be asked
     */
    public List<Answer> ask(Filter filter, List<Question> asked) {
        ObjectNode request = questions.object();
        for (int i = 0; i < asked.size(); i++) {
            request.set(name(i), aggregation(asked.get(i)));
        }
        JsonNode found = questions.aggregate(filter, request).path("aggregations");
        List<Answer> answers = new ArrayList<>(asked.size());
        for (int i = 0; i < asked.size(); i++) {
            answers.add(answer(filter, asked.get(i), found.path(name(i))));
        }
        return answers;
    }

    /** Returns the answer to one question about all events of a filter. */
    public Answer ask(Filter filter, Question question) {
        return ask(filter, List.of(question)).get(0);
    }

    private ObjectNode aggregation(Question question) {
        ObjectNode aggregation = questions.object();
        aggregation.set("filter", questions.query(question.where()));
        ObjectNode parts = aggregation.putObject("aggs");
        if (question.timed()) {
            TermCounter.addTimes(parts);
        }
        if (!question.fields().isEmpty()) {
            parts.set(VALUES, counter.aggregation(terms(question)));
        }
        return aggregation;
    }

    private Answer answer(Filter filter, Question question, JsonNode found) {
        List<Term> terms = new ArrayList<>();
        if (!question.fields().isEmpty()) {
            Filter both = Filter.all(filter, question.where());
            counter.forEach(both, terms(question), found.path(VALUES), terms::add);
        }
        return new Answer(found.path("doc_count").asLong(), time(found, "first"), time(found, "last"), terms);
    }

    private static TermCounter.Terms terms(Question question) {
        return new TermCounter.Terms(question.fields(), question.fields().size() > 1, question.timed());
    }

    private static @Nullable Long time(JsonNode found, String name) {
        JsonNode value = found.path(name).path("value");
        return value.isNumber() ? value.asLong() : null;
    }

    private static String name(int question) {
        return "question" + question;
    }
}
