package dev.aulens.interpret;

import dev.aulens.record.AuditRecord;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A field that holds the number of a user or a group: auparse's field types uid and gid.
 *
 * @param group whether it is a group's, else a user's
 * @param enrichedName what auditd calls the name that it appends for the field, as {@code AUID}
 */
public record AccountField(boolean group, String enrichedName) {

    /** The names of fields that hold a user's number. */
    static final Set<String> USERS = Set.of(
            "auid",
            "uid",
            "euid",
            "suid",
            "fsuid",
            "ouid",
            "oauid",
            "old-auid",
            "iuid",
            "id",
            "inode_uid",
            "sauid",
            "obj_uid");

    /** The names of fields that hold a group's number. */
    static final Set<String> GROUPS =
            Set.of("gid", "egid", "sgid", "fsgid", "ogid", "igid", "inode_gid", "obj_gid", "new_gid");

    /** The types of records whose {@link #ID} is a group's. */
    static final Set<String> RECORDS_OF_GROUPS = Set.of("ADD_GROUP", "DEL_GROUP", "GRP_MGMT");

    /** The field of user space's records on accounts; all other names of {@link #USERS} and {@link #GROUPS} end so. */
    static final String ID = "id";

    private static final Map<String, AccountField> BY_NAME = byName();

    /** Returns what number a field of a record holds, null if it is no user's or group's. */
    public static @Nullable AccountField of(AuditRecord record, int field) {
        String name = record.name(field);
        if (!name.endsWith(ID)) {
            return null;
        }
        AccountField account = BY_NAME.get(name);
        boolean ofGroup =
                name.equals(ID) && RECORDS_OF_GROUPS.contains(record.type().name());
        return ofGroup ? new AccountField(true, "ID") : account;
    }

    private static Map<String, AccountField> byName() {
        Map<String, AccountField> byName = new HashMap<>();
        USERS.forEach(name -> byName.put(name, new AccountField(false, name.toUpperCase(Locale.ROOT))));
        GROUPS.forEach(name -> byName.put(name, new AccountField(true, name.toUpperCase(Locale.ROOT))));
        return Map.copyOf(byName);
    }
}
