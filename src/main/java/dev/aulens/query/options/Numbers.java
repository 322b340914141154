package dev.aulens.query.options;

import java.util.OptionalLong;

/** Numbers as options take them. */
final class Numbers {

    /** The id that the audit system uses for "none": (uid_t) -1. */
    static final long UNSET = 0xFFFF_FFFFL;

    private Numbers() {}

    /** Tells whether the text begins with a digit, which is how ausearch tells numbers from names. */
    static boolean looksLikeNumber(String text) {
        return !text.isEmpty() && isDigit(text.charAt(0));
    }

    /** Returns an unsigned decimal number of 32 bits, empty if the text is anything else. */
    static OptionalLong unsigned(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                return OptionalLong.empty();
            }
        }
        if (text.isEmpty() || text.length() > 10) {
            return OptionalLong.empty();
        }
        long value = Long.parseLong(text);
        return value <= UNSET ? OptionalLong.of(value) : OptionalLong.empty();
    }

    /** Returns an unsigned number, or a negative one as the unsigned number of the same 32 bits: -1 is "unset". */
    static OptionalLong wrapped(String text) {
        if (!text.startsWith("-")) {
            return unsigned(text);
        }
        OptionalLong value = unsigned(text.substring(1));
        return value.isPresent() && value.getAsLong() <= UNSET / 2 + 1
                ? OptionalLong.of(-value.getAsLong() & UNSET)
                : OptionalLong.empty();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
