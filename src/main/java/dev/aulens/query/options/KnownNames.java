package dev.aulens.query.options;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Which names options may use in the place of numbers, as this machine and the audit system's tables know them. */
public interface KnownNames {

    /** Returns the id of a local user, empty if this machine does not know the name. */
    OptionalLong user(String name);

    /** Returns the id of a local group, empty if this machine does not know the name. */
    OptionalLong group(String name);

    /** Returns the number of an error, as 13 of {@code EACCES}; the name is in upper case. */
    OptionalInt errno(String name);

    /** Tells whether any architecture has a system call of that name; the name is in lower case. */
    boolean isSyscall(String name);

    /**
     * Returns the architecture as documents name it.
     *
     * @param text a name, {@code b64} or {@code b32} for this machine's, or the ELF value in hex; in lower case
     */
    Optional<String> arch(String text);
}
