package dev.aulens.cli.count;

import dev.aulens.elastic.ElasticsearchConnection;
import dev.aulens.index.MappedFields;
import dev.aulens.query.WrongUsageException;
import dev.aulens.render.Escaping;
import dev.aulens.search.CountableFields;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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
                        throw new WrongUsageException("no field is called " + shown
                                + nearest(name)
                                        .map(near -> "; did you mean " + near + "?")
                                        .orElse("; docs/fields.md has all fields"));
                    }
                }
            }
        }
    }

    /** Returns the field that ends so, or whose name takes the fewest changes, if that are not too many. */
    private Optional<String> nearest(String name) {
        return known.names().stream()
                .filter(field -> changes(name, field) <= 1 + name.length() / 5)
                .min(Comparator.comparingInt((String field) -> changes(name, field))
                        .thenComparing(Comparator.comparingInt(String::length)));
    }

    private static int changes(String name, String field) {
        return field.endsWith("." + name) ? 1 : EditDistance.between(name, field);
    }
}
