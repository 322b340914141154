package dev.aulens.interpret;

import org.jspecify.annotations.Nullable;

/**
 * Whose words the interpretation speaks, where versions of ausearch(8) differ and each is right in its way.
 *
 * <p>What 3.0.9 says otherwise is in tables, in a folder {@code ausearch-3} beside those that speak the words of 4.2.2;
 * which fields and arguments only one of them interprets is said where those are listed ({@link FieldInterpreters},
 * {@link SyscallArguments}). Where 3.0.9 loses an event there is no choice (docs/differences.md).
 */
public enum Edition {
    /** 3.0.9, as in Debian 12, Ubuntu 22.04 and, with older numbers, in RHEL 8 and 9. */
    AUSEARCH_3("3", "ausearch-3"),
    /** 4.2.2. Documents are written in its words. */
    AUSEARCH_4("4", null);

    private final String version;
    private final @Nullable String amendments;

    Edition(String version, @Nullable String amendments) {
        this.version = version;
        this.amendments = amendments;
    }

    /** Returns the edition of that version, null if there is none. */
    public static @Nullable Edition of(String version) {
        for (Edition edition : values()) {
            if (edition.version.equals(version)) {
                return edition;
            }
        }
        return null;
    }

    /** Returns the first number of ausearch's version. */
    public String version() {
        return version;
    }

    /**
     * Returns the folder, beside a table, whose table of the same name holds the rows that are otherwise in this edition.
     *
     * @return null if the tables are this edition's
     */
    public @Nullable String amendments() {
        return amendments;
    }

    /** Returns the table {@code tables/NAME.tsv} with the names that this edition gives. */
    CodeTable table(String name) {
        return amendments == null ? CodeTable.of(name) : CodeTable.amended(name, amendments);
    }
}
