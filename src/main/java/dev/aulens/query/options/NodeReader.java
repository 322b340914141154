package dev.aulens.query.options;

import dev.aulens.query.Filter;

/** Reads a host's name; unlike ausearch's, it may have wildcards. */
record NodeReader(String field) implements ConditionTable.Reader {

    @Override
    public Condition read(String word) {
        boolean pattern = word.indexOf('*') >= 0 || word.indexOf('?') >= 0;
        return Conditions.always(pattern ? new Filter.Wildcard(field, word) : new Filter.Term(field, word));
    }
}
