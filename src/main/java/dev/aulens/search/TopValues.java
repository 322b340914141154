package dev.aulens.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aulens.Failure;
import dev.aulens.query.Filter;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Counts the values of fields, exactly, however many there are ({@link TermCounter}), and keeps the most frequent.
 */
public final class TopValues {

    /** Most frequent first, then by value. */
    private static final Comparator<ValueCounts.Row> ORDER = Comparator.comparingLong(ValueCounts.Row::count)
            .reversed()
            .thenComparing(row -> String.join("\u0000", row.values()));

    private final Questions questions;
    private final TermCounter counter;

    /** @param indices to ask */
    public TopValues(Indices indices) {
        this(indices, TermCounter.AT_ONCE);
    }

    /** @param atOnce how many values one answer has at most */
    TopValues(Indices indices, int atOnce) {
        this.questions = new Questions(indices);
        this.counter = new TermCounter(questions, atOnce);
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
        TermCounter.Terms terms = new TermCounter.Terms(fields, false, false);
        request.set("values", counter.aggregation(terms));
        JsonNode answer = questions.aggregate(filter, request);
        Best best = new Best(most);
        counter.forEach(filter, terms, answer.at("/aggregations/values"), best::add);
        long events = answer.at("/hits/total/value").asLong();
        long withValues = answer.at("/aggregations/present/doc_count").asLong();
        return new ValueCounts(events, withValues, best.distinct, best.rows());
    }

    /** Keeps the most frequent. */
    private static final class Best {

        private final int most;
        private final PriorityQueue<ValueCounts.Row> kept = new PriorityQueue<>(ORDER.reversed());
        private long distinct;

        Best(int most) {
            this.most = most;
        }

        void add(ExactTerms.Term term) {
            distinct++;
            kept.add(new ValueCounts.Row(term.values(), term.events()));
            if (kept.size() > most) {
                kept.remove();
            }
        }

        List<ValueCounts.Row> rows() {
            return kept.stream().sorted(ORDER).toList();
        }
    }
}
