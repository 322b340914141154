package dev.aulens.facts;

/**
 * A file name that an event mentions.
 *
 * @param name as recorded; one that begins with {@code ./} or {@code ..} after the working directory
 * @param isOnlyParent whether the record says only that it is the directory of another
 *     ({@code nametype=PARENT} at its end)
 */
public record NamedFile(String name, boolean isOnlyParent) {}
