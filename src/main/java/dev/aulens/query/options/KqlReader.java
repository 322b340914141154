package dev.aulens.query.options;

import dev.aulens.query.WrongUsageException;
import dev.aulens.query.kql.KqlException;
import dev.aulens.query.kql.SearchBar;

/** Reads a query in KQL. */
record KqlReader(SearchBar searchBar) implements ConditionTable.Reader {

    @Override
    public Condition read(String word) throws WrongUsageException {
        try {
            return Conditions.always(searchBar.kql(word));
        } catch (KqlException e) {
            throw new WrongUsageException("KQL, character " + (e.offset() + 1) + ": " + e.getMessage(), e.place(word));
        }
    }
}
