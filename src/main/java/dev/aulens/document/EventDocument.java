package dev.aulens.document;

/**
 * One event as Elasticsearch stores it.
 *
 * @param id the document's {@code _id}, see {@link DocumentIds}
 * @param millis the event's time, milliseconds since the epoch, UTC; it decides on the index
 * @param json the document: one JSON object in UTF-8, without line end. The array is the caller's own
 */
@SuppressWarnings("ArrayRecordComponent") // passed through to the client as it is; documents are never compared
public record EventDocument(String id, long millis, byte[] json) {}
