package dev.aulens.query.options;

import dev.aulens.query.Filter;
import java.util.ArrayList;
import java.util.List;

/** The kinds of conditions that options ask for. */
final class Conditions {

    private Conditions() {}

    /** One of the fields holds the text: as a part, or as the whole value with {@code -w}. */
    static Condition text(String text, String... fields) {
        return wholeWords -> {
            List<Filter> any = new ArrayList<>(fields.length);
            for (String field : fields) {
                any.add(wholeWords ? new Filter.Term(field, text) : new Filter.Contains(field, text));
            }
            return Filter.any(any);
        };
    }

    /** The field has one of the values. */
    static Condition value(String field, String... values) {
        List<Filter> any = new ArrayList<>(values.length);
        for (String value : values) {
            any.add(new Filter.Term(field, value));
        }
        return always(Filter.any(any));
    }

    /** A filter that {@code -w} does not change. */
    static Condition always(Filter filter) {
        return wholeWords -> filter;
    }
}
