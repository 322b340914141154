package dev.aulens.query;

import java.util.List;
import java.util.Set;

/** Finds the texts in a filter that a reader of the hits looks for: to be made visible there. */
public final class SearchedTexts implements Filter.Visitor<List<String>> {

    private static final int SHORTEST = 2;

    /** Fields whose values are words of documents, not of records. */
    private static final Set<String> WITHOUT_TEXT = Set.of("auditd.result", EventIdFields.NODE, "log.file.path");

    private SearchedTexts() {}

    /** Returns the texts, none of which is a mere number; not those that hits must not have. */
    public static List<String> in(Filter filter) {
        return filter.accept(new SearchedTexts()).stream().distinct().toList();
    }

    @Override
    public List<String> everything() {
        return List.of();
    }

    @Override
    public List<String> and(Filter.And filter) {
        return all(filter.all());
    }

    @Override
    public List<String> or(Filter.Or filter) {
        return all(filter.any());
    }

    @Override
    public List<String> not(Filter.Not filter) {
        return List.of();
    }

    @Override
    public List<String> term(Filter.Term filter) {
        return WITHOUT_TEXT.contains(filter.field()) ? List.of() : text(filter.value());
    }

    @Override
    public List<String> phrase(Filter.Phrase filter) {
        return text(filter.text());
    }

    @Override
    public List<String> range(Filter.Range filter) {
        return List.of();
    }

    @Override
    public List<String> exists(Filter.Exists filter) {
        return List.of();
    }

    @Override
    public List<String> contains(Filter.Contains filter) {
        return text(filter.text());
    }

    @Override
    public List<String> prefix(Filter.Prefix filter) {
        return text(filter.text());
    }

    @Override
    public List<String> wildcard(Filter.Wildcard filter) {
        return List.of();
    }

    @Override
    public List<String> foreign(Filter.Foreign filter) {
        return filter.searched().stream().flatMap(text -> text(text).stream()).toList();
    }

    private List<String> all(List<Filter> filters) {
        return filters.stream().flatMap(filter -> filter.accept(this).stream()).toList();
    }

    private static List<String> text(String text) {
        boolean number = text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '-');
        return text.length() < SHORTEST || number ? List.of() : List.of(text);
    }
}
