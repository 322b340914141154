package dev.aulens.query.time;

/**
 * Reads numbers out of a date or a time as strptime(3) does: {@code %d %e %m %Y %y %H %M %S}, other characters literally, a
 * space for any white space.
 *
 * <p>One use each: {@link #read}, then the numbers.
 */
final class DatePattern {

    private static final int TWO_DIGIT_YEAR_PIVOT = 69; // strptime(3), %y

    int day = 1;
    int month = 1;
    int year;
    int hour;
    int minute;
    int second;

    private final String text;
    private int at;

    DatePattern(String text) {
        this.text = text;
    }

    /** Returns where the text goes on behind the pattern, -1 if it is not as the pattern. */
    int read(String pattern) {
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            boolean fits;
            if (c == '%') {
                i += pattern.charAt(i + 1) == '-' ? 2 : 1; // whether padded or not
                fits = number(pattern.charAt(i));
            } else if (c == ' ') {
                skipSpace();
                fits = true;
            } else {
                fits = at < text.length() && text.charAt(at) == c;
                at++;
            }
            if (!fits) {
                return -1;
            }
        }
        return at;
    }

    private boolean number(char conversion) {
        switch (conversion) {
            case 'd', 'e' -> day = number(1, 31);
            case 'm' -> month = number(1, 12);
            case 'Y' -> year = number(0, 9999);
            case 'y' -> {
                int two = number(0, 99);
                year = two < 0 ? two : two < TWO_DIGIT_YEAR_PIVOT ? 2000 + two : 1900 + two;
            }
            case 'H' -> hour = number(0, 23);
            case 'M' -> minute = number(0, 59);
            case 'S' -> second = number(0, 61); // leap seconds, as strptime
            default -> throw new IllegalArgumentException("no such conversion: " + conversion);
        }
        return (day | month | year | hour | minute | second) >= 0;
    }

    /** Reads digits as long as the number can still be in range; -1 if it is not or there is none. */
    private int number(int least, int most) {
        skipSpace();
        int from = at;
        int value = 0;
        while (at < text.length() && isDigit(text.charAt(at)) && value * 10 <= most && at - from < 4) {
            value = value * 10 + (text.charAt(at++) - '0');
        }
        return at == from || value < least || value > most ? -1 : value;
    }

    private void skipSpace() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
