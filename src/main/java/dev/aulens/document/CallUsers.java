package dev.aulens.document;

import dev.aulens.record.AuditRecord;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The system call's record whose users were read last, so that they need not be read again: a process makes many calls,
 * and the users and groups in its records stay the same, byte for byte. Scratch space, reused.
 */
final class CallUsers {

    private static final String FIRST_NAME = "AUID";

    private @Nullable AuditRecord last;
    private int first;
    private int end;

    /**
     * Keeps a record.
     *
     * @param call null: the users that were read last are not those of a call alone
     * @param firstField the first field with a user or group
     * @param lastField the last one
     */
    void keep(@Nullable AuditRecord call, int firstField, int lastField) {
        last = call;
        first = firstField;
        end = lastField;
    }

    /** Tells whether a record has the users that were read last. */
    boolean areOf(AuditRecord call) {
        AuditRecord known = last;
        return known != null
                && known.order() == call.order()
                && equal(
                        known,
                        known.valueStart(first),
                        known.valueEnd(end),
                        call,
                        call.valueStart(first),
                        call.valueEnd(end))
                && equal(known, names(known), known.line().length, call, names(call), call.line().length);
    }

    private static int names(AuditRecord call) {
        int name = call.order().findEnriched(FIRST_NAME);
        return name < 0 ? call.bodyEnd() : call.valueStart(name);
    }

    private static boolean equal(AuditRecord one, int from, int to, AuditRecord other, int otherFrom, int otherTo) {
        return Arrays.equals(one.line(), from, to, other.line(), otherFrom, otherTo);
    }
}
