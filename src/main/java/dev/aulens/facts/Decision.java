package dev.aulens.facts;

import dev.aulens.facts.AccessVector.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What an AVC or USER_AVC record says of a security module's decision. Null is what the record does not say.
 *
 * @param subject the security context of who did it
 * @param permissions as written, blanks between them
 * @param kind the class of the object
 * @param object the security context of what it was done to
 * @param verdict null if nothing was decided: a program's security server has loaded a policy
 */
public record Decision(
        @Nullable String subject,
        @Nullable String permissions,
        @Nullable String kind,
        @Nullable String object,
        @Nullable Verdict verdict) {

    /** Returns aureport's word for the verdict. */
    public String word() {
        return verdict == null ? Success.UNSET.word() : verdict.word();
    }
}
