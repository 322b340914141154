package dev.aulens.interpret;

import org.jspecify.annotations.Nullable;

/** Names from passwd(5) and group(5) files. */
record FileIdentities(AccountFile passwd, AccountFile groups) implements Identities {

    @Override
    public @Nullable String user(long uid) {
        return passwd.name(uid);
    }

    @Override
    public @Nullable String group(long gid) {
        return groups.name(gid);
    }
}
