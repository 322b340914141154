package dev.aulens.document;

import com.fasterxml.jackson.core.SerializableString;
import dev.aulens.interpret.CodeTable;
import dev.aulens.interpret.SocketAddress;
import org.jspecify.annotations.Nullable;

/** The socket whose address an event records: {@code auditd.data.socket}. Scratch space, reused. */
final class Socket {

    private static final SerializableString SOCKET = DocumentJson.name("socket");
    private static final SerializableString FAMILY = DocumentJson.name("family");
    private static final SerializableString ADDR = DocumentJson.name("addr");
    private static final SerializableString PORT = DocumentJson.name("port");
    private static final SerializableString PATH = DocumentJson.name("path");

    private static final char ABSTRACT = '@';

    private final CodeTable families = CodeTable.of("sockfamily");
    private @Nullable String family;
    private @Nullable String ip;
    private @Nullable String path;
    private boolean isAbstract;
    private long port;

    /** Takes an address in place of the last; null: the event has none. */
    void load(@Nullable SocketAddress socket) {
        family = null;
        ip = null;
        path = null;
        isAbstract = false;
        port = End.NO_PORT;
        if (socket != null) {
            take(socket);
        }
    }

    private void take(SocketAddress socket) {
        if (socket instanceof SocketAddress.Inet inet) {
            family = "ipv4";
            ip = inet.address();
            port = inet.port();
        } else if (socket instanceof SocketAddress.Inet6 inet6) {
            family = "ipv6";
            ip = inet6.address();
            port = inet6.port();
        } else if (socket instanceof SocketAddress.Local local) {
            family = "unix";
            path = local.path();
            isAbstract = local.isAbstract() && !local.path().isEmpty();
        } else if (socket instanceof SocketAddress.Netlink) {
            family = "netlink";
        } else {
            family = familyName(socket.family());
        }
    }

    /** Elastic's schema has names for four families, and the number of others as text. */
    private String familyName(String name) {
        return switch (name) {
            case "inet" -> "ipv4";
            case "inet6" -> "ipv6";
            case "local" -> "unix";
            case "netlink" -> name;
            default -> {
                long number = families.code(name);
                yield number < 0 ? name : Long.toString(number);
            }
        };
    }

    void write(DocumentJson json) {
        json.open(SOCKET);
        json.text(FAMILY, family);
        json.text(ADDR, ip);
        if (port >= 0) {
            json.number(PORT, port);
        }
        json.text(PATH, path);
        json.close();
    }

    /** Returns the family in the words of Elastic's schema, null if the event has no socket. */
    @Nullable
    String family() {
        return family;
    }

    /** Returns the IP address, null if the socket has none. */
    @Nullable
    String ip() {
        return ip;
    }

    /** Returns the port, {@link End#NO_PORT} if the socket has none. */
    long port() {
        return port;
    }

    /** Returns the address or path, a name that is no file's after {@code @}; null if there is none. */
    @Nullable
    String address() {
        return ip != null ? ip : isAbstract ? ABSTRACT + path : path;
    }
}
