package dev.aulens.report;

import dev.aulens.facts.Fact;
import dev.aulens.query.EventIdFields;
import dev.aulens.query.Filter;
import dev.aulens.search.ExactTerms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Counts the values of facts at the server and finds out in which order the log has them.
 *
 * <p>Several values may have been seen first in the same millisecond; then the serials of the events of that millisecond
 * are asked for, by another aggregation.
 */
final class FactCounts {

    private final ExactTerms terms;
    private final Filter filter;

    /** Tells how a value that was found counts. */
    @FunctionalInterface
    interface Label {
        /** Returns how it is shown, null if it does not count. */
        @Nullable
        String of(List<String> values);
    }

    /**
     * Values to count.
     *
     * @param question asks for them, with times
     * @param isList whether the values have their place before them
     * @param label how they are shown
     */
    record Part(ExactTerms.Question question, boolean isList, Label label) {}

    /** @param filter which events are counted */
    FactCounts(ExactTerms terms, Filter filter) {
        this.terms = terms;
        this.filter = filter;
    }

    /** Returns what asks for the values of a fact. */
    static List<Part> parts(Fact fact, Filter where, Label label) {
        List<Part> parts = new ArrayList<>(2);
        String field = fact.field();
        if (field != null) {
            Filter plain = Filter.all(where, FactFilters.inSchema(fact));
            parts.add(new Part(new ExactTerms.Question(plain, List.of(field), true), false, label));
        }
        parts.add(apart(fact, where, label));
        return parts;
    }

    /** Returns what asks for the values of a fact that documents have apart from the schema. */
    static Part apart(Fact fact, Filter where, Label label) {
        Filter apart = Filter.all(where, FactFilters.inReport(fact));
        return new Part(new ExactTerms.Question(apart, List.of(fact.reportField()), true), fact.isList(), label);
    }

    /** Returns the answer to a question about the events. */
    ExactTerms.Answer ask(ExactTerms.Question question) {
        return terms.ask(filter, question);
    }

    /** Counts the values of all parts together. */
    Tally tally(List<Part> parts, Tally.Order order) {
        List<ExactTerms.Answer> answers =
                terms.ask(filter, parts.stream().map(Part::question).toList());
        Tally tally = new Tally(order);
        fill(tally, parts, answers, Map.of());
        Set<Long> doubtful = order == Tally.Order.NUMBER ? Set.of() : doubtful(tally.sorted());
        if (doubtful.isEmpty()) {
            return tally;
        }
        Map<List<String>, Long> serials = serials(parts, answers, doubtful);
        Tally exact = new Tally(order);
        fill(exact, parts, answers, serials);
        return exact;
    }

    private static void fill(
            Tally tally, List<Part> parts, List<ExactTerms.Answer> answers, Map<List<String>, Long> serials) {
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            for (ExactTerms.Term term : answers.get(i).terms()) {
                int blank = part.isList() ? term.value().indexOf(' ') : -1;
                List<String> values =
                        blank < 0 ? term.values() : List.of(term.value().substring(blank + 1));
                String label = part.label().of(values);
                if (label == null) {
                    continue;
                }
                int index = blank < 0 ? 0 : (int) number(term.value().substring(0, blank));
                long serial = serials.getOrDefault(term.values(), 0L);
                Tally.Place place = new Tally.Place(term.first(), serial, index);
                tally.add(label, number(values.get(0)), term.events(), place);
            }
        }
    }

    private static Set<Long> doubtful(List<Tally.Entry> sorted) {
        Set<Long> times = new TreeSet<>();
        for (int i = 1; i < sorted.size(); i++) {
            Tally.Entry one = sorted.get(i - 1);
            Tally.Entry next = sorted.get(i);
            if (one.count() == next.count()
                    && one.place().millis() == next.place().millis()) {
                times.add(one.place().millis());
            }
        }
        return times;
    }

    private Map<List<String>, Long> serials(List<Part> parts, List<ExactTerms.Answer> answers, Set<Long> times) {
        List<Filter> moments = times.stream()
                .<Filter>map(time -> new Filter.Term(
                        EventIdFields.TIME, Instant.ofEpochMilli(time).toString()))
                .toList();
        Filter then = Filter.all(filter, Filter.any(moments));
        Map<List<String>, Long> serials = new HashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            Map<List<String>, Long> firsts = new HashMap<>();
            answers.get(i).terms().stream()
                    .filter(term -> times.contains(term.first()))
                    .forEach(term -> firsts.put(term.values(), term.first()));
            if (!firsts.isEmpty()) {
                addSerials(then, parts.get(i).question(), firsts, serials);
            }
        }
        return serials;
    }

    private void addSerials(
            Filter then,
            ExactTerms.Question question,
            Map<List<String>, Long> firsts,
            Map<List<String>, Long> serials) {
        List<String> fields = new ArrayList<>(question.fields());
        fields.add(EventIdFields.SERIAL);
        ExactTerms.Answer found = terms.ask(then, new ExactTerms.Question(question.where(), fields, true));
        for (ExactTerms.Term term : found.terms()) {
            List<String> values = term.values().subList(0, fields.size() - 1);
            Long first = firsts.get(values);
            if (first != null && first == term.first()) {
                serials.merge(values, number(term.values().get(fields.size() - 1)), Math::min);
            }
        }
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
