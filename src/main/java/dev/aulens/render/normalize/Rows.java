package dev.aulens.render.normalize;

import dev.aulens.Parts;
import dev.aulens.TableResource;
import dev.aulens.interpret.Edition;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table: a resource beside this class, the columns of a line apart by tabs. Lines that begin with
 * {@code #} say where it comes from.
 */
final class Rows {

    private Rows() {}

    /**
     * Returns the rows in the order of the table, but with those of the edition's own table of that name, if it has one,
     * in the place of those with the same key. A row of its own that is nothing but a key takes the table's row away.
     *
     * @param keyColumns how many columns, from the first on, tell one row from another
     */
    static Collection<Row> of(String resource, Edition edition, int keyColumns) {
        Map<List<String>, Row> rows = new LinkedHashMap<>();
        read(TableResource.lines(Rows.class, resource), keyColumns, rows);
        if (edition.amendments() != null) {
            read(TableResource.linesIfAny(Rows.class, edition.amendments() + "/" + resource), keyColumns, rows);
        }
        return rows.values();
    }

    private static void read(List<String> lines, int keyColumns, Map<List<String>, Row> rows) {
        for (String line : lines) {
            List<String> columns = Parts.of(line, '\t');
            List<String> key = columns.subList(0, keyColumns);
            if (columns.size() == keyColumns) {
                rows.remove(key);
            } else {
                rows.put(key, new Row(columns));
            }
        }
    }

    /** One row; a column that holds {@code -} is empty. */
    record Row(List<String> columns) {

        String get(int column) {
            return columns.get(column);
        }

        @Nullable
        String optional(int column) {
            String text = columns.get(column);
            return text.equals("-") ? null : text;
        }

        /** Returns what a column holds apart by {@code |}. */
        List<String> alternatives(int column) {
            String text = optional(column);
            return text == null ? List.of() : Parts.of(text, '|');
        }
    }
}
