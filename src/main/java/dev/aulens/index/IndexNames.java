package dev.aulens.index;

import dev.aulens.Failure;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The names of the indices with one prefix, each named for the time that it holds.
 *
 * <p>An event's index follows from its time alone, so the same event always meets its own {@code _id}, and retention
 * drops whole indices. Not for use by several threads at once: it remembers the last name.
 */
public final class IndexNames {

    /** The prefix unless another is asked for. */
    public static final String DEFAULT_PREFIX = "auditd";

    private static final int LONGEST_PREFIX = 200;

    private final String prefix;
    private final Partition partition;
    private long from = Long.MAX_VALUE;
    private long to = Long.MIN_VALUE;
    private String last = "";

    /**
     * @param prefix lower-case letters, digits, {@code .}, {@code _}, {@code -}; begins with a letter or digit
     * @throws Failure if Elasticsearch would not take the prefix
     */
    public IndexNames(String prefix, Partition partition) {
        this.prefix = checked(prefix);
        this.partition = partition;
    }

    /** Returns what the names begin with. */
    String prefix() {
        return prefix;
    }

    /** Returns the index for an event of that time (milliseconds since the epoch). */
    public String of(long millis) {
        if (millis < from || millis >= to) {
            LocalDate first = partition.first(Partition.day(millis));
            from = first.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
            to = partition.next(first).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
            StringBuilder name = new StringBuilder(prefix).append('-');
            partition.append(name, first);
            last = name.toString();
        }
        return last;
    }

    /** Returns the pattern that matches all indices of the prefix. */
    public static String pattern(String prefix) {
        return prefix + "-*";
    }

    /**
     * Returns the prefix if it is one that Elasticsearch takes (create index API, "index name limitations").
     *
     * @throws Failure otherwise
     */
    public static String checked(String prefix) {
        boolean good = !prefix.isEmpty() && prefix.length() <= LONGEST_PREFIX && isLetterOrDigit(prefix.charAt(0));
        for (int i = 0; good && i < prefix.length(); i++) {
            char c = prefix.charAt(i);
            good = isLetterOrDigit(c) || c == '-' || c == '_' || c == '.';
        }
        if (!good) {
            throw new Failure("'" + prefix + "' is no prefix for indices; use lower-case letters, digits, '.', '_' and"
                    + " '-', beginning with a letter or digit");
        }
        return prefix;
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }
}
