package dev.aulens.document;

import com.fasterxml.jackson.core.SerializableString;
import dev.aulens.TableResource;
import dev.aulens.record.RecordType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fields that have a place of their own in a document, from the table {@code fields.tsv}, and which of them another
 * name stands for in some records, from {@code fields-by-type.tsv}. The last column of the first is for its readers only.
 */
final class FieldTable {

    /**
     * A known field.
     *
     * @param id from 0, without gaps
     * @param name as in records
     * @param own whether code writes it to its place in the schema; other fields go to {@code auditd.data}
     * @param encoded whether the writer may have encoded the value in hex
     * @param key the name, encoded for JSON
     */
    record Known(int id, String name, boolean own, boolean encoded, SerializableString key) {}

    private final Map<String, Known> byName = new HashMap<>();
    private final ByRecordType<Map<String, Optional<Known>>> byType;
    private final List<Known> all = new ArrayList<>();

    FieldTable() {
        for (List<String> row : TableResource.rows(FieldTable.class, "fields.tsv")) {
            boolean own = row.get(1).startsWith("own");
            boolean encoded = row.get(1).endsWith("text");
            Known known = new Known(all.size(), row.get(0), own, encoded, DocumentJson.name(row.get(0)));
            all.add(known);
            byName.put(known.name(), known);
        }
        Map<String, Map<String, Optional<Known>>> types = new HashMap<>();
        for (List<String> row : TableResource.rows(FieldTable.class, "fields-by-type.tsv")) {
            types.computeIfAbsent(row.get(0), type -> new HashMap<>())
                    .put(row.get(1), Optional.ofNullable(byName.get(row.get(2))));
        }
        byType = new ByRecordType<>(types);
    }

    /** Returns which field one of that name is in a record of that type, null if the table does not have it. */
    @Nullable
    Known find(RecordType type, String name) {
        Map<String, Optional<Known>> meanings = byType.of(type);
        Optional<Known> meant = meanings == null ? null : meanings.get(name);
        return meant == null ? byName.get(name) : meant.orElse(null);
    }

    /** Returns the field of that name, null if the table does not have it. */
    @Nullable
    Known find(String name) {
        return byName.get(name);
    }

    /**
     * Returns the field of that name.
     *
     * @throws NullPointerException if the table does not have it
     */
    Known get(String name) {
        return Objects.requireNonNull(byName.get(name), name);
    }

    /** Returns all fields, by id. */
    List<Known> all() {
        return all;
    }
}
