package dev.aulens.record;

/**
 * A record's type. The set is open: the kernel and user space add types, so it is not an enum.
 *
 * @param name the name in upper case, as {@code SYSCALL}; for a number without a name {@code UNKNOWN[1399]}; for a
 *     name that no table knows, the name as it was written
 * @param number the number of linux/audit.h or libaudit.h, -1 for a name that no table knows
 */
public record RecordType(String name, int number) {

    /** The number of a type whose name no table knows. */
    public static final int UNKNOWN = -1;

    private static final int LOGIN = 1006;
    private static final int FIRST_USER_MESSAGE = 1100; // AUDIT_FIRST_USER_MSG
    private static final int FIRST_DAEMON = 1200; // AUDIT_FIRST_DAEMON
    private static final int FIRST_KERNEL_EVENT = 1300;
    private static final int PROCTITLE = 1327;
    private static final int FIRST_MAC_SINGLE = 1406;
    private static final int LAST_MAC_SINGLE = 1419;
    private static final int KERNEL = 2000;
    private static final int FIRST_USER_MESSAGE_2 = 2100; // AUDIT_FIRST_USER_MSG2
    private static final int LAST_USER_MESSAGE_2 = 2999;

    /** Returns whether the type has this name. */
    public boolean is(String other) {
        return name.equals(other);
    }

    /** Returns whether programs other than the audit daemon write such records: 1100 to 1199, 2100 to 2999. */
    public boolean isUserMessage() {
        return (number >= FIRST_USER_MESSAGE && number < FIRST_DAEMON)
                || (number >= FIRST_USER_MESSAGE_2 && number <= LAST_USER_MESSAGE_2);
    }

    /** Returns whether the audit daemon writes such records of itself: 1200 to 1299. */
    public boolean isDaemonMessage() {
        return number >= FIRST_DAEMON && number < FIRST_KERNEL_EVENT;
    }

    /**
     * Returns whether ausearch takes an event that begins with such a record for complete: programs and the audit daemon
     * write one record (linux/audit.h: below 1300, 2100 to 2999), so does the kernel for most MAC_* types, and PROCTITLE is
     * the last. A type that it does not know is less than any. LOGIN is not one of them since 4.0: a system call's records
     * follow it.
     */
    public boolean completesItsEvent() {
        return (number < FIRST_KERNEL_EVENT && number != LOGIN)
                || number == PROCTITLE
                || number == KERNEL
                || (number >= FIRST_MAC_SINGLE && number <= LAST_MAC_SINGLE)
                || number >= FIRST_USER_MESSAGE_2;
    }

    @Override
    public String toString() {
        return name;
    }
}
