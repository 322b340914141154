package dev.aulens.verify;

import java.util.OptionalLong;

/**
 * What became of the events of the logs.
 *
 * @param events in the logs; one whose records lie far apart counts for each part
 * @param complete whose records are all in the index
 * @param missing of which the index has nothing
 * @param different of which the index lacks records
 * @param doubled of the complete and the different ones: those that two indices hold
 * @param altered of the complete ones: whose documents have fields that their records do not give; empty if that was not
 *     asked for
 * @param extra in the index, but not in the logs; empty if that was not asked for
 */
public record EventCounts(
        long events,
        long complete,
        long missing,
        long different,
        long doubled,
        OptionalLong altered,
        OptionalLong extra) {

    /** Tells whether log and index agree; about a log without events nothing can be said. */
    public boolean agree() {
        return events > 0
                && missing == 0
                && different == 0
                && doubled == 0
                && altered.orElse(0) == 0
                && extra.orElse(0) == 0;
    }
}
