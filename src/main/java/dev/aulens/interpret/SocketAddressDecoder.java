package dev.aulens.interpret;

import dev.aulens.record.Text;
import org.jspecify.annotations.Nullable;

/** Decodes {@code saddr=}: a struct sockaddr in hex, numbers in the byte order of the host that wrote it. */
final class SocketAddressDecoder {

    private static final int LOCAL = 1;
    private static final int INET = 2;
    private static final int AX25 = 3;
    private static final int ATMPVC = 8;
    private static final int X25 = 9;
    private static final int INET6 = 10;
    private static final int NETLINK = 16;

    private static final int INET_SIZE = 16;
    private static final int INET6_SIZE = 28;
    private static final int NETLINK_SIZE = 12;
    private static final int ATMPVC_SIZE = 6;

    private final CodeTable families;
    private final String unnamed;

    SocketAddressDecoder(Edition edition) {
        families = edition.table("sockfamily");
        unnamed = edition == Edition.AUSEARCH_3 ? "sockaddr len too short" : "unnamed socket";
    }

    /** Writes the address in braces, or what is wrong with it. */
    void interpret(FieldValue value, TextBuffer out) {
        byte[] bytes = bytes(value);
        if (bytes.length < 1) {
            value.copyTo(out.append("malformed-host("));
            out.append(')');
            return;
        }
        int number = family(bytes, isLittleEndian(value));
        String family = families.name(number);
        if (family == null) {
            out.append("unknown-family(").append(number).append(')');
        } else if (number == LOCAL && bytes.length > 2) {
            int from = pathStart(bytes);
            out.append("{ saddr_fam=local path=")
                    .append(bytes, from, end(bytes, from))
                    .append(" }");
        } else {
            SocketAddress address = decode(bytes, number, family, isLittleEndian(value));
            out.append("{ ").append(address.text()).append(" }");
        }
    }

    /** Returns the address, null if the value is no hex or its family is not known. */
    @Nullable
    SocketAddress decode(FieldValue value) {
        byte[] bytes = bytes(value);
        if (bytes.length < 2) {
            return null;
        }
        int number = family(bytes, isLittleEndian(value));
        String family = families.name(number);
        return family == null ? null : decode(bytes, number, family, isLittleEndian(value));
    }

    private SocketAddress decode(byte[] bytes, int number, String family, boolean littleEndian) {
        return switch (number) {
            case LOCAL -> local(bytes, family);
            case INET ->
                bytes.length < INET_SIZE
                        ? new SocketAddress.Other(family, "sockaddr len too short")
                        : new SocketAddress.Inet(InternetAddress.v4(bytes, 4), port(bytes));
            case INET6 ->
                bytes.length < INET6_SIZE
                        ? new SocketAddress.Other(family, "sockaddr6 len too short")
                        : new SocketAddress.Inet6(
                                InternetAddress.v6(bytes, 8), number(bytes, 24, littleEndian), port(bytes));
            case NETLINK ->
                bytes.length < NETLINK_SIZE
                        ? new SocketAddress.Other(family, "len too short")
                        : new SocketAddress.Netlink(number(bytes, 4, littleEndian));
            case AX25 -> named(family, "call=", bytes, 7);
            case X25 -> named(family, "laddr=", bytes, 15);
            case ATMPVC ->
                bytes.length < ATMPVC_SIZE
                        ? new SocketAddress.Other(family, "sockaddr len too short")
                        : new SocketAddress.Other(family, "int=" + ((bytes[4] & 0xFF) | (bytes[5] & 0xFF) << 8));
            default -> new SocketAddress.Other(family, "(unsupported)");
        };
    }

    private SocketAddress local(byte[] bytes, String family) {
        if (bytes.length <= 2) {
            return new SocketAddress.Other(family, unnamed);
        }
        int from = pathStart(bytes);
        boolean isAbstract = bytes[2] == 0 && bytes.length > 3;
        return new SocketAddress.Local(Text.utf8(bytes, from, end(bytes, from)), isAbstract);
    }

    private static SocketAddress named(String family, String label, byte[] bytes, int length) {
        int from = 2;
        int to = Math.min(end(bytes, Math.min(from, bytes.length)), from + length);
        String name = to > from ? Text.utf8(bytes, from, to) : "";
        return new SocketAddress.Other(family, label + name);
    }

    private static byte[] bytes(FieldValue value) {
        int digits = value.hexDigits(0);
        byte[] bytes = new byte[digits / 2];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) value.hexByte(2 * i);
        }
        return bytes;
    }

    private static boolean isLittleEndian(FieldValue value) {
        Architecture architecture = value.event.architecture();
        return architecture == null || architecture.isLittleEndian();
    }

    private static int family(byte[] bytes, boolean littleEndian) {
        int first = bytes[0] & 0xFF;
        int second = bytes.length > 1 ? bytes[1] & 0xFF : 0;
        return littleEndian ? second << 8 | first : first << 8 | second;
    }

    private static int port(byte[] bytes) {
        return (bytes[2] & 0xFF) << 8 | (bytes[3] & 0xFF);
    }

    private static long number(byte[] bytes, int from, boolean littleEndian) {
        long number = 0;
        for (int i = 0; i < 4; i++) {
            int at = littleEndian ? from + 3 - i : from + i;
            number = number << 8 | (bytes[at] & 0xFF);
        }
        return number;
    }

    /** The name of an abstract socket begins with a NUL. */
    private static int pathStart(byte[] bytes) {
        return bytes[2] == 0 ? 3 : 2;
    }

    private static int end(byte[] bytes, int from) {
        int to = from;
        while (to < bytes.length && bytes[to] != 0) {
            to++;
        }
        return to;
    }
}
