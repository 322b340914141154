package dev.aulens.report;

import dev.aulens.event.AuditEvent;
import dev.aulens.facts.EventFacts;
import dev.aulens.interpret.Architecture;
import dev.aulens.interpret.Identities;
import dev.aulens.interpret.Interpreter;
import dev.aulens.record.AuditRecord;
import dev.aulens.record.RecordType;
import org.jspecify.annotations.Nullable;

/** Writes facts as aureport does: numbers, or with {@code -i} names. */
final class Words {

    private static final String UNKNOWN = "unknown-";

    private final Interpreter interpreter;
    private final boolean names;

    /** @param names whether numbers become names */
    Words(Interpreter interpreter, boolean names) {
        this.interpreter = interpreter;
        this.names = names;
    }

    /** Tells whether numbers become names. */
    boolean names() {
        return names;
    }

    /** Returns the login user, by the name that a record carries, if one does. */
    String auid(ReportedEvent event) {
        EventFacts facts = event.facts();
        if (!names) {
            return Integer.toString(facts.auid());
        }
        String word = facts.auidWord();
        if (word != null) {
            return word;
        }
        String first = facts.carried("AUID");
        String carried = first != null ? first : facts.loginName();
        return carried != null && !carried.startsWith(UNKNOWN) ? carried : user(facts.auid(), event.names());
    }

    /** Returns the user. */
    String uid(ReportedEvent event) {
        int uid = event.facts().uid();
        return names ? user(uid, event.names()) : Integer.toString(uid);
    }

    /** Returns the name of a user, {@code unset} for -1, {@code unknown(7)} where it has none. */
    static String user(int uid, Identities names) {
        if (uid == -1) {
            return "unset";
        }
        String name = uid == 0 ? "root" : names.user(Integer.toUnsignedLong(uid));
        return name != null ? name : unknown(uid);
    }

    /** Returns what stands in the place of a name that is not known. */
    static String unknown(int uid) {
        return "unknown(" + uid + ")";
    }

    /**
     * Returns the system call: {@code ?} in the place of a name if the event has none. One that multiplexes others is
     * itself, {@code socketcall}, where ausearch adds the call that is meant.
     */
    String syscall(ReportedEvent event) {
        EventFacts facts = event.facts();
        if (!names) {
            return Long.toString(facts.syscall());
        }
        String carried = facts.call() == null ? null : facts.carried("SYSCALL");
        if (carried != null) {
            return carried;
        }
        AuditRecord call = facts.call();
        if (call != null && call.interpreted()) {
            return String.valueOf(call.get("syscall"));
        }
        return syscall(call == null ? null : interpreter.architecture(call), facts.syscall());
    }

    /** Returns the name of a system call, the number if it has none, {@code ?} if the architecture is not known. */
    static String syscall(@Nullable Architecture architecture, long number) {
        if (architecture == null) {
            return "?";
        }
        String name = architecture.syscall(number);
        return name == null ? Long.toString(number) : name;
    }

    /** Returns a record type's name. */
    String type(EventFacts facts) {
        return typeName(facts.type());
    }

    /** Returns a record type's name, {@code (null)} if it has none. */
    static String typeName(RecordType type) {
        return type.number() == RecordType.UNKNOWN || type.name().startsWith("UNKNOWN[")
                ? EventFacts.NULL
                : type.name();
    }

    /** Returns what was typed at a terminal; null if the first record has none. */
    @Nullable
    String keystrokes(ReportedEvent event) {
        AuditEvent whole = event.facts().event();
        int data = whole.first().find("data");
        return data < 0 ? null : interpreter.of(whole, event.names()).text(whole.first(), data);
    }
}
