package dev.aulens.index;

/**
 * How documents are sent.
 *
 * @param documents in one request at most
 * @param bytes in one request at about
 * @param inFlight requests that wait for their answer at most; two keep the server busy while the next is made
 */
public record BulkSettings(int documents, int bytes, int inFlight) {

    /** What suits one node: 5,000 documents or 5 MB, two requests in flight. */
    public static final BulkSettings DEFAULT = new BulkSettings(5_000, 5 << 20, 2);
}
