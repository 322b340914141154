package dev.aulens.render.normalize;

import dev.aulens.interpret.Edition;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        read(Objects.requireNonNull(Rows.class.getResourceAsStream(resource), resource), keyColumns, rows);
        InputStream amendments = edition.amendments() == null
                ? null
                : Rows.class.getResourceAsStream(edition.amendments() + "/" + resource);
        if (amendments != null) {
            read(amendments, keyColumns, rows);
        }
        return rows.values();
    }

    private static void read(InputStream table, int keyColumns, Map<List<String>, Row> rows) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    List<String> columns = split(line, '\t');
                    List<String> key = columns.subList(0, keyColumns);
                    if (columns.size() == keyColumns) {
                        rows.remove(key);
                    } else {
                        rows.put(key, new Row(columns));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int to = text.indexOf(separator); to >= 0; to = text.indexOf(separator, from)) {
            parts.add(text.substring(from, to));
            from = to + 1;
        }
        parts.add(text.substring(from));
        return parts;
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
            return text == null ? List.of() : split(text, '|');
        }
    }
}
