package dev.aulens.facts;

/**
 * A file name that an event mentions.
 *
 * @param name as recorded; one that begins with {@code ./} or {@code ..} behind the working directory
 * @param isOnlyParent whether the record says nothing of it but that it is the directory of another
 *     ({@code nametype=PARENT} at its end)
 */
public record NamedFile(String name, boolean isOnlyParent) {}
