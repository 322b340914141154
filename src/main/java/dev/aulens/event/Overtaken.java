package dev.aulens.event;

import dev.aulens.record.EventId;

/**
 * Where an event stands in its log that a later one has overtaken: the daemon's own event of 07:08:00.579 is complete at
 * once and printed first, the system call of 07:08:00.578 whose end is not seen yet comes behind it.
 *
 * @param by the latest event before it in its log
 * @param place among those that stand behind that event for the same reason, from 0
 */
public record Overtaken(EventId by, int place) {}
