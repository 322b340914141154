package dev.aulens.index;

/**
 * An index of a prefix.
 *
 * @param name of the index
 * @param period the time that its name says
 */
public record PrefixIndex(String name, IndexPeriod period) {}
