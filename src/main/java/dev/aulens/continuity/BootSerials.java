package dev.aulens.continuity;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The serial numbers of one boot of a host that were seen, and the holes between them.
 *
 * <p>The kernel counts from 1 at boot and draws a number when it begins an event (audit_serial in kernel/audit.c, called
 * by audit_log_start); what rules leave out draws none. So each number between two others was an event. Numbers come in
 * nearly their order; an event's time may be far behind its number's, as it is that of the system call's beginning.
 */
final class BootSerials {

    /** How far numbers may be out of order: as many events wait in the kernel's and auditd's queues, and some more. */
    private static final long DISORDER = 2_048;

    /** How far times of neighbours may be out of order. */
    private static final long SLACK_MILLIS = 2_000;
    /**
     * Half of the numbers, which have 32 bits. Two that are farther apart are no neighbours of a gap: between them the
     * counter has begun again.
     */
    private static final long HALF = 1L << 31;

    private final Budget budget;
    private final TreeMap<Long, SerialGap> holes = new TreeMap<>();
    private final ClockWatch clock;
    private long first;
    private long last;
    private long begin;
    private long newest;
    private long forgottenHoles;
    private long forgottenNumbers;

    /** Begins with the first event that was seen of the boot. */
    BootSerials(Budget budget, long serial, long millis) {
        this.budget = budget;
        this.clock = new ClockWatch(millis);
        this.first = serial;
        this.last = serial;
        this.begin = millis;
        this.newest = millis;
    }

    /**
     * Tells whether an event may be of this boot.
     *
     * @param started whether auditd or the kernel was started just before it
     */
    boolean takes(long serial, long millis, boolean started) {
        if (started && millis > newest && (serial < first || isSeen(serial))) {
            return false;
        }
        if (Math.abs(serial - last) <= DISORDER) {
            return true;
        }
        if (serial > last) {
            return serial - last < HALF && millis >= begin - SLACK_MILLIS;
        }
        if (serial < first) {
            return first - serial < HALF && millis <= begin + SLACK_MILLIS;
        }
        boolean afterAll = millis > newest;
        boolean beforeAll = millis < begin - SLACK_MILLIS && serial > first + DISORDER;
        return !afterAll && !beforeAll;
    }

    /** Tells whether this boot began with that event. */
    boolean beginsWith(long serial, long millis) {
        return first == serial && begin == millis;
    }

    /** Takes an event of this boot; returns whether its number is new. */
    boolean accept(long serial, long millis, boolean started) {
        if (serial > last) {
            open(last + 1, serial - 1, newest, millis, started);
            last = serial;
            newest = Math.max(newest, millis);
            clock.tick(serial, millis);
            return true;
        }
        if (serial < first) {
            open(serial + 1, first - 1, millis, begin, false);
            first = serial;
            begin = Math.min(begin, millis);
            return true;
        }
        return fill(serial);
    }

    long gaps() {
        return holes.size() + forgottenHoles;
    }

    long lacking() {
        return forgottenNumbers
                + holes.values().stream().mapToLong(SerialGap::count).sum();
    }

    /** Returns the gaps that are remembered, by number. */
    List<SerialGap> listed() {
        return List.copyOf(holes.values());
    }

    List<ClockJump> jumps() {
        return clock.jumps();
    }

    private boolean isSeen(long serial) {
        if (serial < first || serial > last) {
            return false;
        }
        Map.Entry<Long, SerialGap> hole = holes.floorEntry(serial);
        return hole == null || hole.getValue().last() < serial;
    }

    private boolean fill(long serial) {
        Map.Entry<Long, SerialGap> entry = holes.floorEntry(serial);
        if (entry == null || entry.getValue().last() < serial) {
            return false;
        }
        SerialGap hole = entry.getValue();
        holes.remove(entry.getKey());
        budget.giveBack();
        open(hole.first(), serial - 1, hole.after(), hole.before(), hole.daemonStarted());
        open(serial + 1, hole.last(), hole.after(), hole.before(), hole.daemonStarted());
        return true;
    }

    private void open(long from, long to, long after, long before, boolean started) {
        if (from > to) {
            return;
        }
        SerialGap hole = new SerialGap(from, to, after, before, started);
        if (budget.take()) {
            holes.put(from, hole);
        } else {
            forgottenHoles++;
            forgottenNumbers += hole.count();
        }
    }
}
