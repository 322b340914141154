package dev.aulens.interpret;

import dev.aulens.event.AuditEvent;
import dev.aulens.record.AuditRecord;
import org.jspecify.annotations.Nullable;

/**
 * Says what the fields of events mean, as {@code ausearch -i} does.
 *
 * <p>Where a record carries the meaning (auditd's ENRICHED format appends {@code AUID="alice"}), that is taken; else
 * tables answer for numbers of the kernel, and {@link Identities} for users and groups. Where versions of ausearch
 * differ, the {@link Edition} decides. Has no state but its tables: safe for use by several threads.
 */
public final class Interpreter {

    private final Edition edition;
    private final boolean onlySeparated;
    private final SocketAddressDecoder addresses;
    private final CodeTable errors = CodeTable.of("errno");
    private final SyscallNames syscalls;
    private final FieldInterpreters interpreters;

    private Interpreter(Edition edition, boolean onlySeparated) {
        this.edition = edition;
        this.onlySeparated = onlySeparated;
        addresses = new SocketAddressDecoder(edition);
        syscalls = new SyscallNames(edition);
        interpreters = new FieldInterpreters(edition, addresses, syscalls);
    }

    /**
     * Returns an interpreter for documents: with the words of ausearch 4.x, and with the meanings that a record carries
     * even where a copy of the log has lost the byte 0x1D before them. It reads its tables when it needs them.
     */
    public static Interpreter load() {
        return new Interpreter(Edition.AUSEARCH_4, false);
    }

    /**
     * Returns an interpreter that says what an edition of ausearch says: meanings that a record carries count behind the
     * byte 0x1D only. It reads its tables when it needs them.
     */
    public static Interpreter load(Edition edition) {
        return new Interpreter(edition, true);
    }

    /** Returns whose words it speaks. */
    public Edition edition() {
        return edition;
    }

    /** Prepares the interpretation of an event's fields; {@code names} is asked for names that its records lack. */
    public EventInterpretation of(AuditEvent event, Identities names) {
        return new EventInterpretation(
                this, interpreters, syscalls, event.syscall().orElse(null), names);
    }

    /** Returns what a record carries under a name, as {@link AuditRecord#enriched}, if it counts. */
    @Nullable
    String carried(AuditRecord record, String name) {
        return onlySeparated ? record.separated(name) : record.enriched(name);
    }

    /** Returns the architecture of a record with {@code arch=}, null if it has none or it is not known. */
    public @Nullable Architecture architecture(AuditRecord record) {
        return record.interpreted() ? null : syscalls.architecture(record);
    }

    /** Returns the architecture of that name, as {@code x86_64}, null if it is not known. */
    public @Nullable Architecture architecture(String name) {
        return syscalls.find(name);
    }

    /**
     * Returns the name of an error.
     *
     * @param number positive or, as a system call returns it, negative
     * @return {@code EACCES} for 13 and -13, null if there is no such error
     */
    public @Nullable String errnoName(long number) {
        return errors.name(Math.abs(number));
    }

    /** Returns the address in {@code saddr=} of an event's record, null if it has none or it cannot be read. */
    public @Nullable SocketAddress socketAddress(AuditEvent event, AuditRecord record) {
        int field = record.find("saddr");
        if (field < 0 || record.type().is("AVC") || record.type().is("NETFILTER_PKT")) {
            return null;
        }
        String text = record.value(field);
        if (text.startsWith("{")) {
            return InterpretedSocketAddress.parse(text);
        }
        EventContext context = syscalls.context(event.syscall().orElse(null), Identities.none());
        return addresses.decode(
                new FieldValue(context, record, record.line(), record.valueStart(field), record.valueEnd(field)));
    }

    /**
     * Returns whether an argument of a system call is an address or a plain number, which are only written in hex.
     *
     * @param argument 0 to 3
     */
    public boolean isPlainArgument(String syscall, int argument) {
        return interpreters.isPlain(argument, syscall);
    }

    /** Returns whether a field of that name holds a security label, of which commas are part. */
    public static boolean isLabel(String name) {
        return FieldInterpreters.isLabel(name);
    }
}
