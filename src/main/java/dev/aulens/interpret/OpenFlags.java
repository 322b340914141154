package dev.aulens.interpret;

import dev.aulens.Parts;

/** The flags of open(2) as words. */
public final class OpenFlags {

    private final CodeTable table = CodeTable.of("open-flag");

    /** Returns the flags in an OPENAT2 record: octal with a leading 0 (audit_log_openat2_how in kernel), hex or words. */
    public long ofRecord(String value) {
        try {
            return value.startsWith("0") && value.length() > 1 ? Long.decode(value) : bits(value);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** Returns the bits that words name, as {@code O_WRONLY|O_CREAT}; ausearch prints no bit that it does not know. */
    public long bits(String words) {
        long bits = 0;
        for (String word : Parts.of(words, '|')) {
            long bit = table.code(word);
            bits |= bit < 0 ? 0 : bit;
        }
        return bits;
    }
}
