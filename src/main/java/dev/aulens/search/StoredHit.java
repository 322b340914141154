package dev.aulens.search;

/**
 * A document that a query found, as it is stored and as the event that it was made of.
 *
 * @param json the document on one line, in UTF-8
 * @param hit the event
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record StoredHit(byte[] json, Hit hit) {}
