package dev.aulens.interpret;

import dev.aulens.record.AuditRecord;
import org.jspecify.annotations.Nullable;

/** What the fields of one event mean. Made by {@link Interpreter#of}. */
public final class EventInterpretation {

    /** Begins what auditd appends where it knows no name: {@code unknown-syscall(500)}. */
    private static final String UNKNOWN = "unknown-";

    private final Interpreter interpreter;
    private final FieldInterpreters interpreters;
    private final SyscallNames syscalls;
    private final Identities names;
    private final @Nullable AuditRecord call;
    private final EventContext context;

    /** @param call the event's first SYSCALL record, null if it has none */
    EventInterpretation(
            Interpreter interpreter,
            FieldInterpreters interpreters,
            SyscallNames syscalls,
            @Nullable AuditRecord call,
            Identities names) {
        this.interpreter = interpreter;
        this.interpreters = interpreters;
        this.syscalls = syscalls;
        this.names = names;
        this.call = call;
        this.context = syscalls.context(call, names);
    }

    /** Returns whose words these are. */
    public Edition edition() {
        return interpreter.edition();
    }

    /** Returns what a field means, without quotes and not escaped; bytes that are no UTF-8 become U+FFFD. */
    public String text(AuditRecord record, int field) {
        if (record.interpreted()) {
            return record.value(field);
        }
        TextBuffer out = new TextBuffer();
        int from = record.valueStart(field);
        int to = record.valueEnd(field);
        return write(record, record.name(field), from, to, out) ? out.toString() : record.value(field);
    }

    /** Returns whether values of the field's name have a meaning other than the value itself, in such a record. */
    public boolean interprets(AuditRecord record, int field) {
        return named(record, record.name(field), value(record, record.valueStart(field), record.valueEnd(field)))
                != null;
    }

    /**
     * Adds what a value means to a text: the bytes, without quotes, not escaped. Several keys in one {@code key=} keep
     * their {@link dev.aulens.record.Keys#SEPARATOR}.
     *
     * @param name the field's name
     * @param from where the value begins in the record's line, its quote included
     * @param to where it ends
     * @return false if values of that name are not interpreted; nothing is added then
     */
    public boolean write(AuditRecord record, String name, int from, int to, TextBuffer out) {
        FieldValue value = value(record, from, to);
        FieldInterpreters.@Nullable Named named = named(record, name, value);
        if (named == null) {
            return false;
        }
        String enriched = interpreter.carried(record, named.enriched());
        if (enriched != null && isMeaning(named, enriched)) {
            out.append(enriched);
        } else {
            named.interpreter().interpret(value, out);
        }
        return true;
    }

    private FieldValue value(AuditRecord record, int from, int to) {
        return new FieldValue(contextOf(record), record, record.line(), from, to);
    }

    /** Where an id came twice, an event has two system calls: each knows its own arguments. */
    private EventContext contextOf(AuditRecord record) {
        return record == call || !record.type().is("SYSCALL") ? context : syscalls.context(record, names);
    }

    private FieldInterpreters.@Nullable Named named(AuditRecord record, String name, FieldValue value) {
        return interpreters.find(record.type().name(), name, value);
    }

    /** Where auditd knew no name, or could not read an address, it appended that: then the tables are asked again. */
    private static boolean isMeaning(FieldInterpreters.Named named, String enriched) {
        return named.enriched().equals("SADDR")
                ? enriched.startsWith("{") && enriched.endsWith("}")
                : !enriched.startsWith(UNKNOWN);
    }
}
