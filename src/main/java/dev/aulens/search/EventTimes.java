package dev.aulens.search;

/**
 * When the events of a search were.
 *
 * @param events how many there are; without any the times mean nothing
 * @param first the earliest, milliseconds since the epoch
 * @param last the latest, likewise
 */
public record EventTimes(long events, long first, long last) {}
