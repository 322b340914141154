package dev.aulens;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Tables that are resources of the program: a row is a line, its columns are apart by tabs. */
public final class TableResource {

    private static final String COMMENT = "#";

    private TableResource() {}

    /**
     * Returns the rows of a table, each as its line: without empty lines and those that begin with {@code #}.
     *
     * @param neighbour a class of the package that has the table
     * @param name of the table, from that package on
     * @throws UncheckedIOException if there is no such table: the program's jar is damaged
     */
    public static List<String> lines(Class<?> neighbour, String name) {
        InputStream table = neighbour.getResourceAsStream(name);
        if (table == null) {
            throw new UncheckedIOException(
                    new IOException("the program is damaged: it has no table " + name + "; install it again"));
        }
        return read(table);
    }

    /** Returns the same of a table that need not exist; no lines if it does not. */
    public static List<String> linesIfAny(Class<?> neighbour, String name) {
        InputStream table = neighbour.getResourceAsStream(name);
        return table == null ? List.of() : read(table);
    }

    /** Returns the columns of a table's rows; parameters as of {@link #lines}. */
    public static List<List<String>> rows(Class<?> neighbour, String name) {
        List<List<String>> rows = new ArrayList<>();
        for (String line : lines(neighbour, name)) {
            rows.add(Parts.of(line, '\t'));
        }
        return rows;
    }

    private static List<String> read(InputStream table) {
        List<String> rows = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isEmpty() && !line.startsWith(COMMENT)) {
                    rows.add(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }
}
