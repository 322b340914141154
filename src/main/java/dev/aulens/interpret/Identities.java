package dev.aulens.interpret;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Names of users and groups by their numbers.
 *
 * <p>Not asked for 0 (always root) and 4294967295 (unset): those are rules of the {@link Interpreter}.
 */
public interface Identities {

    /** Returns the name of the user with that uid, null if it is not known. */
    @Nullable
    String user(long uid);

    /** Returns the name of the group with that gid, null if it is not known. */
    @Nullable
    String group(long gid);

    /** Returns the identities that know no name. */
    static Identities none() {
        return new NoIdentities();
    }

    /**
     * Reads the names from the files of a host.
     *
     * @param passwd in the form of passwd(5)
     * @param group in the form of group(5)
     * @throws IOException if one of them cannot be read
     */
    static Identities of(Path passwd, Path group) throws IOException {
        return new FileIdentities(AccountFile.read(passwd), AccountFile.read(group));
    }
}
