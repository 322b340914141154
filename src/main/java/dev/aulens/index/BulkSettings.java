package dev.aulens.index;

/**
 * How documents are sent.
 *
 * @param documents in one request at most
 * @param bytes in one request at about
 * @param inFlight requests that wait for their answer at most; with three the server still has two to do when one is
 *     answered and the next not there yet
 */
public record BulkSettings(int documents, int bytes, int inFlight) {

    /** What suits one node: 5,000 documents or 5 MB, three requests in flight. */
    public static final BulkSettings DEFAULT = new BulkSettings(5_000, 5 << 20, 3);
}
