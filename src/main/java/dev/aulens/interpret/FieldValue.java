package dev.aulens.interpret;

import dev.aulens.record.AuditRecord;
import dev.aulens.record.Text;

/** A value to interpret, and what its meaning depends on. The value is bytes of the record, quotes included. */
final class FieldValue {

    private static final int MOST_HEX_DIGITS = 16;

    final EventContext event;
    final AuditRecord record;
    private final byte[] bytes;
    private final int from;
    private final int to;

    FieldValue(EventContext event, AuditRecord record, byte[] bytes, int from, int to) {
        this.event = event;
        this.record = record;
        this.bytes = bytes;
        this.from = from;
        this.to = to;
    }

    int length() {
        return to - from;
    }

    byte at(int i) {
        return bytes[from + i];
    }

    boolean startsWith(char c) {
        return from < to && bytes[from] == c;
    }

    boolean startsWithDigit() {
        return from < to && bytes[from] >= '0' && bytes[from] <= '9';
    }

    /** Tells whether the value is nothing but decimal digits. */
    boolean isDigits() {
        for (int i = 0; i < length(); i++) {
            if (at(i) < '0' || at(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** Returns the index of a byte at or after {@code start}, the length if there is none. */
    int indexOf(char wanted, int start) {
        int i = start;
        while (i < length() && at(i) != wanted) {
            i++;
        }
        return i;
    }

    void copyTo(TextBuffer out) {
        out.append(bytes, from, to);
    }

    void copyTo(TextBuffer out, int start, int end) {
        out.append(bytes, from + start, from + end);
    }

    /** Returns how many hex digits stand at {@code start} and behind. */
    int hexDigits(int start) {
        int i = start;
        while (i < length() && Text.hexDigit(at(i)) >= 0) {
            i++;
        }
        return i - start;
    }

    /** Returns the byte of the two hex digits at {@code i}. */
    int hexByte(int i) {
        return Text.hexDigit(at(i)) << 4 | Text.hexDigit(at(i + 1));
    }

    /** Returns the decimal number that the value begins with, 0 if there is none: strtoul(3) with base 10. */
    long decimal() {
        return number(10);
    }

    /** Returns the hex number that the value begins with, with or without 0x, 0 if there is none. */
    long hex() {
        return number(16);
    }

    /**
     * Returns the number that the value begins with as strtoul(3) reads it: a sign is taken, what follows the digits
     * is ignored, no digits are 0. Numbers of 2^63 and more are negative.
     */
    long number(int radix) {
        int i = signLength();
        boolean negative = i == 1 && at(0) == '-';
        if (radix == 16) {
            i += prefixLength(i);
        }
        long number = 0;
        for (int digit = digit(i, radix); digit >= 0; digit = digit(++i, radix)) {
            number = number * radix + digit;
        }
        return negative ? -number : number;
    }

    /** Returns the number with the base that its beginning tells, as in C: 0x is hex, 0 octal, else decimal. */
    long prefixedNumber() {
        int sign = signLength();
        if (prefixLength(sign) > 0) {
            return number(16);
        }
        return sign < length() && at(sign) == '0' ? number(8) : number(10);
    }

    /** Tells whether the number has more than 64 bits. */
    boolean overflows(int radix) {
        int i = signLength();
        if (radix == 16) {
            i += prefixLength(i);
        }
        while (i < length() && at(i) == '0') {
            i++;
        }
        int digits = 0;
        long number = 0;
        long before = 0;
        for (int digit = digit(i, radix); digit >= 0; digit = digit(++i, radix)) {
            before = number;
            number = number * radix + digit;
            digits++;
        }
        if (radix == 16) {
            return digits > MOST_HEX_DIGITS;
        }
        return digits > 20 || (digits == 20 && (at(i - 20) > '1' || Long.compareUnsigned(number, before) < 0));
    }

    /** Returns the value as text, quotes included. */
    String text() {
        return Text.utf8(bytes, from, to);
    }

    private int signLength() {
        return startsWith('-') || startsWith('+') ? 1 : 0;
    }

    private int prefixLength(int i) {
        return i + 1 < length() && at(i) == '0' && (at(i + 1) == 'x' || at(i + 1) == 'X') ? 2 : 0;
    }

    private int digit(int i, int radix) {
        int digit = i < length() ? Text.hexDigit(at(i)) : -1;
        return digit < radix ? digit : -1;
    }
}
