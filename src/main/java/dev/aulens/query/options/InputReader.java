package dev.aulens.query.options;

import dev.aulens.query.Filter;
import dev.aulens.query.WrongUsageException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Reads a file or folder: events that were read from it. It need not exist any more. */
record InputReader(String field) implements ConditionTable.Reader {

    @Override
    public Condition read(String word) throws WrongUsageException {
        try {
            String path = Path.of(word).toAbsolutePath().normalize().toString();
            return Conditions.always(Filter.any(new Filter.Term(field, path), new Filter.Prefix(field, path + "/")));
        } catch (InvalidPathException e) {
            throw new WrongUsageException("no file can have the name " + word);
        }
    }
}
