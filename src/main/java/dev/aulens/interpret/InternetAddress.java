package dev.aulens.interpret;

/** Internet addresses as text. */
final class InternetAddress {

    private static final int WORDS = 8;

    private InternetAddress() {}

    /** Returns the four bytes at {@code from} in dotted decimal. */
    static String v4(byte[] bytes, int from) {
        StringBuilder text = new StringBuilder(15);
        for (int i = 0; i < 4; i++) {
            if (i > 0) {
                text.append('.');
            }
            text.append(bytes[from + i] & 0xFF);
        }
        return text.toString();
    }

    /** Returns the sixteen bytes at {@code from} as RFC 5952 writes them: the longest run of zeros as {@code ::}. */
    static String v6(byte[] bytes, int from) {
        int[] words = new int[WORDS];
        for (int i = 0; i < WORDS; i++) {
            words[i] = (bytes[from + 2 * i] & 0xFF) << 8 | (bytes[from + 2 * i + 1] & 0xFF);
        }
        int start = longestZeros(words);
        int end = start;
        while (end >= 0 && end < WORDS && words[end] == 0) {
            end++;
        }
        if (start == 0 && holdsV4(words, end)) {
            return (end == 6 ? "::" : "::ffff:") + v4(bytes, from + 12);
        }
        StringBuilder text = new StringBuilder(39);
        for (int i = 0; i < WORDS; i++) {
            if (i == start) {
                text.append("::");
                i = end - 1;
                continue;
            }
            if (i > 0 && i != end) {
                text.append(':');
            }
            text.append(Integer.toHexString(words[i]));
        }
        return text.toString();
    }

    /** Tells whether the address is an IPv4 one in IPv6 form: compatible ({@code ::a.b.c.d}) or mapped. */
    private static boolean holdsV4(int[] words, int zeros) {
        return zeros == 6 || (zeros == 5 && words[5] == 0xFFFF);
    }

    /** Returns where the longest run of two zeros or more begins, -1 if there is none. */
    private static int longestZeros(int[] words) {
        int best = -1;
        int bestLength = 1;
        int length = 0;
        for (int i = 0; i < WORDS; i++) {
            length = words[i] == 0 ? length + 1 : 0;
            if (length > bestLength) {
                bestLength = length;
                best = i - length + 1;
            }
        }
        return best;
    }
}
