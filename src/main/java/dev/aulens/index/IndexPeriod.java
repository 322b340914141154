package dev.aulens.index;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The time that an index holds, read back from its name.
 *
 * @param from the first millisecond since the epoch, UTC
 * @param to the first millisecond after it
 */
public record IndexPeriod(long from, long to) {

    private static final int PARTS_OF_MONTH = 2;
    private static final int PARTS_OF_DAY = 3;

    /**
     * Reads the name of an index.
     *
     * @return empty if the name is none that {@link IndexNames} makes for the prefix: {@code auditd-web-2026.11} is not
     *     one of {@code auditd}
     */
    public static Optional<IndexPeriod> of(String prefix, String name) {
        if (!name.startsWith(prefix + "-")) {
            return Optional.empty();
        }
        String[] parts = name.substring(prefix.length() + 1).split("\\.", -1);
        if (parts.length != PARTS_OF_MONTH && parts.length != PARTS_OF_DAY) {
            return Optional.empty();
        }
        Partition partition = parts.length == PARTS_OF_DAY ? Partition.DAY : Partition.MONTH;
        try {
            LocalDate first = LocalDate.of(
                    Integer.parseInt(parts[0]),
                    Integer.parseInt(parts[1]),
                    partition == Partition.DAY ? Integer.parseInt(parts[2]) : 1);
            IndexPeriod period = new IndexPeriod(millis(first), millis(partition.next(first)));
            boolean ours = new IndexNames(prefix, partition).of(period.from()).equals(name);
            return ours ? Optional.of(period) : Optional.empty();
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Tells whether a time lies in the period. */
    public boolean contains(long millis) {
        return millis >= from && millis < to;
    }

    private static long millis(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }
}
