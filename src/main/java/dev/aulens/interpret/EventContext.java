package dev.aulens.interpret;

import org.jspecify.annotations.Nullable;

/**
 * What the meaning of a field depends on beyond its record.
 *
 * @param architecture of the event's SYSCALL record, null if there is none or it is not known
 * @param syscall the name of the system call, empty if it is not known
 * @param a0 the first argument of the system call
 * @param a1 the second argument
 * @param names names of users and groups that the records do not carry
 */
record EventContext(@Nullable Architecture architecture, String syscall, long a0, long a1, Identities names) {

    /** Of records that belong to no event. */
    static final EventContext NONE = new EventContext(null, "", 0, 0, Identities.none());
}
