package dev.aulens.continuity;

/**
 * Serial numbers that a log lacks though it has lower and higher ones of the same boot.
 *
 * @param first that is lacking
 * @param last that is lacking
 * @param after time of an event before the gap, milliseconds since the epoch
 * @param before time of an event behind it
 * @param daemonStarted whether auditd was started in between: it did not write what happened before that
 */
public record SerialGap(long first, long last, long after, long before, boolean daemonStarted) {

    /** Returns how many numbers are lacking. */
    public long count() {
        return last - first + 1;
    }
}
