package dev.aulens.event;

import java.util.Comparator;

/**
 * The order of the files of one rotated log by their names, oldest first: {@code audit.log.10}, {@code audit.log.9},
 * {@code audit.log}. Digits count as the number that they are.
 */
public final class SourceOrder implements Comparator<String> {

    @Override
    public int compare(String one, String other) {
        int i = 0;
        int j = 0;
        while (i < one.length() && j < other.length()) {
            int endOfOne = endOfNumber(one, i);
            int endOfOther = endOfNumber(other, j);
            int order = endOfOne > i && endOfOther > j
                    ? compareNumbers(one.substring(i, endOfOne), other.substring(j, endOfOther))
                    : Character.compare(one.charAt(i), other.charAt(j));
            if (order != 0) {
                return -order;
            }
            i = Math.max(i + 1, endOfOne);
            j = Math.max(j + 1, endOfOther);
        }
        return Integer.compare(other.length() - j, one.length() - i);
    }

    private static int endOfNumber(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private static int compareNumbers(String one, String other) {
        String first = withoutZeros(one);
        String second = withoutZeros(other);
        int length = Integer.compare(first.length(), second.length());
        return length != 0 ? length : first.compareTo(second);
    }

    private static String withoutZeros(String digits) {
        int from = 0;
        while (from < digits.length() && digits.charAt(from) == '0') {
            from++;
        }
        return digits.substring(from);
    }
}
