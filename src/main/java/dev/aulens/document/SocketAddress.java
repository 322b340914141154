package dev.aulens.document;

import dev.aulens.interpret.Architecture;
import dev.aulens.record.AuditRecord;
import dev.aulens.record.Text;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A socket's address: the {@code saddr} of a SOCKADDR record.
 *
 * @param family {@code ipv4}, {@code ipv6}, {@code unix}, {@code netlink}; of other families the number
 * @param ip of an internet address, else null
 * @param port of an internet address, else -1
 * @param path of a UNIX socket, an abstract one with {@code @} before it; else null
 */
record SocketAddress(
        String family,
        @Nullable String ip,
        long port,
        @Nullable String path) {

    private static final int UNIX = 1;
    private static final int INET = 2;
    private static final int INET6 = 10;
    private static final int NETLINK = 16;

    /**
     * Returns the address, null if the record has none that can be read.
     *
     * @param architecture whose byte order the family's number has; null for little-endian
     */
    static @Nullable SocketAddress of(AuditRecord record, @Nullable Architecture architecture) {
        int i = record.find("saddr");
        if (i < 0) {
            return null;
        }
        int from = record.valueStart(i);
        int to = record.valueEnd(i);
        if (Text.isHex(record.line(), from, to)) {
            byte[] bytes = Text.decodeHex(record.line(), from, to);
            return ofBytes(bytes, architecture == null || architecture.isLittleEndian());
        }
        return record.interpreted() ? ofWords(record.value(i)) : null;
    }

    private static @Nullable SocketAddress ofBytes(byte[] bytes, boolean littleEndian) {
        if (bytes.length < 2) {
            return null;
        }
        int family = littleEndian ? at(bytes, 0) | at(bytes, 1) << 8 : at(bytes, 0) << 8 | at(bytes, 1);
        if (family == INET && bytes.length >= 8) {
            return new SocketAddress("ipv4", ipv4(bytes, 4), port(bytes), null);
        }
        if (family == INET6 && bytes.length >= 24) {
            return new SocketAddress("ipv6", ipv6(bytes), port(bytes), null);
        }
        if (family == UNIX) {
            return new SocketAddress("unix", null, -1, path(bytes));
        }
        return new SocketAddress(family == NETLINK ? "netlink" : Integer.toString(family), null, -1, null);
    }

    /** Reads what ausearch prints: {@code { saddr_fam=inet laddr=10.0.0.1 lport=443 }}. */
    private static SocketAddress ofWords(String words) {
        String family = "";
        String address = null;
        String path = null;
        long port = -1;
        for (String word : words.split(" ", -1)) {
            int equals = word.indexOf('=');
            String name = equals < 0 ? "" : word.substring(0, equals);
            String value = word.substring(equals + 1);
            switch (name) {
                case "saddr_fam" -> family = value;
                case "laddr" -> address = value;
                case "lport" -> port = port(value);
                case "path" -> path = value;
                default -> {}
            }
        }
        String known = switch (family) {
            case "inet" -> "ipv4";
            case "inet6" -> "ipv6";
            case "local" -> "unix";
            default -> family;
        };
        return new SocketAddress(known, address, port, path);
    }

    private static long port(String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static int at(byte[] bytes, int i) {
        return bytes[i] & 0xFF;
    }

    private static int port(byte[] bytes) {
        return at(bytes, 2) << 8 | at(bytes, 3);
    }

    private static String ipv4(byte[] bytes, int from) {
        return at(bytes, from) + "." + at(bytes, from + 1) + "." + at(bytes, from + 2) + "." + at(bytes, from + 3);
    }

    /** Returns the shortest form of RFC 5952: the longest run of zero groups becomes two colons. */
    private static String ipv6(byte[] bytes) {
        int[] groups = new int[8];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = at(bytes, 8 + 2 * i) << 8 | at(bytes, 9 + 2 * i);
        }
        int longest = 1;
        int start = -1;
        int run = 0;
        for (int i = 0; i < groups.length; i++) {
            run = groups[i] == 0 ? run + 1 : 0;
            if (run > longest) {
                longest = run;
                start = i - run + 1;
            }
        }
        StringBuilder text = new StringBuilder(39);
        for (int i = 0; i < groups.length; i++) {
            if (i == start) {
                text.append("::");
                i += longest - 1;
            } else {
                if (text.length() > 0 && text.charAt(text.length() - 1) != ':') {
                    text.append(':');
                }
                text.append(Integer.toHexString(groups[i]));
            }
        }
        return text.toString();
    }

    /** A path ends at its first NUL (the rest is what was in memory); an abstract name begins with one. */
    private static @Nullable String path(byte[] bytes) {
        if (bytes.length == 2) {
            return null;
        }
        boolean isAbstract = bytes[2] == 0;
        int from = isAbstract ? 3 : 2;
        int to = from;
        while (to < bytes.length && bytes[to] != 0) {
            to++;
        }
        String path = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        return isAbstract ? path.isEmpty() ? null : "@" + path : path;
    }
}
