package dev.aulens.document;

import dev.aulens.record.AuditRecord;
import dev.aulens.record.Text;

/** A field's value as bytes: numbers, texts, and the words that mean "none". */
final class Values {

    /** What the kernel prints for a user, group or session that is not set: (u32) -1. */
    static final long UNSET = 0xFFFF_FFFFL;

    /** The value of a number that is none. */
    static final long NONE = Long.MIN_VALUE;

    private static final int LONGEST_NUMBER = 19;

    private Values() {}

    /** Tells whether the value is missing, {@code ?} or {@code (null)}: written when there is nothing to say. */
    static boolean saysNothing(AuditRecord record, int i) {
        byte[] line = record.line();
        int from = record.valueStart(i);
        int length = record.valueEnd(i) - from;
        if (length == 0) {
            return true;
        }
        byte first = line[from];
        if (first != '?' && first != '(' && first != '"' && first != '\'') {
            return false;
        }
        return (length == 1 && line[from] == '?')
                || (length == 2 && record.isQuoted(i))
                || (length == 3 && line[from + 1] == '?' && record.isQuoted(i))
                || equal(record, i, "(null)");
    }

    /** Returns the value as the writer meant it, NUL and trailing blanks of padded fields taken off. */
    static String text(AuditRecord record, int i) {
        String text = record.decoded(i);
        int nul = text.indexOf('\0');
        return nul < 0 ? text : text.replace('\0', ' ').strip();
    }

    /** Tells whether the value is that word, between quotes or not. */
    static boolean equal(AuditRecord record, int i, String word) {
        byte[] line = record.line();
        int quote = record.isQuoted(i) ? 1 : 0;
        int from = record.valueStart(i) + quote;
        if (record.valueEnd(i) - quote - from != word.length()) {
            return false;
        }
        for (int at = 0; at < word.length(); at++) {
            if (line[from + at] != word.charAt(at)) {
                return false;
            }
        }
        return true;
    }

    /** Returns the decimal number that the value begins with, {@link #NONE} if it begins with none. */
    static long number(AuditRecord record, int i) {
        return number(record, i, false);
    }

    private static long number(AuditRecord record, int i, boolean whole) {
        byte[] line = record.line();
        int quote = record.isQuoted(i) ? 1 : 0;
        int from = record.valueStart(i) + quote;
        int to = record.valueEnd(i) - quote;
        boolean negative = from < to && line[from] == '-';
        int at = negative ? from + 1 : from;
        int digits = at;
        long number = 0;
        while (at < to && line[at] >= '0' && line[at] <= '9') {
            number = number * 10 + (line[at++] - '0');
        }
        if (at == digits || at - digits >= LONGEST_NUMBER || (whole && at < to)) {
            return NONE;
        }
        return negative ? -number : number;
    }

    /** Returns the decimal number that the value is, {@link #NONE} if it is none. */
    static long wholeNumber(AuditRecord record, int i) {
        return number(record, i, true);
    }

    /**
     * Returns the number of a user, group or session.
     *
     * @return {@link #UNSET} for {@code unset} and -1, 0 for {@code root}, {@link #NONE} if the text has only a name
     */
    static long id(AuditRecord record, int i) {
        long number = wholeNumber(record, i);
        if (number == -1) {
            return UNSET;
        }
        if (number != NONE) {
            return number;
        }
        if (equal(record, i, "unset")) {
            return UNSET;
        }
        return equal(record, i, "root") ? 0 : NONE;
    }

    /** Returns the hex number that the value is, with {@code 0x} before it or without; {@link #NONE} if it is none. */
    static long hex(AuditRecord record, int i) {
        byte[] line = record.line();
        int from = record.valueStart(i);
        int to = record.valueEnd(i);
        if (to - from > 2 && line[from] == '0' && line[from + 1] == 'x') {
            from += 2;
        }
        if (from == to || to - from > 16) {
            return NONE;
        }
        long number = 0;
        for (int at = from; at < to; at++) {
            int digit = Text.hexDigit(line[at]);
            if (digit < 0) {
                return NONE;
            }
            number = number << 4 | digit;
        }
        return number;
    }
}
