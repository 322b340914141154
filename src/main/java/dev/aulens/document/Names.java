package dev.aulens.document;

import com.fasterxml.jackson.core.SerializableString;
import dev.aulens.event.AuditEvent;
import dev.aulens.interpret.AccountField;
import dev.aulens.interpret.Identities;
import dev.aulens.record.AuditRecord;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names of the users and groups of one event: those in the record first, then those known here.
 *
 * <p>It keeps account of the names that are not in the record, because a document is the only place that has them.
 */
final class Names implements Identities {

    private static final SerializableString RESOLVED = DocumentJson.name("resolved");
    private static final SerializableString USER = DocumentJson.name("user");
    private static final SerializableString GROUP = DocumentJson.name("group");

    private static final String UNKNOWN_PREFIX = "unknown(";

    private final Identities identities;
    private final ByOrder<int[]> numbers = new ByOrder<>(record -> numbers(record, false));
    private final ByOrder<int[]> unnamed = new ByOrder<>(record -> numbers(record, true));
    private final Map<String, String> users = new LinkedHashMap<>();
    private final Map<String, String> groups = new LinkedHashMap<>();

    Names(Identities identities) {
        this.identities = identities;
    }

    void clear() {
        users.clear();
        groups.clear();
    }

    /** Tells whether all names of the event until now were in its records. */
    boolean isEmpty() {
        return users.isEmpty() && groups.isEmpty();
    }

    /**
     * Returns the name of a user.
     *
     * @param id as {@link Values#id} has it
     * @param enrichedName what the record's tail calls it, as {@code AUID}
     */
    @Nullable
    String user(AuditRecord record, int field, long id, String enrichedName) {
        return name(record, field, id, enrichedName, true);
    }

    /** Returns the name of a group, see {@link #user}. */
    @Nullable
    String group(AuditRecord record, int field, long id, String enrichedName) {
        return name(record, field, id, enrichedName, false);
    }

    /** Returns the name of a user whose number no record names, and keeps it. */
    @Override
    public @Nullable String user(long id) {
        return id == 0 ? "root" : id == Values.UNSET ? "unset" : known(id, true);
    }

    /** Returns the name of a group whose number no record names, and keeps it. */
    @Override
    public @Nullable String group(long id) {
        return id == 0 ? "root" : id == Values.UNSET ? "unset" : known(id, false);
    }

    /**
     * Keeps the names of all numbers in an event that its records do not name where ausearch would look: whoever prints
     * them later needs them.
     */
    void collect(AuditEvent event) {
        for (AuditRecord record : event.records()) {
            for (int field : (record.isSeparated() ? unnamed : numbers).of(record)) {
                long id = Values.id(record, field);
                if (id > 0 && id != Values.UNSET) {
                    AccountField account = AccountField.of(record, field);
                    String unused = account == null ? null : known(id, !account.group());
                }
            }
        }
    }

    /** Returns which fields of a record hold the number of a user or group; only those that it does not name, if asked. */
    private static int[] numbers(AuditRecord record, boolean onlyUnnamed) {
        int[] found = new int[record.fieldCount()];
        int count = 0;
        for (int i = 0; i < found.length; i++) {
            AccountField account = AccountField.of(record, i);
            if (account != null && !(onlyUnnamed && record.enriched(account.enrichedName()) != null)) {
                found[count++] = i;
            }
        }
        return Arrays.copyOf(found, count);
    }

    private @Nullable String name(AuditRecord record, int field, long id, String enrichedName, boolean user) {
        if (id == 0) {
            return "root";
        }
        if (id == Values.UNSET) {
            return "unset";
        }
        if (id == Values.NONE) {
            String word = record.value(field);
            return word.startsWith(UNKNOWN_PREFIX) || word.equals("?") ? null : word;
        }
        String enriched = record.enriched(enrichedName);
        if (enriched != null && !enriched.startsWith(UNKNOWN_PREFIX)) {
            return enriched;
        }
        return known(id, user);
    }

    private @Nullable String known(long id, boolean user) {
        String name = user ? identities.user(id) : identities.group(id);
        if (name != null) {
            (user ? users : groups).put(Long.toString(id), name);
        }
        return name;
    }

    /** Writes the names that are not in the records. */
    void write(DocumentJson json) {
        if (users.isEmpty() && groups.isEmpty()) {
            return;
        }
        json.open(RESOLVED);
        write(json, USER, users);
        write(json, GROUP, groups);
        json.close();
    }

    private static void write(DocumentJson json, SerializableString kind, Map<String, String> names) {
        json.open(kind);
        for (Map.Entry<String, String> name : names.entrySet()) {
            json.text(DocumentJson.name(name.getKey()), name.getValue());
        }
        json.close();
    }
}
