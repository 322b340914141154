package dev.aulens.interpret;

/** Interpreters of fields whose value is a number that has a name. */
final class Names {

    private static final int DECIMAL = 10;
    private static final int HEX = 16;

    private Names() {}

    /** Returns an interpreter of decimal numbers; one that has more than 64 bits is not interpreted. */
    static FieldInterpreter decimal(NumberInterpreter interpreter) {
        return number(DECIMAL, interpreter);
    }

    /** Returns an interpreter of hex numbers; one that has more than 64 bits is not interpreted. */
    static FieldInterpreter hex(NumberInterpreter interpreter) {
        return number(HEX, interpreter);
    }

    static FieldInterpreter octal(NumberInterpreter interpreter) {
        return number(8, interpreter);
    }

    /** Returns an interpreter of decimal numbers with names; others become {@code unknown-WHAT(99)}. */
    static FieldInterpreter ofDecimal(CodeTable table, String what) {
        return decimal(named(table, what, "("));
    }

    /** Returns an interpreter of hex numbers with names; others become {@code unknown-WHAT(7f)}. */
    static FieldInterpreter ofHex(CodeTable table, String what) {
        return hex(named(table, what, "("));
    }

    /** Returns an interpreter of hex numbers with names; others become {@code unknown-WHAT(0x7f)}. */
    static FieldInterpreter ofArgument(CodeTable table, String what) {
        return hex(named(table, what, "(0x"));
    }

    /** Returns an interpreter of 32-bit commands in hex; those without name become {@code unknown-WHAT(-1)}. */
    static FieldInterpreter ofCommand(CodeTable table, String what) {
        return hex((number, value, out) -> {
            String name = table.name(number & 0xFFFF_FFFFL);
            if (name != null) {
                out.append(name);
            } else {
                out.append("unknown-")
                        .append(what)
                        .append('(')
                        .append(Integer.toString((int) number))
                        .append(')');
            }
        });
    }

    /** Returns an interpreter of hex numbers with names; others are written {@code 0x7f}. */
    static FieldInterpreter ofHexOrNumber(CodeTable table) {
        return hex((number, value, out) -> {
            String name = table.name(number & 0xFFFF_FFFFL);
            out.append(name != null ? name : "0x" + Integer.toHexString((int) number));
        });
    }

    /** Returns an interpreter that writes {@code 0x} before the value. */
    static FieldInterpreter asHex() {
        return (value, out) -> value.copyTo(out.append("0x"));
    }

    private static FieldInterpreter number(int radix, NumberInterpreter interpreter) {
        return (value, out) -> {
            if (value.overflows(radix)) {
                notConverted(value, out);
            } else {
                interpreter.interpret(value.number(radix), value, out);
            }
        };
    }

    /** Writes that a number has more than 64 bits. */
    static void notConverted(FieldValue value, TextBuffer out) {
        value.copyTo(out.append("conversion error("));
        out.append(')');
    }

    private static NumberInterpreter named(CodeTable table, String what, String bracket) {
        return (number, value, out) -> {
            String name = table.name(number & 0xFFFF_FFFFL);
            if (name != null) {
                out.append(name);
            } else {
                value.copyTo(out.append("unknown-").append(what).append(bracket));
                out.append(')');
            }
        };
    }
}
