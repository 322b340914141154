package dev.aulens.query.kql;

import dev.aulens.query.Filter;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes a filter in Lucene's syntax, to be pasted into Kibana with its search bar set to Lucene.
 *
 * <pre>
 *   host.name:web? AND (process.name:*cat* OR process.name:*less*) AND @timestamp:["2026-11-22T00:00:00Z" TO *]
 * </pre>
 */
public final class LucenePrinter implements Filter.Visitor<String> {

    private static final String EVERYTHING = "*:*";

    private LucenePrinter() {}

    /** Returns the filter in Lucene's syntax; what is written in KQL has no words there ({@link Sayable}). */
    public static String print(Filter filter) {
        return filter.accept(new LucenePrinter());
    }

    @Override
    public String everything() {
        return EVERYTHING;
    }

    @Override
    public String and(Filter.And filter) {
        return filter.all().isEmpty() ? EVERYTHING : joined(filter.all(), " AND ");
    }

    @Override
    public String or(Filter.Or filter) {
        return filter.any().isEmpty() ? not(new Filter.Not(new Filter.Everything())) : joined(filter.any(), " OR ");
    }

    /** A condition that only excludes finds nothing inside parentheses, so there is always one beside it. */
    @Override
    public String not(Filter.Not filter) {
        return EVERYTHING + " AND NOT " + operand(filter.filter());
    }

    @Override
    public String term(Filter.Term filter) {
        return field(filter.field()) + quoted(filter.value());
    }

    @Override
    public String phrase(Filter.Phrase filter) {
        return field(filter.field()) + quoted(filter.text());
    }

    @Override
    public String range(Filter.Range filter) {
        Filter.Bound lower = filter.lower();
        Filter.Bound upper = filter.upper();
        return field(filter.field())
                + (lower == null || lower.inclusive() ? "[" : "{")
                + (lower == null ? "*" : quoted(lower.value()))
                + " TO "
                + (upper == null ? "*" : quoted(upper.value()))
                + (upper == null || upper.inclusive() ? "]" : "}");
    }

    @Override
    public String exists(Filter.Exists filter) {
        return "_exists_:" + escaped(filter.field());
    }

    @Override
    public String contains(Filter.Contains filter) {
        return filter.text().isEmpty()
                ? exists(new Filter.Exists(filter.field()))
                : field(filter.field()) + "*" + escaped(filter.text()) + "*";
    }

    @Override
    public String prefix(Filter.Prefix filter) {
        return field(filter.field()) + escaped(filter.text()) + "*";
    }

    @Override
    public String wildcard(Filter.Wildcard filter) {
        StringBuilder pattern = new StringBuilder();
        String text = filter.pattern();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean literal = c == '\\' && i + 1 < text.length();
            String each = String.valueOf(literal ? text.charAt(++i) : c);
            pattern.append(!literal && (c == '*' || c == '?') ? each : escaped(each));
        }
        return field(filter.field()) + pattern;
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
                || filter instanceof Filter.Or
                || filter instanceof Filter.Not
                || filter instanceof Filter.Foreign;
        return compound ? "(" + text + ")" : text;
    }

    private static String field(String name) {
        return escaped(name) + ":";
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** Takes the meaning from all that has one in Lucene's syntax, blanks too. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        QueryStrings.escaped(text).codePoints().forEach(c -> {
            if (Character.isWhitespace(c) || c == '\u3000') {
                escaped.append('\\');
            }
            escaped.appendCodePoint(c);
        });
        return escaped.toString();
    }
}
