package dev.aulens.record;

import dev.aulens.Parts;
import dev.aulens.TableResource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values that {@code ausearch -i} prints without quotes although they may hold blanks, from the table
 * {@code printed-texts.tsv}. All other values end at the first blank.
 */
public final class PrintedTexts {

    private static final String ANY_TYPE = "*";
    private static final String EXECVE = "EXECVE";

    private final Map<String, Map<String, Follower>> byType = new HashMap<>();

    /**
     * What ends a value.
     *
     * @param any whether any name does
     * @param names those that do, if not any; none: the value goes on to the end of the line
     */
    record Follower(boolean any, Set<String> names) {

        private static final Follower ANY = new Follower(true, Set.of());

        static Follower of(String column) {
            return switch (column) {
                case "any" -> ANY;
                case "-" -> new Follower(false, Set.of());
                default -> new Follower(false, Set.copyOf(Parts.of(column, ' ')));
            };
        }

        boolean accepts(String name) {
            return any || names.contains(name);
        }
    }

    private PrintedTexts() {}

    /**
     * Reads the table.
     *
     * @throws java.io.UncheckedIOException if the program's jar is damaged
     */
    public static PrintedTexts load() {
        PrintedTexts texts = new PrintedTexts();
        for (List<String> row : TableResource.rows(PrintedTexts.class, "printed-texts.tsv")) {
            texts.byType.computeIfAbsent(row.get(0), type -> new HashMap<>()).put(row.get(1), Follower.of(row.get(2)));
        }
        return texts;
    }

    /** Returns whether a field of a record holds text, in which there may be blanks. */
    public boolean isText(RecordType type, String name) {
        return follower(type, name) != null;
    }

    /** Returns what ends the value of a field, null if it ends at the first blank. */
    @Nullable
    Follower follower(RecordType type, String name) {
        if (type.is(EXECVE)) {
            return argument(name);
        }
        Map<String, Follower> own = byType.get(type.name());
        Follower follower = own == null ? null : own.get(name);
        return follower != null ? follower : ofAnyType(name);
    }

    private @Nullable Follower ofAnyType(String name) {
        return Objects.requireNonNull(byType.get(ANY_TYPE), ANY_TYPE).get(name);
    }

    /** After {@code a1} comes {@code a2} or its first part or length, after {@code a1[0]} also the next part. */
    private static @Nullable Follower argument(String name) {
        int bracket = name.indexOf('[');
        int end = bracket < 0 ? name.length() : bracket;
        int number = number(name, 1, end);
        if (!name.startsWith("a") || number < 0) {
            return null;
        }
        String next = "a" + (number + 1);
        if (bracket < 0) {
            return new Follower(false, Set.of(next, next + "_len", next + "[0]"));
        }
        int part = number(name, bracket + 1, name.length() - 1);
        String nextPart = name.substring(0, bracket) + "[" + (part + 1) + "]";
        return new Follower(false, Set.of(next, next + "_len", next + "[0]", nextPart));
    }

    /** Returns the number that the digits are, -1 if there is none or something else. */
    private static int number(String text, int from, int to) {
        int number = from < to && to - from <= 6 ? 0 : -1;
        for (int i = from; i < to && number >= 0; i++) {
            int digit = text.charAt(i) - '0';
            number = digit < 0 || digit > 9 ? -1 : number * 10 + digit;
        }
        return number;
    }
}
