package dev.aulens.report;

import dev.aulens.facts.Fact;
import dev.aulens.query.Filter;

/** Conditions on facts as filters on documents. */
final class FactFilters {

    private FactFilters() {}

    /** Returns the filter for documents whose field of the schema has the fact. */
    static Filter inSchema(Fact fact) {
        String field = fact.field();
        return field == null
                ? Filter.any()
                : Filter.all(
                        new Filter.Exists(field),
                        Filter.not(new Filter.Exists(fact.reportField())),
                        Filter.not(new Filter.Term(Fact.NOT, fact.shortName())));
    }

    /** Returns the filter for documents that have the fact apart from the schema. */
    static Filter inReport(Fact fact) {
        return new Filter.Exists(fact.reportField());
    }

    /** Returns the filter for documents that have the fact. */
    static Filter exists(Fact fact) {
        return fact.field() == null ? inReport(fact) : Filter.any(inSchema(fact), inReport(fact));
    }

    /** Returns the filter for documents whose fact, of which there is one, has the value. */
    static Filter equal(Fact fact, String value) {
        Filter apart = new Filter.Term(fact.reportField(), value);
        String field = fact.field();
        return field == null ? apart : Filter.any(Filter.all(inSchema(fact), new Filter.Term(field, value)), apart);
    }
}
