package dev.aulens.render;

/** Bars of block characters, for numbers that are looked at together. */
public final class Bar {

    private static final String[] EIGHTHS = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    private static final String FULL = "█";

    private Bar() {}

    /**
     * Returns the bar of a number, to an eighth of a column, without blanks after it.
     *
     * @param number from 0 on; of 0 there is no bar, of any other at least an eighth
     * @param highest of all numbers, whose bar is the longest
     * @param columns how long that is
     */
    public static String of(long number, long highest, int columns) {
        if (number == 0) {
            return "";
        }
        long eighths = Math.max(1, Math.round(8.0 * columns * number / highest));
        return FULL.repeat((int) (eighths / 8)) + EIGHTHS[(int) (eighths % 8)];
    }
}
