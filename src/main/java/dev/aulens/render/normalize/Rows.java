package dev.aulens.render.normalize;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table: a resource beside this class, the columns of a line apart by tabs. Lines that begin with
 * {@code #} say where it comes from.
 */
final class Rows {

    private Rows() {}

    /** Returns the rows in the order of the table. */
    static List<Row> of(String resource) {
        List<Row> rows = new ArrayList<>();
        try (InputStream table = Objects.requireNonNull(Rows.class.getResourceAsStream(resource), resource);
                BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    rows.add(new Row(split(line, '\t')));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    static List<String> split(String text, char separator) {
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
    }
}
