package dev.aulens.search;

import dev.aulens.interpret.Identities;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names that a document keeps: {@code auditd.resolved}. */
record ResolvedNames(Map<String, String> users, Map<String, String> groups) implements Identities {

    @Override
    public @Nullable String user(long uid) {
        return users.get(Long.toString(uid));
    }

    @Override
    public @Nullable String group(long gid) {
        return groups.get(Long.toString(gid));
    }
}
