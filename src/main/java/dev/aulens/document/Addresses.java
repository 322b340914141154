package dev.aulens.document;

/** Tells addresses from names. */
final class Addresses {

    private Addresses() {}

    /** Tells whether the text is an IPv4 address in dotted form or an IPv6 address without zone. */
    static boolean isIp(String text) {
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
            } else if (c >= '0' && c <= '9' && digits < 3) {
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
}
