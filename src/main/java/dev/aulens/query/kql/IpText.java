package dev.aulens.query.kql;

/** IP addresses and blocks of them, as text. */
final class IpText {

    private IpText() {}

    /**
     * Tells whether a text is an address, or a block as {@code 10.0.0.0/8}.
     *
     * @param blocks whether blocks count
     */
    static boolean isIp(String text, boolean blocks) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return isV4(text) || isV6(text);
        }
        String address = text.substring(0, slash);
        int bits = number(text.substring(slash + 1), 128);
        return blocks && bits >= 0 && (isV4(address) ? bits <= 32 : isV6(address));
    }

    private static boolean isV4(String text) {
        String[] numbers = text.split("\\.", -1);
        boolean good = numbers.length == 4;
        for (String number : numbers) {
            good &= number(number, 255) >= 0 && (number.length() == 1 || number.charAt(0) != '0');
        }
        return good;
    }

    /** RFC 4291, section 2.2: eight groups, one run of zero groups may be {@code ::}, the last two may be an IPv4 one. */
    private static boolean isV6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text, true) == 8;
        }
        int left = groups(text.substring(0, gap), false);
        int right = groups(text.substring(gap + 2), true);
        return left >= 0 && right >= 0 && left + right <= 7;
    }

    /** Returns how many groups of 16 bits there are; negative if the text is something else. */
    private static int groups(String text, boolean last) {
        if (text.isEmpty()) {
            return 0;
        }
        String[] groups = text.split(":", -1);
        int count = 0;
        for (int i = 0; i < groups.length; i++) {
            if (last && i == groups.length - 1 && isV4(groups[i])) {
                count += 2;
            } else if (isGroup(groups[i])) {
                count++;
            } else {
                return Integer.MIN_VALUE;
            }
        }
        return count;
    }

    private static boolean isGroup(String text) {
        boolean good = !text.isEmpty() && text.length() <= 4;
        for (int i = 0; good && i < text.length(); i++) {
            good = text.charAt(i) < 128 && Character.digit(text.charAt(i), 16) >= 0;
        }
        return good;
    }

    private static int number(String text, int most) {
        boolean good = !text.isEmpty() && text.length() <= 3;
        int number = 0;
        for (int i = 0; good && i < text.length(); i++) {
            char c = text.charAt(i);
            good = c >= '0' && c <= '9';
            number = number * 10 + (c - '0');
        }
        return good && number <= most ? number : -1;
    }
}
