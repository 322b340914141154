package dev.aulens.document;

import com.fasterxml.jackson.core.SerializableString;
import dev.aulens.Parts;
import dev.aulens.TableResource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What each record type and system call is: the table {@code categories.tsv}, with the users of {@code users.tsv}. */
final class Categories {

    private static final String APPARMOR = "apparmor";
    private static final String ANY = "*";
    private static final String RECORD = "record";

    private final Map<String, Category> records = new HashMap<>();
    private final Map<String, Category> appArmorRecords = new HashMap<>();
    private final Map<String, Category> calls = new HashMap<>();
    private final Set<String> auxiliary = new HashSet<>();
    private final Map<String, SerializableString> words = new HashMap<>();
    private final Map<String, Persons> persons = new HashMap<>();
    private final FieldTable fields;

    Categories(FieldTable fields) {
        this.fields = fields;
        for (List<String> row : TableResource.rows(Categories.class, "users.tsv")) {
            persons.put(row.get(0), new Persons(Person.of(row.get(1)), Person.of(row.get(2))));
        }
        for (List<String> row : TableResource.rows(Categories.class, "categories.tsv")) {
            switch (row.get(0)) {
                case "auxiliary" -> auxiliary.add(row.get(1));
                case "syscall" -> calls.put(row.get(1), category(row));
                default -> (row.get(2).equals(APPARMOR) ? appArmorRecords : records).put(row.get(1), category(row));
            }
        }
    }

    private Category category(List<String> row) {
        return new Category(
                word(row.get(3)),
                row.get(4).equals("-") ? null : word(row.get(4)),
                words(row.get(5)),
                words(row.get(6)),
                row.get(7).equals("-") ? null : row.get(7),
                alternatives(row.get(8)),
                alternatives(row.get(9)),
                alternatives(row.get(10)),
                row.get(0).equals(RECORD) ? persons.getOrDefault(row.get(1), Persons.OF_PROCESS) : Persons.OF_PROCESS);
    }

    private SerializableString word(String word) {
        return words.computeIfAbsent(word, DocumentJson::name);
    }

    private List<SerializableString> words(String list) {
        List<SerializableString> result = new ArrayList<>();
        for (String word : alternativesOf(list)) {
            result.add(word(word));
        }
        return List.copyOf(result);
    }

    private List<FieldTable.Known> alternatives(String list) {
        List<FieldTable.Known> result = new ArrayList<>();
        for (String name : alternativesOf(list)) {
            FieldTable.Known field = fields.find(name);
            if (field != null) {
                result.add(field);
            }
        }
        return List.copyOf(result);
    }

    private static List<String> alternativesOf(String list) {
        return list.equals("-") ? List.of() : Parts.of(list, '|');
    }

    /** Returns what a record of that type is, null if the table does not know it or it only describes a call. */
    @Nullable
    Category ofRecord(String type, boolean appArmor) {
        Category variant = appArmor ? appArmorRecords.get(type) : null;
        return variant != null ? variant : records.get(type);
    }

    /** Returns whether records of that type never say what their event is. */
    boolean isAuxiliary(String type) {
        return auxiliary.contains(type);
    }

    /** Returns what a system call is, by its name; calls that the table does not name are all alike. */
    Category ofCall(@Nullable String name) {
        Category known = name == null ? null : calls.get(name);
        return known != null ? known : calls.getOrDefault(ANY, Category.UNKNOWN);
    }
}
