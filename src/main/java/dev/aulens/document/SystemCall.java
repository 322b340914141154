package dev.aulens.document;

import dev.aulens.interpret.Architecture;
import dev.aulens.interpret.Architectures;
import dev.aulens.interpret.CodeTable;
import dev.aulens.interpret.OpenFlags;
import dev.aulens.record.AuditRecord;
import org.jspecify.annotations.Nullable;

/**
 * The system call of an event: its architecture, name, arguments and what it returned. Scratch space, reused.
 *
 * <p>The event's record of a system call, of seccomp or of io_uring; from its numbers, or from words
 * of {@code ausearch -i} that stand for no certain number.
 */
final class SystemCall {

    private static final int MOST_ERRNO = 4095; // MAX_ERRNO, linux/err.h
    private static final String SOCKETCALL = "socketcall";

    private final Architectures architectures;
    private final CodeTable errors = CodeTable.of("errno");
    private final OpenFlags openFlags = new OpenFlags();
    private final CodeTable socketCalls = CodeTable.of("socketcall");
    private final CodeTable uringOperations = CodeTable.of("syscall-uring");

    private final FieldTable.Known archField;
    private final FieldTable.Known syscallField;
    private final FieldTable.Known exitField;
    private final FieldTable.Known uringField;
    private final FieldTable.Known[] argumentFields;

    private long lastArch;
    private @Nullable Architecture lastArchitecture;

    private @Nullable Architecture architecture;
    private @Nullable String archText;
    private @Nullable String name;
    private long number;
    private long exit;
    private @Nullable String errorName;
    private final long[] arguments = new long[4];
    private final @Nullable String[] words = new @Nullable String[4];

    SystemCall(FieldTable table, Architectures architectures) {
        this.architectures = architectures;
        archField = table.get("arch");
        syscallField = table.get("syscall");
        exitField = table.get("exit");
        uringField = table.get("uring_op");
        argumentFields = new FieldTable.Known[] {table.get("a0"), table.get("a1"), table.get("a2"), table.get("a3")};
    }

    /** Takes the call of an event in place of that of the last. */
    void load(EventFields fields) {
        loadArchitecture(fields);
        loadName(fields);
        loadExit(fields);
        for (int i = 0; i < arguments.length; i++) {
            int at = fields.first(argumentFields[i]);
            arguments[i] = at == 0 ? Values.NONE : Values.hex(fields.record(at), fields.field(at));
            words[i] = at == 0 || arguments[i] != Values.NONE
                    ? null
                    : fields.record(at).value(fields.field(at));
        }
    }

    private void loadArchitecture(EventFields fields) {
        int at = fields.first(archField);
        architecture = null;
        archText = null;
        if (at == 0) {
            return;
        }
        AuditRecord record = fields.record(at);
        long value = Values.hex(record, fields.field(at));
        if (value == Values.NONE) {
            archText = record.value(fields.field(at));
            architecture = architectures.find(archText).orElse(null);
            return;
        }
        if (value != lastArch) {
            lastArch = value;
            lastArchitecture = architectures.of(value);
        }
        architecture = lastArchitecture;
        if (architecture == null) {
            archText = record.value(fields.field(at));
        }
    }

    private void loadName(EventFields fields) {
        int at = fields.first(syscallField);
        name = null;
        number = Values.NONE;
        if (at == 0) {
            loadUring(fields);
            return;
        }
        AuditRecord record = fields.record(at);
        number = Values.wholeNumber(record, fields.field(at));
        if (number == Values.NONE) {
            name = Values.saysNothing(record, fields.field(at)) ? null : record.value(fields.field(at));
            long code = architecture == null || name == null
                    ? -1
                    : architecture.syscalls().code(name);
            number = code < 0 ? Values.NONE : code;
        } else if (architecture != null) {
            name = architecture.syscall(number);
        }
        if (name == null) {
            String enriched = record.enriched("SYSCALL");
            name = enriched == null || enriched.startsWith("unknown") ? null : enriched;
        }
    }

    private void loadUring(EventFields fields) {
        int at = fields.first(uringField);
        if (at != 0) {
            long operation = Values.wholeNumber(fields.record(at), fields.field(at));
            name = operation == Values.NONE
                    ? fields.record(at).value(fields.field(at))
                    : uringOperations.name(operation);
        }
    }

    private void loadExit(EventFields fields) {
        int at = fields.first(exitField);
        exit = Values.NONE;
        errorName = null;
        if (at == 0) {
            return;
        }
        AuditRecord record = fields.record(at);
        exit = Values.number(record, fields.field(at));
        if (exit == Values.NONE) {
            String word = record.value(fields.field(at));
            int end = word.indexOf('(');
            String error = end < 0 ? word : word.substring(0, end);
            long code = errors.code(error);
            errorName = error;
            exit = code < 0 ? Values.NONE : -code;
        } else if (exit < 0 && exit >= -MOST_ERRNO) {
            errorName = errors.name(-exit);
        }
    }

    /** Returns the architecture's name, or the value as it is written if no table knows it; null if there is none. */
    @Nullable
    String arch() {
        return architecture != null ? architecture.name() : archText;
    }

    /** Returns the call's name, null if there is no call or no table knows its number. */
    @Nullable
    String name() {
        return name;
    }

    /**
     * Returns the name of what the call does: that of the call of sockets that {@code socketcall} makes, of others their own.
     * Null as {@link #name}.
     */
    @Nullable
    String meaning() {
        String made = SOCKETCALL.equals(name) ? callOfSockets() : null;
        return made != null ? made : name;
    }

    private @Nullable String callOfSockets() {
        String word = words[0];
        if (word != null) {
            return socketCalls.code(word) < 0 ? null : word;
        }
        return arguments[0] == Values.NONE ? null : socketCalls.name(arguments[0]);
    }

    /** Returns whether the call has a number of a known architecture: then all tables have the same name for it. */
    boolean isNumbered() {
        return number >= 0 && architecture != null;
    }

    /** Returns whether there is a call that has a number and no name. */
    boolean isUnknown() {
        return number != Values.NONE && name == null;
    }

    /** Returns the call's number, {@link Values#NONE} if there is none. */
    long number() {
        return number;
    }

    /** Returns what the call returned, {@link Values#NONE} if that is not known. */
    long exit() {
        return exit;
    }

    /** Returns the errno that the call returned, as {@code ENOENT}; null if it returned none. */
    @Nullable
    String errorName() {
        return errorName;
    }

    /** Returns argument {@code i}, {@link Values#NONE} if it is not known as a number. */
    long argument(int i) {
        return arguments[i];
    }

    /** Returns the flags of open(2) in argument {@code i}, also from words; {@link Values#NONE} if there are none. */
    long openFlags(int i) {
        return arguments[i] != Values.NONE || words[i] == null ? arguments[i] : openFlags.bits(words[i]);
    }

    /** Returns whether the call failed only for now: it goes on in the background or is restarted. */
    boolean isPending() {
        return exit == -115 || (exit <= -512 && exit >= -516); // EINPROGRESS; ERESTARTSYS to ERESTART_RESTARTBLOCK
    }
}
