package dev.aulens.facts;

/** The record types that the audit tools read in the same way (numbers of linux/audit.h and libaudit.h). */
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
    /** Written by user space: 1005, 1100 to 1106, 1108 to 1199, 2100 to 2999. */
    USER,
    LOGIN,
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

    /** Returns the group of a type, by its number. */
    static RecordGroup of(int type) {
        return switch (type) {
            case 1300 -> CALL;
            case 1302 -> PATH;
            case 1306 -> SOCKET;
            case 1307 -> DIRECTORY;
            case 1328, 1702 -> TASK;
            case 1402 -> AVC_PATH;
            case 1324 -> PACKET;
            case 1006 -> LOGIN;
            case 1200, 1201, 1202, 1203, 1205, 1206 -> DAEMON;
            case 1207, 1208 -> CONNECTION;
            case 1305 -> CONFIG;
            case 1400 -> VECTOR;
            case 1107 -> USER_VECTOR;
            case 1326, 1700, 1701 -> ANOMALY;
            case 1325, 1335 -> KERNEL;
            case 1319 -> KEYSTROKES;
            default -> ofRange(type);
        };
    }

    private static RecordGroup ofRange(int type) {
        if (type == 1005 || (type >= 1100 && type < 1200) || (type >= 2100 && type < 3000)) {
            return USER;
        }
        if (type >= 1403 && type <= 1417) {
            return POLICY;
        }
        return type >= 1800 && type <= 1805 ? INTEGRITY : OTHER;
    }
}
