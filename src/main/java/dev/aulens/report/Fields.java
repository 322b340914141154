package dev.aulens.report;

import dev.aulens.search.ExactTerms.Term;
import java.util.ArrayList;
import java.util.List;

/**
 * Fields whose combinations of values are counted, to find each value by the name of its field.
 *
 * @param names full names of the documents' fields, in the order of a question
 */
record Fields(List<String> names) {

    Fields {
        names = List.copyOf(names);
    }

    static Fields of(String... names) {
        return new Fields(List.of(names));
    }

    /** Returns these fields and more after them. */
    Fields and(String... more) {
        List<String> all = new ArrayList<>(names);
        all.addAll(List.of(more));
        return new Fields(all);
    }

    /**
     * Returns the value of a field.
     *
     * @param term of a question that asks for these fields first
     * @return empty if the events do not have the field
     * @throws IndexOutOfBoundsException if it is none of these fields
     */
    String value(String field, Term term) {
        return term.values().get(names.indexOf(field));
    }

    /** Returns the values of all these fields; the term may have values of more fields after them. */
    List<String> values(Term term) {
        return term.values().subList(0, names.size());
    }
}
