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

    /** Tells whether the record has this type. */
    public boolean is(String other) {
        return name.equals(other);
    }

    @Override
    public String toString() {
        return name;
    }
}
