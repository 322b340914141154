package dev.aulens.facts;

import org.jspecify.annotations.Nullable;

/**
 * One decision of a security module: an AVC or USER_AVC record. Null is what the record does not say.
 *
 * @param subject the security context of who did it
 * @param permissions as written, blanks between them
 * @param kind the class of the object
 * @param object the security context of what it was done to
 * @param result {@code denied}, {@code granted}, or {@link #UNDECIDED}
 */
public record Vector(
        @Nullable String subject,
        @Nullable String permissions,
        @Nullable String kind,
        @Nullable String object,
        String result) {

    /** The result of a record that tells of no decision. */
    public static final String UNDECIDED = "unset";
}
