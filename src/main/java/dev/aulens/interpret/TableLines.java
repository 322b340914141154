package dev.aulens.interpret;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Consumer;

/** The lines of a table that is a resource. */
final class TableLines {

    private TableLines() {}

    /**
     * Hands on the lines of {@code tables/NAME.tsv} but its comments.
     *
     * @throws UncheckedIOException if the program's jar is damaged
     */
    static void read(String name, Consumer<String> sink) {
        String resource = "tables/" + name + ".tsv";
        try (InputStream table = Objects.requireNonNull(TableLines.class.getResourceAsStream(resource), resource);
                BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    sink.accept(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
