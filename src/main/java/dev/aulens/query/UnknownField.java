package dev.aulens.query;

import dev.aulens.render.Escaping;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is said of a name that no field has: the name, and those that may have been meant. */
public final class UnknownField {

    private static final int MOST_INSIDE = 3;

    private UnknownField() {}

    /**
     * Returns the message for the user where the name makes the question senseless.
     *
     * @param names that there are
     */
    public static WrongUsageException named(String name, Collection<String> names) {
        return new WrongUsageException("no field is called " + Escaping.TTY.escaped(name) + wayOut(name, names));
    }

    /**
     * Returns the line for the user where a query asked for the name and found nothing.
     *
     * @param names that there are
     */
    public static String inQuery(String name, Collection<String> names) {
        return "no index has a field " + Escaping.TTY.escaped(name) + wayOut(name, names);
    }

    private static String wayOut(String name, Collection<String> names) {
        List<String> inside = names.stream()
                .filter(field -> field.startsWith(name + "."))
                .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .limit(MOST_INSIDE)
                .toList();
        if (!inside.isEmpty()) {
            return "; it is an object, as of " + String.join(", ", inside);
        }
        return nearest(name, names)
                .map(near -> "; did you mean " + near + "?")
                .orElse("; docs/fields.md has all fields");
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
