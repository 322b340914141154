package dev.aulens.document;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Reads this package's tables: lines of columns divided by tabs, {@code #} begins a comment line. */
final class Resources {

    private Resources() {}

    /**
     * Returns the rows of a table.
     *
     * @throws UncheckedIOException if the program's jar is damaged
     */
    static List<String[]> table(String name) {
        try (InputStream table = Objects.requireNonNull(Resources.class.getResourceAsStream(name), name);
                BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
