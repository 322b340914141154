package dev.aulens.continuity;

/**
 * A clock that was set back: from some event on, all are older than what came before.
 *
 * @param serial of the first event after it
 * @param from the latest time before it, milliseconds since the epoch
 * @param to the time of the first event after it
 */
public record ClockJump(long serial, long from, long to) {}
