package dev.aulens.index;

import dev.aulens.TableResource;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The fields of the mapping, and which of them a value can be looked for in, from {@code mappings/fields.tsv}. */
public final class MappedFields {

    private static final String FLATTENED = "flattened";
    private static final String UNINDEXED = "unindexed";
    private static final String ALIAS = "alias ";
    /** Analysed text has no values to be equal to; what is only stored cannot be asked for. */
    private static final Set<String> WITHOUT_VALUES = Set.of("text", "stored", UNINDEXED);

    private final Set<String> fields;
    private final List<String> objects;
    private final Map<String, String> types;
    private final Map<String, String> aliases;
    private final List<String> unindexed;

    private MappedFields(
            Set<String> fields,
            List<String> objects,
            Map<String, String> types,
            Map<String, String> aliases,
            List<String> unindexed) {
        this.fields = fields;
        this.objects = List.copyOf(objects);
        this.types = types;
        this.aliases = Map.copyOf(aliases);
        this.unindexed = List.copyOf(unindexed);
    }

    /**
     * Reads the table.
     *
     * @throws UncheckedIOException if the program's jar is damaged
     */
    public static MappedFields load() {
        Set<String> fields = new TreeSet<>();
        List<String> objects = new ArrayList<>();
        Map<String, String> types = new LinkedHashMap<>();
        for (String line : TableResource.lines(MappedFields.class, "mappings/fields.tsv")) {
            int tab = line.indexOf('\t');
            if (tab < 0) {
                continue;
            }
            int end = line.indexOf('\t', tab + 1);
            String type = line.substring(tab + 1, end < 0 ? line.length() : end);
            types.put(line.substring(0, tab), type);
            if (type.equals(FLATTENED)) {
                objects.add(line.substring(0, tab));
            } else if (!WITHOUT_VALUES.contains(type)) {
                fields.add(line.substring(0, tab));
            }
        }
        Map<String, String> aliases = new HashMap<>();
        List<String> unindexed = new ArrayList<>();
        types.forEach((field, type) -> {
            if (type.startsWith(ALIAS)) {
                aliases.put(field, type.substring(ALIAS.length()));
            } else if (type.equals(UNINDEXED)) {
                unindexed.add(field);
            }
        });
        types.keySet().removeAll(unindexed);
        types.replaceAll((field, type) -> types.getOrDefault(aliases.getOrDefault(field, field), type));
        return new MappedFields(fields, objects, Collections.unmodifiableMap(types), aliases, unindexed);
    }

    /** Tells whether values of the field can be looked for: it is one of {@link #names} or in one of {@link #objects}. */
    public boolean isSearchable(String field) {
        return fields.contains(field) || objects.stream().anyMatch(object -> field.startsWith(object + "."));
    }

    /**
     * Returns the field that documents hold for a name: an alias stands for another one, and an object is none itself.
     *
     * @return empty if no document can have a field of that name
     */
    public Optional<String> inDocuments(String name) {
        String field = aliases.getOrDefault(name, name);
        boolean known = (types.containsKey(field) && !objects.contains(field))
                || Stream.concat(objects.stream(), unindexed.stream())
                        .anyMatch(object -> field.startsWith(object + "."));
        return known ? Optional.of(field) : Optional.empty();
    }

    /** Returns the fields with values of their own, sorted. */
    public List<String> names() {
        return List.copyOf(fields);
    }

    /**
     * Returns the types of all fields that are more than kept, by name, in the order of the table: those of Elasticsearch,
     * an alias' as that of its field, and {@code stored}.
     */
    public Map<String, String> types() {
        return types;
    }

    /** Returns the fields that hold further fields of any name. */
    public List<String> objects() {
        return objects;
    }
}
