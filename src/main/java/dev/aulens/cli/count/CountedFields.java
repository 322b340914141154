package dev.aulens.cli.count;

import dev.aulens.cli.question.UnknownField;
import dev.aulens.elastic.ElasticsearchConnection;
import dev.aulens.index.MappedFields;
import dev.aulens.query.WrongUsageException;
import dev.aulens.render.Escaping;
import dev.aulens.search.CountableFields;
import java.util.List;

/** Refuses fields whose values cannot be counted, and says which one may have been meant. */
final class CountedFields {

    private final CountableFields fields;
    private final MappedFields known = MappedFields.load();

    /** @param pattern of the indices */
    CountedFields(ElasticsearchConnection server, String pattern) {
        this.fields = new CountableFields(server, pattern);
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
