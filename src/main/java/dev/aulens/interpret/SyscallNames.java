package dev.aulens.interpret;

import dev.aulens.record.AuditRecord;
import org.jspecify.annotations.Nullable;

/** Names of architectures and system calls in records. */
final class SyscallNames {

    private static final String SOCKETCALL = "socketcall";
    private static final String IPC = "ipc";

    private final Architectures architectures;
    private final CodeTable socketCalls;
    private final CodeTable ipcCalls;
    private final CodeTable ringOperations = CodeTable.of("syscall-uring");

    SyscallNames(Edition edition) {
        architectures = Architectures.load(edition);
        socketCalls = edition.table("socketcall");
        ipcCalls = edition.table("ipccall");
    }

    /** Returns the architecture of a record, null if it names none or one that is not known. */
    @Nullable
    Architecture architecture(AuditRecord record) {
        int field = record.find("arch");
        return field < 0 ? null : architectures.of(value(record, field).hex());
    }

    /** Returns the name of the system call whose number a record has, null if it is not known. */
    @Nullable
    String syscall(AuditRecord record, @Nullable Architecture architecture) {
        int field = record.find("syscall");
        return field < 0 || architecture == null
                ? null
                : architecture.syscall(value(record, field).decimal());
    }

    /** Writes an architecture. */
    void architecture(FieldValue value, TextBuffer out) {
        if (value.overflows(16)) {
            Names.notConverted(value, out);
            out.append(' ');
            return;
        }
        Architecture architecture = architectures.of(value.hex());
        if (architecture != null) {
            out.append(architecture.name());
        } else {
            value.copyTo(out.append("unknown-elf-type("));
            out.append(')');
        }
    }

    /** Writes a system call; those that multiplex others with the other: {@code socketcall(connect)}. */
    void syscall(FieldValue value, TextBuffer out) {
        Architecture own = architecture(value.record);
        Architecture architecture = own != null ? own : value.event.architecture();
        String name = architecture == null ? null : architecture.syscall(value.decimal());
        if (name == null) {
            value.copyTo(out.append("unknown-syscall("));
            out.append(')');
            return;
        }
        out.append(name);
        String call = multiplexed(name, value.event.a0());
        if (call != null) {
            out.append('(').append(call).append(')');
        }
    }

    /** Returns the name of the call that another one stands for, null if it stands for none. */
    private @Nullable String multiplexed(String name, long a0) {
        CodeTable calls = name.equals(SOCKETCALL) ? socketCalls : name.equals(IPC) ? ipcCalls : null;
        return calls == null ? null : calls.name(a0);
    }

    /** Returns the architecture of that name, null if the tables have none. */
    @Nullable
    Architecture find(String name) {
        for (Architecture architecture : architectures.all()) {
            if (architecture.name().equals(name)) {
                return architecture;
            }
        }
        return null;
    }

    /** Writes an operation of io_uring. */
    void ring(FieldValue value, TextBuffer out) {
        String name = ringOperations.name(value.decimal());
        if (name == null) {
            value.copyTo(out.append("unknown-uring-op("));
            out.append(')');
        } else {
            out.append(name);
        }
    }

    /** Returns the context of an event whose SYSCALL record is {@code record}. */
    EventContext context(@Nullable AuditRecord record, Identities names) {
        if (record == null) {
            return new EventContext(null, "", 0, 0, names);
        }
        Architecture architecture = architecture(record);
        String name = syscall(record, architecture);
        return new EventContext(
                architecture, name == null ? "" : name, argument(record, "a0"), argument(record, "a1"), names);
    }

    private static long argument(AuditRecord record, String name) {
        int field = record.find(name);
        return field < 0 ? 0 : value(record, field).hex();
    }

    private static FieldValue value(AuditRecord record, int field) {
        return new FieldValue(
                EventContext.NONE, record, record.line(), record.valueStart(field), record.valueEnd(field));
    }
}
