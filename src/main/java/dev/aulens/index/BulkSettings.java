package dev.aulens.index;

import java.time.Duration;

/**
 * How documents are sent.
 *
 * @param documents in one request at most
 * @param bytes in one request at about
 * @param inFlight requests that wait for their answer at most; two keep the server busy while the next is made
 * @param patience how long a busy or absent server is tried again
 */
public record BulkSettings(int documents, int bytes, int inFlight, Duration patience) {

    /** What suits one node: 5,000 documents or 5 MB, two requests in flight, five minutes of patience. */
    public static final BulkSettings DEFAULT = new BulkSettings(5_000, 5 << 20, 2, Duration.ofMinutes(5));

    /** Returns the same with another patience. */
    public BulkSettings withPatience(Duration other) {
        return new BulkSettings(documents, bytes, inFlight, other);
    }
}
