package dev.aulens.report;

import java.util.List;
import java.util.Set;

/**
 * A column of a table.
 *
 * @param name its heading
 * @param isNumber whether its cells are numbers, where they are not empty
 */
record Column(String name, boolean isNumber) {

    private static final Set<String> NUMBERS = Set.of("event", "pid", "total", "number", "sess");

    /** Returns columns of those names; the names say which are numbers. */
    static List<Column> named(List<String> names) {
        return names.stream()
                .map(name -> new Column(name, NUMBERS.contains(name)))
                .toList();
    }

    /** Returns a column of text. */
    static Column text(String name) {
        return new Column(name, false);
    }

    /** Returns a column of numbers. */
    static Column number(String name) {
        return new Column(name, true);
    }
}
