package dev.aulens.cli.question;

import dev.aulens.query.WrongUsageException;
import dev.aulens.render.Escaping;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** What is said of a name that no field has. */
public final class UnknownField {

    private UnknownField() {}

    /**
     * Returns the message for the user: the name, and the one that may have been meant.
     *
     * @param names that there are
     */
    public static WrongUsageException named(String name, Collection<String> names) {
        return new WrongUsageException("no field is called " + Escaping.TTY.escaped(name)
                + nearest(name, names)
                        .map(near -> "; did you mean " + near + "?")
                        .orElse("; docs/fields.md has all fields"));
    }

    /** Returns the field that ends so, or whose name takes the fewest changes, if that are not too many. */
    private static Optional<String> nearest(String name, Collection<String> names) {
        return names.stream()
                .filter(field -> changes(name, field) <= 1 + name.length() / 5)
                .min(Comparator.comparingInt((String field) -> changes(name, field))
                        .thenComparing(Comparator.comparingInt(String::length)));
    }

    private static int changes(String name, String field) {
        return field.endsWith("." + name) ? 1 : EditDistance.between(name, field);
    }
}
