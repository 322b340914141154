package dev.aulens.interpret;

import org.jspecify.annotations.Nullable;

/** Reads a socket address as {@code ausearch -i} and auditd's ENRICHED format print it. */
final class InterpretedSocketAddress {

    private InterpretedSocketAddress() {}

    /**
     * Returns the address that is written as {@code { saddr_fam=inet laddr=10.0.0.1 lport=80 }} or, by versions before
     * 2.8, as {@code { fam=inet laddr=10.0.0.1 lport=80 }}; null if the text is neither.
     */
    static @Nullable SocketAddress parse(String text) {
        String family = part(text, "fam=");
        if (family == null) {
            return null;
        }
        String address = part(text, " laddr=");
        String port = part(text, " lport=");
        String path = rest(text, " path=");
        String netlink = part(text, " nlnk-pid=");
        if (family.equals("inet") && address != null && port != null) {
            return new SocketAddress.Inet(address, (int) number(port));
        }
        if (family.equals("inet6") && address != null && port != null) {
            int scope = address.indexOf('%');
            return scope < 0
                    ? new SocketAddress.Inet6(address, 0, (int) number(port))
                    : new SocketAddress.Inet6(
                            address.substring(0, scope), number(address.substring(scope + 1)), (int) number(port));
        }
        if (family.equals("local") && path != null) {
            return new SocketAddress.Local(path, false);
        }
        if (family.equals("netlink") && netlink != null) {
            return new SocketAddress.Netlink(number(netlink));
        }
        return new SocketAddress.Other(family, "");
    }

    private static @Nullable String part(String text, String label) {
        int at = text.indexOf(label);
        if (at < 0) {
            return null;
        }
        int from = at + label.length();
        int blank = text.indexOf(' ', from);
        int brace = text.indexOf('}', from);
        int to = blank < 0 ? brace : brace < 0 ? blank : Math.min(blank, brace);
        return text.substring(from, to < 0 ? text.length() : to);
    }

    /** Returns what stands between the label and the closing brace; a path may have blanks and braces. */
    private static @Nullable String rest(String text, String label) {
        int at = text.indexOf(label);
        if (at < 0) {
            return null;
        }
        int brace = text.lastIndexOf('}');
        String rest = text.substring(at + label.length(), brace < at + label.length() ? text.length() : brace);
        return rest.endsWith(" ") ? rest.substring(0, rest.length() - 1) : rest;
    }

    private static long number(String digits) {
        long number = 0;
        for (int i = 0; i < digits.length() && i < 10; i++) {
            int digit = Character.digit(digits.charAt(i), 10);
            if (digit < 0) {
                return number;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
