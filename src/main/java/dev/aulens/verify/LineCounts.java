package dev.aulens.verify;

/**
 * What the lines of the logs are; each is one of these.
 *
 * @param lines all
 * @param records that belong to an event
 * @param blank without content
 * @param separators that the audit tools put between events
 * @param others of a syslog or journal, that other programs wrote
 * @param malformed that are no records: they are in no index, but in the dead letters of the run that read them
 */
public record LineCounts(long lines, long records, long blank, long separators, long others, long malformed) {}
