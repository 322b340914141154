package dev.aulens.interpret;

import org.jspecify.annotations.Nullable;

/** Knows no names. */
record NoIdentities() implements Identities {

    @Override
    public @Nullable String user(long uid) {
        return null;
    }

    @Override
    public @Nullable String group(long gid) {
        return null;
    }
}
