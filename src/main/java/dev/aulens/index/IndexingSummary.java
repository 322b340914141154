package dev.aulens.index;

import java.time.Duration;

/**
 * What an indexing run did.
 *
 * @param lines read
 * @param records lines that are records
 * @param blank lines without content
 * @param separators lines that the audit tools put between events
 * @param others lines of a syslog and entries of a journal that other programs wrote
 * @param deadLetters lines that are no records; they stand in the dead-letter file
 * @param events assembled from the records; an event whose records came late counts once for each part
 * @param created documents that were not there before
 * @param joined parts of events that were added to their document
 * @param duplicates events whose records were all there already
 * @param rejected documents that Elasticsearch refuses; they stand in the dead-letter file
 * @param bytes read, decompressed, line ends included
 * @param elapsed from the first byte to the last acknowledgement
 */
public record IndexingSummary(
        long lines,
        long records,
        long blank,
        long separators,
        long others,
        long deadLetters,
        long events,
        long created,
        long joined,
        long duplicates,
        long rejected,
        long bytes,
        Duration elapsed) {

    /** Tells whether every line and every event is accounted for. */
    public boolean addsUp() {
        return lines == records + blank + separators + others + deadLetters
                && events == created + joined + duplicates + rejected;
    }

    /** Tells whether something was read that is not in the index now. */
    public boolean hasLosses() {
        return deadLetters > 0 || rejected > 0;
    }
}
