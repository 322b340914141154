package dev.aulens.cli.search;

import dev.aulens.index.MappedFields;
import dev.aulens.query.EventIdFields;
import dev.aulens.query.UnknownField;
import dev.aulens.query.WrongUsageException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A column of {@code --format table}.
 *
 * @param heading what stands above it
 * @param field the document's field
 */
record TableColumn(String heading, String field) {

    private static final DateTimeFormatter TIME_FORMAT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT);

    /** Those that have a short name; they are also what is shown if nothing else is asked for. */
    private static final List<TableColumn> NAMED = List.of(
            new TableColumn("time", EventIdFields.TIME),
            new TableColumn("node", EventIdFields.NODE),
            new TableColumn("user", "auditd.summary.actor.primary"),
            new TableColumn("action", "event.action"),
            new TableColumn("object", "auditd.summary.object.primary"),
            new TableColumn("how", "auditd.summary.how"));

    /**
     * Returns the columns of these names, short ones or full names of fields; without any the usual ones.
     *
     * @throws WrongUsageException if no document can have a field of that name
     */
    static List<TableColumn> of(List<String> names) throws WrongUsageException {
        if (names.isEmpty()) {
            return NAMED;
        }
        MappedFields fields = MappedFields.load();
        List<TableColumn> columns = new ArrayList<>();
        for (String name : names) {
            columns.add(of(name, fields));
        }
        return columns;
    }

    private static TableColumn of(String name, MappedFields fields) throws WrongUsageException {
        for (TableColumn column : NAMED) {
            if (column.heading.equals(name)) {
                return column;
            }
        }
        Optional<String> field = fields.inDocuments(name);
        if (field.isEmpty()) {
            Set<String> known = new TreeSet<>(fields.types().keySet());
            known.removeAll(fields.objects());
            NAMED.forEach(column -> known.add(column.heading));
            throw UnknownField.named(name, known);
        }
        return new TableColumn(name, field.get());
    }

    /** Returns a value of the field as it is shown: times are local. */
    String shown(String value, ZoneId zone) {
        return field.equals(EventIdFields.TIME) && !value.isEmpty()
                ? TIME_FORMAT.format(Instant.parse(value).atZone(zone))
                : value;
    }
}
