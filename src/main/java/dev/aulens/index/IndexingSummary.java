package dev.aulens.index;

import dev.aulens.event.LineCounts;
import java.time.Duration;

/**
 * What an indexing run did.
 *
 * @param lines what was read; those that are no records stand in the dead-letter file
 * @param events assembled from the records; an event whose records came late counts once for each part
 * @param created documents that were not there before
 * @param joined parts of events that were added to their document
 * @param duplicates events whose records were all there already
 * @param rejected documents that Elasticsearch refuses; they stand in the dead-letter file
 * @param elapsed from the first byte to the last acknowledgement
 */
public record IndexingSummary(
        LineCounts lines, long events, long created, long joined, long duplicates, long rejected, Duration elapsed) {

    /** Tells whether every line and every event is accounted for. */
    public boolean addsUp() {
        return lines.addsUp() && events == created + joined + duplicates + rejected;
    }

    /** Returns how many lines and documents stand in the dead-letter file. */
    public long deadLetters() {
        return lines.malformed() + rejected;
    }

    /** Tells whether something was read that is not in the index now. */
    public boolean hasLosses() {
        return deadLetters() > 0;
    }
}
