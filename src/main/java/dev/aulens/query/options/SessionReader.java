package dev.aulens.query.options;

import dev.aulens.query.WrongUsageException;
import java.util.OptionalLong;

/** Reads the id of a login session; -1 is none. */
record SessionReader(String field) implements ConditionTable.Reader {

    @Override
    public Condition read(String word) throws WrongUsageException {
        OptionalLong id = Numbers.wrapped(word);
        if (id.isEmpty()) {
            throw new WrongUsageException("Session id must be a numeric value, was " + word);
        }
        String number = Long.toString(id.getAsLong());
        return id.getAsLong() == Numbers.UNSET
                ? Conditions.value(field, number, "unset")
                : Conditions.value(field, number);
    }
}
