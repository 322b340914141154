package dev.aulens.cli.search;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A column of {@code --format table}.
 *
 * @param heading what stands above it
 * @param field the document's field
 */
record TableColumn(String heading, String field) {

    private static final String TIME = "@timestamp";
    private static final DateTimeFormatter TIME_FORMAT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT);

    /** Those that have a short name; they are also what is shown if nothing else is asked for. */
    private static final List<TableColumn> NAMED = List.of(
            new TableColumn("time", TIME),
            new TableColumn("node", "host.name"),
            new TableColumn("user", "auditd.summary.actor.primary"),
            new TableColumn("action", "event.action"),
            new TableColumn("object", "auditd.summary.object.primary"),
            new TableColumn("how", "auditd.summary.how"));

    /** Returns the columns of these names, short ones or full names of fields; without any the usual ones. */
    static List<TableColumn> of(List<String> names) {
        return names.isEmpty() ? NAMED : names.stream().map(TableColumn::of).toList();
    }

    private static TableColumn of(String name) {
        return NAMED.stream()
                .filter(column -> column.heading.equals(name))
                .findFirst()
                .orElseGet(() -> new TableColumn(name, name));
    }

    /** Returns a value of the field as it is shown: times are local. */
    String shown(String value, ZoneId zone) {
        return field.equals(TIME) && !value.isEmpty()
                ? TIME_FORMAT.format(Instant.parse(value).atZone(zone))
                : value;
    }
}
