package dev.aulens.query.options;

import dev.aulens.query.WrongUsageException;

/** Reads whether the event was a success. As ausearch: what holds yes or no but is not exactly yes is no. */
record SuccessReader(String field) implements ConditionTable.Reader {

    @Override
    public Condition read(String word) throws WrongUsageException {
        if (!word.contains("yes") && !word.contains("no")) {
            throw new WrongUsageException("Success must be 'yes' or 'no'.");
        }
        return Conditions.value(field, word.equals("yes") ? "success" : "fail");
    }
}
