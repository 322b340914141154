package dev.aulens.query.options;

import dev.aulens.query.WrongUsageException;
import java.util.OptionalLong;

/**
 * Reads a serial number or a process id.
 *
 * @param field that has the number
 * @param noun what ausearch calls it in its message
 */
record NumberReader(String field, String noun) implements ConditionTable.Reader {

    @Override
    public Condition read(String word) throws WrongUsageException {
        OptionalLong number = Numbers.unsigned(word);
        if (number.isEmpty()) {
            throw new WrongUsageException(noun + " must be a numeric value, was " + word);
        }
        return Conditions.value(field, Long.toString(number.getAsLong()));
    }
}
