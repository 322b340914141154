package dev.aulens.query.kql;

import dev.aulens.query.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes a filter in KQL, to be pasted into Kibana.
 *
 * <pre>
 *   auditd.key : "passwd" and (process.name : *cat* or process.name : *less*) and @timestamp >= "2026-11-22T00:00:00Z"
 * </pre>
 *
 * Values are quoted; parts of values cannot be, because a star between quotes is a star: there all that has a meaning
 * to KQL is escaped, blanks too, so that no word can be taken for an operator. {@link Sayable} tells which filters KQL has
 * words for.
 */
public final class KqlPrinter implements Filter.Visitor<String> {

    private static final String SPECIAL = "\\():<>\"*{}";

    /** Returns the filter in KQL; on one line unless it holds KQL that has more. */
    public static String print(Filter filter) {
        return filter.accept(new KqlPrinter());
    }

    private KqlPrinter() {}

    @Override
    public String everything() {
        return "*";
    }

    @Override
    public String and(Filter.And filter) {
        return filter.all().isEmpty() ? everything() : joined(filter.all(), " and ");
    }

    @Override
    public String or(Filter.Or filter) {
        if (filter.any().isEmpty()) {
            return "not *";
        }
        List<String> values = valuesOfOneField(filter.any());
        if (values.isEmpty()) {
            return joined(filter.any(), " or ");
        }
        String field = ((Filter.Term) filter.any().get(0)).field();
        return field(field) + " : (" + String.join(" or ", values) + ")";
    }

    @Override
    public String not(Filter.Not filter) {
        return "not " + operand(filter.filter());
    }

    @Override
    public String term(Filter.Term filter) {
        return field(filter.field()) + " : " + quoted(filter.value());
    }

    @Override
    public String phrase(Filter.Phrase filter) {
        return field(filter.field()) + " : " + quoted(filter.text());
    }

    @Override
    public String range(Filter.Range filter) {
        Filter.Bound lower = filter.lower();
        Filter.Bound upper = filter.upper();
        List<String> bounds = new ArrayList<>(2);
        if (lower != null) {
            bounds.add(field(filter.field()) + (lower.inclusive() ? " >= " : " > ") + quoted(lower.value()));
        }
        if (upper != null) {
            bounds.add(field(filter.field()) + (upper.inclusive() ? " <= " : " < ") + quoted(upper.value()));
        }
        return String.join(" and ", bounds);
    }

    @Override
    public String exists(Filter.Exists filter) {
        return field(filter.field()) + " : *";
    }

    @Override
    public String contains(Filter.Contains filter) {
        return field(filter.field()) + " : " + (filter.text().isEmpty() ? "*" : "*" + escaped(filter.text()) + "*");
    }

    @Override
    public String prefix(Filter.Prefix filter) {
        return field(filter.field()) + " : " + escaped(filter.text()) + "*";
    }

    @Override
    public String wildcard(Filter.Wildcard filter) {
        StringBuilder pattern = new StringBuilder();
        String text = filter.pattern();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '*') {
                pattern.append('*');
            } else {
                boolean literal = c == '\\' && i + 1 < text.length();
                append(literal ? text.charAt(++i) : c, pattern);
            }
        }
        return field(filter.field()) + " : " + pattern;
    }

    @Override
    public String foreign(Filter.Foreign filter) {
        return filter.text();
    }

    private String joined(List<Filter> filters, String operator) {
        return filters.stream().map(this::operand).collect(Collectors.joining(operator));
    }

    /** Returns the filter as it may stand beside an operator. */
    private String operand(Filter filter) {
        String text = filter.accept(this);
        boolean compound = filter instanceof Filter.And
                || filter instanceof Filter.Not
                || filter instanceof Filter.Foreign
                || (filter instanceof Filter.Or or && valuesOfOneField(or.any()).isEmpty())
                || (filter instanceof Filter.Range range && range.lower() != null && range.upper() != null);
        return compound ? "(" + text + ")" : text;
    }

    /** Returns the quoted values if all the filters are terms on the same field, else none. */
    private static List<String> valuesOfOneField(List<Filter> filters) {
        List<String> values = new ArrayList<>();
        String field = null;
        for (Filter filter : filters) {
            if (!(filter instanceof Filter.Term term) || (field != null && !field.equals(term.field()))) {
                return List.of();
            }
            field = term.field();
            values.add(quoted(term.value()));
        }
        return values;
    }

    private static String field(String name) {
        return escaped(name);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                unicode(c, quoted);
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            append(text.charAt(i), escaped);
        }
        return escaped.toString();
    }

    private static void append(char c, StringBuilder out) {
        if (SPECIAL.indexOf(c) >= 0) {
            out.append('\\').append(c);
        } else if (c <= ' ' || c == '\u00A0') {
            unicode(c, out);
        } else {
            out.append(c);
        }
    }

    private static void unicode(char c, StringBuilder out) {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(Character.forDigit(c >> shift & 0xF, 16));
        }
    }
}
