package dev.aulens.interpret;

import org.jspecify.annotations.Nullable;

/**
 * A processor architecture, as {@code arch=} of a record names it.
 *
 * @param value the AUDIT_ARCH value of linux/audit.h: {@code 0xc000003e}
 * @param name as the audit tools write it: {@code x86_64}
 * @param syscalls the numbers and names of its system calls
 */
public record Architecture(long value, String name, CodeTable syscalls) {

    private static final long IS_64_BIT = 0x8000_0000L;
    private static final long IS_LITTLE_ENDIAN = 0x4000_0000L;

    /** Tells whether a word has 64 bits (__AUDIT_ARCH_64BIT). */
    public boolean is64Bit() {
        return (value & IS_64_BIT) != 0;
    }

    /** Tells whether numbers are little-endian in memory (__AUDIT_ARCH_LE). */
    public boolean isLittleEndian() {
        return (value & IS_LITTLE_ENDIAN) != 0;
    }

    /** Returns the name of a system call, null if its number is not known. */
    public @Nullable String syscall(long number) {
        return syscalls.name(number);
    }
}
