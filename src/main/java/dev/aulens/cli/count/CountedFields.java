package dev.aulens.cli.count;

import dev.aulens.index.MappedFields;
import dev.aulens.query.UnknownField;
import dev.aulens.query.WrongUsageException;
import dev.aulens.render.Escaping;
import dev.aulens.search.CountableFields;
import dev.aulens.search.Indices;
import java.util.List;

/** Refuses fields whose values cannot be counted, and says which one may have been meant. */
final class CountedFields {

    private final CountableFields fields;
    private final MappedFields known = MappedFields.load();

    CountedFields(Indices indices) {
        this.fields = new CountableFields(indices);
    }

    /** @throws WrongUsageException with the message for the user */
    void check(List<String> names) throws WrongUsageException {
        for (String name : names) {
            String shown = Escaping.TTY.escaped(name);
            switch (fields.kind(name)) {
                case COUNTABLE -> {}
                case TIME ->
                    throw new WrongUsageException(shown + " is a time; 'aulens histogram' counts events over time");
                case UNCOUNTABLE -> throw new WrongUsageException("the values of " + shown + " cannot be counted");
                case UNKNOWN -> {
                    if (!known.isSearchable(name)) {
                        throw UnknownField.named(name, known.names());
                    }
                }
            }
        }
    }
}
