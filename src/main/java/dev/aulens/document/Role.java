package dev.aulens.document;

import dev.aulens.record.RecordType;
import java.util.Map;

/** What a record is in its event. */
enum Role {
    /** The system call. */
    SYSCALL,
    /** A path that the call was given. */
    PATH,
    /** The working directory. */
    CWD,
    /** Arguments of a program that was executed. */
    EXECVE,
    /** The process's command line. */
    PROCTITLE,
    /** A socket's address. */
    SOCKADDR,
    /** A process that a signal was sent to. */
    OBJ_PID,
    /** The end of the event; nothing in it. */
    EOE,
    /** A detail of the call, with fields of its own that are called like others' ({@code a0}, {@code mode}). */
    DETAIL,
    /** Anything else: it may say what the event is. */
    OTHER;

    private static final Map<String, Role> BY_TYPE = Map.ofEntries(
            Map.entry("SYSCALL", SYSCALL),
            Map.entry("PATH", PATH),
            Map.entry("CWD", CWD),
            Map.entry("EXECVE", EXECVE),
            Map.entry("PROCTITLE", PROCTITLE),
            Map.entry("SOCKADDR", SOCKADDR),
            Map.entry("OBJ_PID", OBJ_PID),
            Map.entry("EOE", EOE),
            Map.entry("BPRM_FCAPS", DETAIL),
            Map.entry("CAPSET", DETAIL),
            Map.entry("IPC", DETAIL),
            Map.entry("IPC_SET_PERM", DETAIL),
            Map.entry("MQ_GETSETATTR", DETAIL),
            Map.entry("MQ_NOTIFY", DETAIL),
            Map.entry("MQ_OPEN", DETAIL),
            Map.entry("MQ_SENDRECV", DETAIL),
            Map.entry("OPENAT2", DETAIL),
            Map.entry("SOCKETCALL", DETAIL));

    static Role of(RecordType type) {
        return BY_TYPE.getOrDefault(type.name(), OTHER);
    }
}
