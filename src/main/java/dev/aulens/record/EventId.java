package dev.aulens.record;

import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What tells one event from another: the host that wrote it, its time and its serial number.
 *
 * <p>The kernel prints time and serial as {@code audit(1700000000.123:101)} (audit_log_start in kernel/audit.c); the
 * host is the {@code node=} before the type, if there is one.
 *
 * @param node the host's name as the record gives it, null when it gives none
 * @param millis milliseconds since the epoch, UTC
 * @param serial the kernel's or daemon's serial number, 0 to 2^32-1
 */
public record EventId(@Nullable String node, long millis, long serial) implements Comparable<EventId> {

    private static final Comparator<EventId> ORDER = Comparator.comparingLong(EventId::millis)
            .thenComparingLong(EventId::serial)
            .thenComparing(EventId::node, Comparator.nullsFirst(Comparator.<String>naturalOrder()));

    /** Orders by time, then serial, then node; an id without node comes before one with. */
    @Override
    public int compareTo(EventId other) {
        return ORDER.compare(this, other);
    }

    /** Tells whether it is before another by time, then serial, whatever their nodes. */
    public boolean precedes(EventId other) {
        return millis != other.millis ? millis < other.millis : serial < other.serial;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (this == other) {
            return true;
        }
        return other instanceof EventId id
                && millis == id.millis
                && serial == id.serial
                && Objects.equals(node, id.node);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(millis * 31 + serial) * 31 + Objects.hashCode(node);
    }

    /** Returns the id as the tools write it: {@code node 1700000000.123:101}, without node {@code 1700000000.123:101}. */
    @Override
    public String toString() {
        String time = timeAndSerial();
        return node == null ? time : node + " " + time;
    }

    /** Returns {@code seconds.milliseconds:serial}, as between the parentheses of {@code audit(...)}. */
    public String timeAndSerial() {
        StringBuilder text =
                new StringBuilder(32).append(Math.floorDiv(millis, 1000L)).append('.');
        long fraction = Math.floorMod(millis, 1000L);
        if (fraction < 100) {
            text.append('0');
        }
        if (fraction < 10) {
            text.append('0');
        }
        return text.append(fraction).append(':').append(serial).toString();
    }
}
