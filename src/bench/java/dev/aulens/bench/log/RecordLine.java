package dev.aulens.bench.log;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.Optional;

/**
 * A record's line, taken apart where another host or day makes it another record.
 *
 * <pre>
 *   [ "node=" name " " ] head "audit(" seconds "." milliseconds ":" serial tail
 * </pre>
 *
 * @param head from {@code type=} to {@code audit(}
 * @param millis the time
 * @param serial the number
 * @param tail from the closing parenthesis to the end of the line
 */
@SuppressWarnings("ArrayRecordComponent") // written as they are, never compared
record RecordLine(byte[] head, long millis, long serial, byte[] tail) {

    private static final byte[] TYPE = "type=".getBytes(US_ASCII);
    private static final byte[] AUDIT = "audit(".getBytes(US_ASCII);
    private static final int MILLIS_DIGITS = 3;
    private static final long SECOND = 1000;

    /** Takes a line apart; empty if it is no record with a time in seconds. */
    static Optional<RecordLine> parse(byte[] buffer, int from, int to) {
        int type = indexOf(buffer, TYPE, from, to);
        int audit = type < 0 ? -1 : indexOf(buffer, AUDIT, type, to);
        if (audit < 0) {
            return Optional.empty();
        }
        int start = audit + AUDIT.length;
        int dot = start;
        while (dot < to && isDigit(buffer[dot])) {
            dot++;
        }
        int colon = dot + 1 + MILLIS_DIGITS;
        int end = colon + 1;
        while (end < to && isDigit(buffer[end])) {
            end++;
        }
        if (end >= to || buffer[dot] != '.' || buffer[colon] != ':' || buffer[end] != ')') {
            return Optional.empty();
        }
        long millis = number(buffer, start, dot) * SECOND + number(buffer, dot + 1, colon);
        return Optional.of(new RecordLine(
                Arrays.copyOfRange(buffer, type, start),
                millis,
                number(buffer, colon + 1, end),
                Arrays.copyOfRange(buffer, end, to)));
    }

    /** Tells whether another record is of the same event, if it is of the same host. */
    boolean isOfSameEvent(RecordLine other) {
        return millis == other.millis && serial == other.serial;
    }

    private static int indexOf(byte[] buffer, byte[] wanted, int from, int to) {
        for (int i = from; i <= to - wanted.length; i++) {
            if (buffer[i] == wanted[0] && Arrays.equals(buffer, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }

    private static long number(byte[] buffer, int from, int to) {
        long value = 0;
        for (int i = from; i < to; i++) {
            value = value * 10 + (buffer[i] - '0');
        }
        return value;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
