package dev.aulens.render.normalize;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event as a sentence has it: a subject did an action to an object, by some means and with some result.
 *
 * @param kind of the event, as {@code audit-rule} or {@code user-login}; null if the records could not be understood
 * @param action as {@code opened-file}, null if it is not known
 * @param result null if the records tell none
 * @param how mostly the program
 * @param key that of the rule which made the kernel write the event
 */
public record NormalizedEvent(
        @Nullable String kind,
        Subject subject,
        @Nullable Value action,
        @Nullable Value result,
        Thing object,
        @Nullable Value how,
        @Nullable Value key) {

    /** Of records that belong to a system call whose own record is missing. */
    static final NormalizedEvent NOT_UNDERSTOOD =
            new NormalizedEvent(null, Subject.NOBODY, null, null, Thing.NOTHING, null, null);

    /**
     * Who acted.
     *
     * @param primary mostly who logged in
     * @param secondary mostly whose rights were used
     * @param kind of the account: {@code privileged-acct}, {@code user-acct}
     * @param session the login session
     * @param label the security label
     */
    public record Subject(
            @Nullable Value primary,
            @Nullable Value secondary,
            @Nullable String kind,
            @Nullable Value session,
            @Nullable Value label) {

        static final Subject NOBODY = new Subject(null, null, null, null, null);
    }

    /**
     * What was acted upon.
     *
     * @param primary mostly its name
     * @param secondary more about it, as a file's inode
     * @param second another object, as the new name of a file
     * @param processes ids of the processes that a signal was sent to, as far as the edition tells them
     * @param kind as {@code file}; null if the records could not be understood
     * @param label the security label
     * @param directory where a relative name begins, null if the records do not tell
     */
    public record Thing(
            @Nullable Value primary,
            @Nullable Value secondary,
            @Nullable Value second,
            List<Value> processes,
            @Nullable String kind,
            @Nullable Value label,
            @Nullable Value directory) {

        static final Thing NOTHING = new Thing(null, null, null, List.of(), null, null, null);
    }
}
