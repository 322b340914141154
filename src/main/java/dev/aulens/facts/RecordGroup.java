package dev.aulens.facts;

import dev.aulens.record.RecordType;

/** The record types that the audit tools read in the same way. */
enum RecordGroup {
    /** SYSCALL. */
    CALL,
    /** FEATURE_CHANGE, ANOM_LINK: described like a call's process. */
    TASK,
    PATH,
    AVC_PATH,
    /** CWD. */
    DIRECTORY,
    /** SOCKADDR. */
    SOCKET,
    /** NETFILTER_PKT. */
    PACKET,
    /** Written by programs, but USER_AVC. */
    USER,
    LOGIN,
    /** Written by the audit daemon about itself: the types that the tools know. */
    DAEMON,
    /** DAEMON_ACCEPT, DAEMON_CLOSE. */
    CONNECTION,
    /** CONFIG_CHANGE. */
    CONFIG,
    /** MAC_POLICY_LOAD to MAC_UNLBL_STCDEL. */
    POLICY,
    /** AVC. */
    VECTOR,
    USER_VECTOR,
    /** SECCOMP, ANOM_PROMISCUOUS, ANOM_ABEND. */
    ANOMALY,
    /** INTEGRITY_DATA to INTEGRITY_RULE. */
    INTEGRITY,
    /** NETFILTER_CFG, EVENT_LISTENER. */
    KERNEL,
    /** TTY. */
    KEYSTROKES,
    /** All that is not read. */
    OTHER;

    private static final int FIRST_POLICY = 1403; // MAC_POLICY_LOAD
    private static final int LAST_POLICY = 1417; // MAC_UNLBL_STCDEL
    private static final int FIRST_INTEGRITY = 1800; // INTEGRITY_DATA
    private static final int LAST_INTEGRITY = 1805; // INTEGRITY_RULE

    /** Returns the group of a type. */
    static RecordGroup of(RecordType type) {
        return switch (type.name()) {
            case "SYSCALL" -> CALL;
            case "PATH" -> PATH;
            case "SOCKADDR" -> SOCKET;
            case "CWD" -> DIRECTORY;
            case "FEATURE_CHANGE", "ANOM_LINK" -> TASK;
            case "AVC_PATH" -> AVC_PATH;
            case "NETFILTER_PKT" -> PACKET;
            case "USER" -> USER;
            case "LOGIN" -> LOGIN;
            case "DAEMON_START", "DAEMON_END", "DAEMON_ABORT", "DAEMON_CONFIG", "DAEMON_ROTATE", "DAEMON_RESUME" ->
                DAEMON;
            case "DAEMON_ACCEPT", "DAEMON_CLOSE" -> CONNECTION;
            case "CONFIG_CHANGE" -> CONFIG;
            case "AVC" -> VECTOR;
            case "USER_AVC" -> USER_VECTOR;
            case "SECCOMP", "ANOM_PROMISCUOUS", "ANOM_ABEND" -> ANOMALY;
            case "NETFILTER_CFG", "EVENT_LISTENER" -> KERNEL;
            case "TTY" -> KEYSTROKES;
            default -> ofRange(type);
        };
    }

    private static RecordGroup ofRange(RecordType type) {
        int number = type.number();
        if (type.isUserMessage()) {
            return USER;
        }
        if (number >= FIRST_POLICY && number <= LAST_POLICY) {
            return POLICY;
        }
        return number >= FIRST_INTEGRITY && number <= LAST_INTEGRITY ? INTEGRITY : OTHER;
    }
}
