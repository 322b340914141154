package dev.aulens.query.kql;

import dev.aulens.interpret.InternetAddress;

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
            return InternetAddress.isValid(text);
        }
        String address = text.substring(0, slash);
        int bits = number(text.substring(slash + 1), address.indexOf(':') < 0 ? 32 : 128);
        return blocks && bits >= 0 && InternetAddress.isValid(address);
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
