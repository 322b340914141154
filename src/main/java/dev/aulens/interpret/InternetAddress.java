package dev.aulens.interpret;

/** Internet addresses as text. */
public final class InternetAddress {

    private static final int WORDS = 8;

    private InternetAddress() {}

    /**
     * Returns whether a text is an IPv4 address in dotted form without leading zeros, or an IPv6 address without zone (RFC 4291, section 2.2:
     * eight groups, one run of zero groups may be {@code ::}, the last two may be an IPv4 address).
     */
    public static boolean isValid(String text) {
        return text.indexOf(':') >= 0 ? isIpv6(text) : isIpv4(text, 0);
    }

    private static boolean isIpv4(String text, int from) {
        int parts = 0;
        int digits = 0;
        int value = 0;
        for (int i = from; i <= text.length(); i++) {
            char c = i == text.length() ? '.' : text.charAt(i);
            if (c == '.') {
                if (digits == 0 || value > 255) {
                    return false;
                }
                parts++;
                digits = 0;
                value = 0;
            } else if (c >= '0' && c <= '9' && digits < 3 && (digits == 0 || value > 0)) {
                value = value * 10 + (c - '0');
                digits++;
            } else {
                return false;
            }
        }
        return parts == 4;
    }

    private static boolean isIpv6(String text) {
        int groups = 0;
        int digits = 0;
        boolean compressed = false;
        int i = 0;
        if (text.startsWith("::")) {
            compressed = true;
            i = 2;
        }
        int groupStart = i;
        for (; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ':') {
                if (i + 1 < text.length() && text.charAt(i + 1) == ':') {
                    if (compressed || digits == 0) {
                        return false;
                    }
                    compressed = true;
                    i++;
                } else if (digits == 0 || i + 1 == text.length()) {
                    return false;
                }
                groups++;
                digits = 0;
                groupStart = i + 1;
            } else if (c == '.') {
                return isIpv4(text, groupStart) && (compressed ? groups <= 5 : groups == 6);
            } else if (Character.digit(c, 16) >= 0 && c < 0x80 && digits < 4) {
                digits++;
            } else {
                return false;
            }
        }
        groups += digits > 0 ? 1 : 0;
        return compressed ? groups <= 7 : groups == 8;
    }

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

    /** Returns whether the address is an IPv4 one in IPv6 form: compatible ({@code ::a.b.c.d}) or mapped. */
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
