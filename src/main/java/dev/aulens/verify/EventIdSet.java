package dev.aulens.verify;

import dev.aulens.Failure;
import dev.aulens.record.EventId;
import java.util.Arrays;
import java.util.Objects;

/**
 * The ids of the events of logs, as 64-bit hashes in an open-addressed table: 12 to 24 bytes an event. Two ids have one
 * hash with a chance of n²/2^65: one in three million for ten million events.
 */
final class EventIdSet {

    private static final int FIRST_SIZE = 1 << 16;
    private static final long FREE = 0;
    /** The table may take this part of the memory. */
    private static final int PART_OF_MEMORY = 4;

    private long[] table = new long[FIRST_SIZE];
    private int count;

    /** @throws Failure if there is no memory for more */
    void add(EventId id) {
        if (put(table, hash(id)) && ++count > table.length / 3 * 2) {
            grow();
        }
    }

    boolean contains(EventId id) {
        long hash = hash(id);
        for (int i = slot(table, hash); table[i] != FREE; i = (i + 1) & (table.length - 1)) {
            if (table[i] == hash) {
                return true;
            }
        }
        return false;
    }

    private void grow() {
        long bytes = 2L * table.length * Long.BYTES;
        if (bytes > Runtime.getRuntime().maxMemory() / PART_OF_MEMORY || table.length > Integer.MAX_VALUE / 4) {
            throw new Failure("no memory for the ids of more than " + count
                    + " events, which --extra needs; verify fewer" + " files at once, or set AULENS_JAVA_OPTS=-Xmx1g");
        }
        long[] larger = new long[2 * table.length];
        Arrays.stream(table).filter(hash -> hash != FREE).forEach(hash -> put(larger, hash));
        table = larger;
    }

    private static boolean put(long[] table, long hash) {
        int i = slot(table, hash);
        while (table[i] != FREE) {
            if (table[i] == hash) {
                return false;
            }
            i = (i + 1) & (table.length - 1);
        }
        table[i] = hash;
        return true;
    }

    private static int slot(long[] table, long hash) {
        return (int) (hash & (table.length - 1));
    }

    private static long hash(EventId id) {
        long hash = mixed(mixed(id.millis()) + id.serial()) + Objects.hashCode(id.node());
        long last = mixed(hash);
        return last == FREE ? 1 : last;
    }

    /** The finalizer of SplitMix64 (Steele, Lea, Flood 2014): every bit of the result depends on every bit of the value. */
    private static long mixed(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
