package dev.aulens.facts;

import dev.aulens.record.AuditRecord;
import org.jspecify.annotations.Nullable;

/** Values of records as the audit tools read them. */
final class FieldValues {

    private FieldValues() {}

    /** Returns the index of the last field of that name, -1 if there is none. */
    static int lastOf(AuditRecord record, String name) {
        int last = -1;
        for (int i = record.find(name); i >= 0; i = record.find(name, i + 1)) {
            last = i;
        }
        return last;
    }

    /** Returns the value, or the other one if it is null. */
    static @Nullable String orElse(@Nullable String value, @Nullable String other) {
        return value != null ? value : other;
    }

    /** Returns the value of the first field of that name, without quotes; null if there is none. */
    static @Nullable String value(AuditRecord record, String name) {
        return record.get(name);
    }

    /** Returns the text of the first field of that name; null if there is none. */
    static @Nullable String text(AuditRecord record, String name) {
        int i = record.find(name);
        return i < 0 ? null : text(record, i);
    }

    /** Returns text that may be in hex, up to its NUL; the one before the name of an abstract socket does not count. */
    static String text(AuditRecord record, int i) {
        String text = record.decoded(i);
        int from = text.startsWith("\0") ? 1 : 0;
        int nul = text.indexOf('\0', from);
        return from == 0 && nul < 0 ? text : text.substring(from, nul < 0 ? text.length() : nul);
    }

    /** Tells whether a word stands in the place of a number: of {@code ausearch -i}, and which number is not known. */
    static boolean isWord(AuditRecord record, int i) {
        return record.isQuoted(i);
    }

    /** Returns the number that the text begins with as strtoul(3) reads it: 0 if it begins with none. */
    static long decimal(String text) {
        boolean negative = text.startsWith("-");
        long number = 0;
        for (int i = negative ? 1 : 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9 || i > 18) {
                break;
            }
            number = number * 10 + digit;
        }
        return negative ? -number : number;
    }
}
