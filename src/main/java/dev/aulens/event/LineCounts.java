package dev.aulens.event;

/**
 * What the lines of logs are; each is one of these.
 *
 * @param lines all
 * @param records that belong to an event
 * @param blank without content
 * @param separators that the audit tools put between events
 * @param others lines of a syslog and entries of a journal that other programs wrote
 * @param malformed that are no records; an indexing run puts them into the dead letters
 * @param bytes of all lines, decompressed, line ends included
 */
public record LineCounts(
        long lines, long records, long blank, long separators, long others, long malformed, long bytes) {

    /** Returns the counts with more lines that are no records. */
    public LineCounts withMalformed(long more) {
        return new LineCounts(lines + more, records, blank, separators, others, malformed + more, bytes);
    }

    /** Tells whether every line is accounted for. */
    public boolean addsUp() {
        return lines == records + blank + separators + others + malformed;
    }
}
