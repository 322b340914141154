package dev.aulens.search;

import dev.aulens.record.EventId;
import org.jspecify.annotations.Nullable;

/**
 * What a search came to.
 *
 * @param hits how many were handed on
 * @param last the event that was handed on last, null if there was none; of events in the order of logs, the latest
 */
public record SearchOutcome(long hits, @Nullable EventId last) {}
