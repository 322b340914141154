package dev.aulens.query.kql;

import dev.aulens.query.Filter;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Tells which languages of Kibana can say exactly what a filter does.
 *
 * <p>KQL has no sign for one character, and drops blanks at the ends of a pattern; neither language has a place for the
 * other.
 */
public final class Sayable implements Filter.Visitor<Set<Filter.Language>> {

    private Sayable() {}

    /** Returns the languages, none if the filter holds both. */
    public static Set<Filter.Language> in(Filter filter) {
        return filter.accept(new Sayable());
    }

    @Override
    public Set<Filter.Language> everything() {
        return both();
    }

    @Override
    public Set<Filter.Language> and(Filter.And filter) {
        return all(filter.all());
    }

    @Override
    public Set<Filter.Language> or(Filter.Or filter) {
        return all(filter.any());
    }

    @Override
    public Set<Filter.Language> not(Filter.Not filter) {
        return filter.filter().accept(this);
    }

    @Override
    public Set<Filter.Language> term(Filter.Term filter) {
        return both();
    }

    @Override
    public Set<Filter.Language> phrase(Filter.Phrase filter) {
        return both();
    }

    @Override
    public Set<Filter.Language> range(Filter.Range filter) {
        return both();
    }

    @Override
    public Set<Filter.Language> exists(Filter.Exists filter) {
        return both();
    }

    @Override
    public Set<Filter.Language> contains(Filter.Contains filter) {
        return both();
    }

    @Override
    public Set<Filter.Language> prefix(Filter.Prefix filter) {
        return withoutBlanksAtItsEnds(filter.text()) ? both() : EnumSet.of(Filter.Language.LUCENE);
    }

    @Override
    public Set<Filter.Language> wildcard(Filter.Wildcard filter) {
        String pattern = filter.pattern();
        boolean anyCharacter = false;
        for (int i = 0; i < pattern.length(); i++) {
            anyCharacter |= pattern.charAt(i) == '?';
            i += pattern.charAt(i) == '\\' ? 1 : 0;
        }
        return !anyCharacter && withoutBlanksAtItsEnds(pattern) ? both() : EnumSet.of(Filter.Language.LUCENE);
    }

    @Override
    public Set<Filter.Language> foreign(Filter.Foreign filter) {
        return EnumSet.of(filter.language());
    }

    private Set<Filter.Language> all(List<Filter> filters) {
        Set<Filter.Language> languages = both();
        filters.forEach(filter -> languages.retainAll(filter.accept(this)));
        return languages;
    }

    private static boolean withoutBlanksAtItsEnds(String text) {
        return JavaScript.trimStart(text).equals(text)
                && JavaScript.trimEnd(text).equals(text);
    }

    private static Set<Filter.Language> both() {
        return EnumSet.allOf(Filter.Language.class);
    }
}
