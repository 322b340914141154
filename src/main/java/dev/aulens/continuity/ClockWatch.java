package dev.aulens.continuity;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds where a clock was set back: a row of events, numbers rising, that are all clearly older than those before. A few
 * such events are no sign: a system call that waited for an hour has the time of its beginning. A clock that was set
 * forward looks like an hour without events.
 */
final class ClockWatch {

    private static final int ROW = 20;
    private static final long CLEARLY_MILLIS = 5_000;
    private static final int MOST_LISTED = 1_000;

    private final List<ClockJump> jumps = new ArrayList<>();
    private long newest;
    private int row;
    private long rowSerial;
    private long rowBegin;
    private long rowNewest;

    ClockWatch(long millis) {
        this.newest = millis;
    }

    /** Takes the next event whose number is higher than all before. */
    void tick(long serial, long millis) {
        if (millis >= newest - CLEARLY_MILLIS) {
            newest = Math.max(newest, millis);
            row = 0;
            return;
        }
        if (row++ == 0) {
            rowSerial = serial;
            rowBegin = millis;
            rowNewest = millis;
        }
        rowNewest = Math.max(rowNewest, millis);
        if (row == ROW) {
            if (jumps.size() < MOST_LISTED) {
                jumps.add(new ClockJump(rowSerial, newest, rowBegin));
            }
            newest = rowNewest;
            row = 0;
        }
    }

    List<ClockJump> jumps() {
        return List.copyOf(jumps);
    }
}
