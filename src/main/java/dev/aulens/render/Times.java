package dev.aulens.render;

import dev.aulens.interpret.TextBuffer;
import java.time.LocalTime;

/** Writes times of the day. */
final class Times {

    private Times() {}

    /** Adds {@code 22:13:20}. */
    static void append(LocalTime time, TextBuffer out) {
        appendTwoDigits(time.getHour(), out);
        out.append(':');
        appendTwoDigits(time.getMinute(), out);
        out.append(':');
        appendTwoDigits(time.getSecond(), out);
    }

    /** Adds a number from 0 to 99. */
    static void appendTwoDigits(int number, TextBuffer out) {
        out.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }
}
