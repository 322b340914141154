package dev.aulens.facts;

import dev.aulens.event.AuditEvent;
import dev.aulens.record.AuditRecord;
import dev.aulens.record.RecordType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What ausearch and aureport read from one event. Where several records say the same thing, the last one counts, but for
 * what the rules in {@link FactsReader} say. Null is what no record says.
 *
 * @param event that the facts are of
 * @param auid the login user; {@link #NO_AUID} if no record names one, -1 if none was set
 * @param auidWord the login user's name in a record that is output of {@code ausearch -i}, which has no numbers
 * @param uid the user; -1 if no record names one
 * @param pid the process; -1 if no record names one
 * @param syscall the number of the system call; 0 if there is none
 * @param call the record that {@code syscall} is from
 * @param session {@link #NO_SESSION} if no record names one
 * @param keys of rules, {@code (null)} for a system call that was logged without a key
 * @param files as the records name them
 * @param decisions of security modules
 */
public record EventFacts(
        AuditEvent event,
        int auid,
        @Nullable String auidWord,
        int uid,
        long pid,
        long syscall,
        @Nullable AuditRecord call,
        Success success,
        @Nullable String comm,
        @Nullable String exe,
        @Nullable String terminal,
        @Nullable String host,
        @Nullable String account,
        long session,
        List<String> keys,
        List<NamedFile> files,
        List<Decision> decisions) {

    /** The login user of an event that names none. */
    public static final int NO_AUID = -2;

    /** The session of an event that names none. */
    public static final long NO_SESSION = 4_294_967_294L;

    /** Stands in the place of a key or a name that is not there. */
    public static final String NULL = "(null)";

    /** Returns the type of the first record: what reports call the event's type. */
    public RecordType type() {
        return event.first().type();
    }

    /**
     * Returns a name that the first record carries (log_format = ENRICHED); null if it carries none where aureport looks,
     * behind the byte 0x1D, or stands for a part of the event only.
     */
    public @Nullable String carried(String name) {
        AuditRecord first = event.first();
        boolean isWhole = event.records().size() == 1 || first.type().is("SYSCALL");
        return isWhole ? first.separated(name) : null;
    }

    /**
     * Returns the name of the login user that a record with its number carries; null if none does. aureport asks this
     * machine where {@link #carried} has none: whoever has the number there is somebody else.
     */
    public @Nullable String loginName() {
        String number = Integer.toUnsignedString(auid);
        for (AuditRecord record : event.records()) {
            String name = record.separated("AUID");
            if (name != null && number.equals(record.get("auid"))) {
                return name;
            }
        }
        return null;
    }

    /** Returns the first key that is one; null if the first is none. */
    public @Nullable String firstKey() {
        return keys.isEmpty() || keys.get(0).equals(NULL) ? null : keys.get(0);
    }
}
