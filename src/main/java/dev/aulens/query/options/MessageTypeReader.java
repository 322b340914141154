package dev.aulens.query.options;

import dev.aulens.query.Filter;
import dev.aulens.query.WrongUsageException;
import dev.aulens.record.RecordType;
import dev.aulens.record.RecordTypes;
import java.util.ArrayList;
import java.util.List;

/** Reads a list of record types; {@code ALL} alone asks nothing. */
record MessageTypeReader(String field, RecordTypes types) implements ConditionTable.Reader {

    @Override
    public Condition read(String word) throws WrongUsageException {
        if (word.equalsIgnoreCase("ALL")) {
            return Conditions.always(new Filter.Everything());
        }
        if (word.isEmpty()) {
            throw new WrongUsageException(validTypes());
        }
        List<Filter> any = new ArrayList<>();
        for (String name : word.split(",", -1)) {
            if (!name.isEmpty()) {
                RecordType type = types.find(name).orElseThrow(() -> new WrongUsageException(validTypes()));
                any.add(new Filter.Term(field, type.name()));
            }
        }
        return Conditions.always(any.isEmpty() ? new Filter.Everything() : Filter.any(any));
    }

    /** Returns ausearch's list of all names. */
    String validTypes() {
        return "Valid message types are: ALL " + String.join(" ", types.names());
    }
}
