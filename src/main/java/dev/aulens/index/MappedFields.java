package dev.aulens.index;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Which fields of the mapping a value can be looked for in, from {@code mappings/fields.tsv}. */
public final class MappedFields {

    private static final String FLATTENED = "flattened";
    /** Analysed text has no values to be equal to; what is only stored cannot be asked for. */
    private static final Set<String> WITHOUT_VALUES = Set.of("text", "stored", "unindexed");

    private final Set<String> fields;
    private final List<String> objects;

    private MappedFields(Set<String> fields, List<String> objects) {
        this.fields = fields;
        this.objects = List.copyOf(objects);
    }

    /**
     * Reads the table.
     *
     * @throws UncheckedIOException if the program's jar is damaged
     */
    public static MappedFields load() {
        Set<String> fields = new TreeSet<>();
        List<String> objects = new ArrayList<>();
        try (InputStream table =
                        Objects.requireNonNull(MappedFields.class.getResourceAsStream("mappings/fields.tsv"), "table");
                BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int tab = line.indexOf('\t');
                if (line.startsWith("#") || tab < 0) {
                    continue;
                }
                int end = line.indexOf('\t', tab + 1);
                String type = line.substring(tab + 1, end < 0 ? line.length() : end);
                if (type.equals(FLATTENED)) {
                    objects.add(line.substring(0, tab));
                } else if (!WITHOUT_VALUES.contains(type)) {
                    fields.add(line.substring(0, tab));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new MappedFields(fields, objects);
    }

    /** Tells whether values of the field can be looked for: it is one of {@link #names} or in one of {@link #objects}. */
    public boolean isSearchable(String field) {
        return fields.contains(field) || objects.stream().anyMatch(object -> field.startsWith(object + "."));
    }

    /** Returns the fields with values of their own, sorted. */
    public List<String> names() {
        return List.copyOf(fields);
    }

    /** Returns the fields that hold further fields of any name. */
    public List<String> objects() {
        return objects;
    }
}
