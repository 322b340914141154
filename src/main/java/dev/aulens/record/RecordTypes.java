package dev.aulens.record;

import dev.aulens.TableResource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The names and numbers of record types (linux/audit.h, libaudit.h), from the table {@code record-types.tsv}. */
public final class RecordTypes {

    private static final String UNKNOWN_PREFIX = "UNKNOWN[";

    private final Map<String, RecordType> byName;
    private final Map<Integer, RecordType> byNumber;

    private RecordTypes(Map<String, RecordType> byName, Map<Integer, RecordType> byNumber) {
        this.byName = byName;
        this.byNumber = byNumber;
    }

    /**
     * Reads the table.
     *
     * @throws java.io.UncheckedIOException if the program's jar is damaged
     */
    public static RecordTypes load() {
        Map<String, RecordType> byName = new HashMap<>();
        Map<Integer, RecordType> byNumber = new HashMap<>();
        for (List<String> row : TableResource.rows(RecordTypes.class, "record-types.tsv")) {
            RecordType type = new RecordType(row.get(1), Integer.parseInt(row.get(0)));
            byName.put(type.name(), type);
            byNumber.put(type.number(), type);
        }
        return new RecordTypes(byName, byNumber);
    }

    /**
     * Returns the type that a record names after {@code type=}.
     *
     * @param text a name in any case, {@code UNKNOWN[n]}, or digits (the kernel's own log prints {@code type=1400})
     */
    public RecordType ofRecord(String text) {
        return find(text).orElseGet(() -> new RecordType(text, RecordType.UNKNOWN));
    }

    /**
     * Returns the type of that name or number, empty if the text is neither.
     *
     * @param text a name in any case, {@code UNKNOWN[n]}, or digits
     */
    public Optional<RecordType> find(String text) {
        String name = text.toUpperCase(Locale.ROOT);
        RecordType known = byName.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        String digits = name.startsWith(UNKNOWN_PREFIX) && name.endsWith("]")
                ? name.substring(UNKNOWN_PREFIX.length(), name.length() - 1)
                : name;
        return number(digits).map(this::ofNumber);
    }

    /** Returns the type of that number, named {@code UNKNOWN[n]} if the table has no name for it. */
    public RecordType ofNumber(int number) {
        RecordType known = byNumber.get(number);
        return known != null ? known : new RecordType(UNKNOWN_PREFIX + number + "]", number);
    }

    /** Returns the names of all known types, in the order of their numbers. */
    public List<String> names() {
        return byNumber.values().stream()
                .sorted(Comparator.comparingInt(RecordType::number))
                .map(RecordType::name)
                .toList();
    }

    private static Optional<Integer> number(String digits) {
        if (digits.isEmpty() || digits.length() > 9) {
            return Optional.empty();
        }
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c < '0' || c > '9') {
                return Optional.empty();
            }
            value = value * 10 + (c - '0');
        }
        return Optional.of(value);
    }
}
