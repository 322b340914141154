package dev.aulens.interpret;

/** Interpreters of fields whose value is hex with a meaning for each bit. */
final class Flags {

    private static final long EXECUTABLE = 4;

    private Flags() {}

    /** Returns an interpreter that writes the names of the bits; if none is known, {@code 0x} and the value. */
    static FieldInterpreter of(CodeTable table) {
        return Names.hex((number, value, out) -> {
            int before = out.length();
            append(number, table, out, before);
            orValue(value, out, before);
        });
    }

    /** Returns an interpreter that writes {@code nothing} first if no bit of {@code mask} is set. */
    static FieldInterpreter of(CodeTable table, long mask, String nothing) {
        return Names.hex((number, value, out) -> {
            int before = out.length();
            if ((number & mask) == 0) {
                out.append(nothing);
            }
            append(number, table, out, before);
            orValue(value, out, before);
        });
    }

    /** Writes the flags of open(2), of which the access mode is no bit. */
    static NumberInterpreter open(CodeTable table) {
        return (number, value, out) -> {
            int before = out.length();
            if ((number & 3) == 0) {
                out.append("O_RDONLY");
            }
            append(number, table, out, before);
        };
    }

    /** Writes the names of access(2)'s mode. */
    static FieldInterpreter access(CodeTable table) {
        return Names.hex((number, value, out) -> {
            int before = out.length();
            if ((number & 0xF) == 0) {
                out.append("F_OK");
                return;
            }
            append(number, table, out, before);
            orValue(value, out, before);
        });
    }

    /** Writes the flags of clone(2), then the signal that the child sends when it ends. */
    static FieldInterpreter clone(CodeTable flags, CodeTable signals) {
        return Names.hex((number, value, out) -> {
            int before = out.length();
            append(number, flags, out, before);
            long signal = number & 0xFF;
            String name = signal > 0 && signal < 32 ? signals.name(signal) : null;
            if (name != null) {
                separate(out, before);
                out.append(name);
            }
            orValue(value, out, before);
        });
    }

    /**
     * Writes memory protections.
     *
     * @param last the highest bit that is named: the kernel's PROT_SEM is no protection that mprotect(2) sets
     */
    static FieldInterpreter protection(CodeTable table, long last) {
        return Names.hex((number, value, out) -> {
            if ((number & (2 * EXECUTABLE - 1)) == 0) {
                out.append("PROT_NONE");
                return;
            }
            append(number & (2 * last - 1), table, out, out.length());
        });
    }

    /** Writes the names of the bits that are set, lowest first, between bars. */
    static void append(long number, CodeTable table, TextBuffer out, int before) {
        for (int i = 0; i < table.size(); i++) {
            if ((number & table.codeAt(i)) != 0) {
                separate(out, before);
                out.append(table.nameAt(i));
            }
        }
    }

    static void separate(TextBuffer out, int before) {
        if (out.length() > before) {
            out.append('|');
        }
    }

    private static void orValue(FieldValue value, TextBuffer out, int before) {
        if (out.length() == before) {
            value.copyTo(out.append("0x"));
        }
    }
}
