package dev.aulens.document;

import com.fasterxml.jackson.core.SerializableString;
import dev.aulens.event.AuditEvent;
import dev.aulens.interpret.CodeTable;
import dev.aulens.interpret.InternetAddress;
import dev.aulens.interpret.Interpreter;
import dev.aulens.interpret.SocketAddress;
import dev.aulens.record.AuditRecord;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The other end: {@code source.*}, {@code destination.*} and {@code network.*}, from a socket's address or from what a
 * server's record says of its client. Scratch space, reused.
 */
final class NetworkFields {

    private static final SerializableString SOURCE = DocumentJson.name("source");
    private static final SerializableString DESTINATION = DocumentJson.name("destination");
    private static final SerializableString NETWORK = DocumentJson.name("network");
    private static final SerializableString ADDRESS = DocumentJson.name("address");
    private static final SerializableString IP = DocumentJson.name("ip");
    private static final SerializableString PORT = DocumentJson.name("port");
    private static final SerializableString DOMAIN = DocumentJson.name("domain");
    private static final SerializableString DIRECTION = DocumentJson.name("direction");
    private static final SerializableString INGRESS = DocumentJson.name("ingress");
    private static final SerializableString EGRESS = DocumentJson.name("egress");
    private static final SerializableString TYPE = DocumentJson.name("type");
    private static final SerializableString SOCKET = DocumentJson.name("socket");
    private static final SerializableString FAMILY = DocumentJson.name("family");
    private static final SerializableString ADDR = DocumentJson.name("addr");
    private static final SerializableString PATH = DocumentJson.name("path");

    private static final List<String> TERMINALS = List.of("pts", "tty", "/dev/pts", "/dev/tty");

    private final FieldTable.Known addr;
    private final FieldTable.Known hostname;
    private final FieldTable.Known terminal;
    private final FieldTable.Known laddr;
    private final FieldTable.Known lport;
    private final FieldTable.Known rport;
    private final FieldTable.Known saddr;
    private final FieldTable.Known daddr;
    private final FieldTable.Known sport;
    private final FieldTable.Known dport;

    private final End source = new End();
    private final End destination = new End();
    private final List<String> relatedIps = new ArrayList<>();
    private final Interpreter interpreter;
    private final CodeTable families = CodeTable.of("sockfamily");
    private @Nullable String family;
    private @Nullable String ip;
    private @Nullable String path;
    private long port;
    private @Nullable SerializableString direction;

    /** One end of a connection. */
    private static final class End {

        @Nullable
        String address;

        @Nullable
        String ip;

        @Nullable
        String domain;

        long port;

        void clear() {
            address = null;
            ip = null;
            domain = null;
            port = -1;
        }

        void set(String host, long hostPort) {
            if (InternetAddress.isValid(host)) {
                ip = host;
                address = host;
            } else {
                domain = host;
                address = address == null ? host : address;
            }
            port = hostPort;
        }

        void write(DocumentJson json, SerializableString place) {
            json.open(place);
            json.text(ADDRESS, address);
            json.text(IP, ip);
            json.text(DOMAIN, domain);
            if (port >= 0) {
                json.number(PORT, port);
            }
            json.close();
        }
    }

    NetworkFields(FieldTable table, Interpreter interpreter) {
        this.interpreter = interpreter;
        addr = table.get("addr");
        hostname = table.get("hostname");
        terminal = table.get("terminal");
        laddr = table.get("laddr");
        lport = table.get("lport");
        rport = table.get("rport");
        saddr = table.get("saddr");
        daddr = table.get("daddr");
        sport = table.get("sport");
        dport = table.get("dport");
    }

    /** Takes the addresses of an event in place of those of the last. */
    void load(AuditEvent event, EventFields fields, SystemCall call) {
        source.clear();
        destination.clear();
        relatedIps.clear();
        family = null;
        ip = null;
        path = null;
        port = -1;
        direction = null;
        SocketAddress socket = null;
        for (AuditRecord record : fields.addresses()) {
            socket = socket == null ? interpreter.socketAddress(event, record) : socket;
        }
        if (socket != null) {
            loadSocket(socket);
            loadEnds(call.name());
        } else {
            loadPeer(fields);
        }
        relate(source.ip);
        relate(destination.ip);
    }

    private void loadSocket(SocketAddress socket) {
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

    private void loadEnds(@Nullable String call) {
        End end;
        switch (call == null ? "" : call) {
            case "connect", "sendto", "sendmsg", "sendmmsg", "send" -> {
                end = destination;
                direction = EGRESS;
            }
            case "accept", "accept4", "recvfrom", "recvmsg", "recvmmsg", "recvmmsg_time64", "recv" -> {
                end = source;
                direction = INGRESS;
            }
            default -> {
                return;
            }
        }
        end.ip = ip;
        end.address = ip != null ? ip : path;
        end.port = port;
    }

    private void loadPeer(EventFields fields) {
        set(source, fields, addr, rport);
        set(source, fields, saddr, sport);
        String name = fields.plain(hostname);
        if (name != null && !name.equals(source.address) && !isOwnName(fields)) {
            source.set(name, source.port);
        }
        set(destination, fields, laddr, lport);
        set(destination, fields, daddr, dport);
    }

    /**
     * libaudit writes the machine's own name for a program at a terminal that names no host (_get_hostname in
     * lib/audit_logging.c). That is not where the user came from.
     */
    private boolean isOwnName(EventFields fields) {
        String at = fields.plain(terminal);
        return at != null && fields.plain(addr) == null && TERMINALS.stream().anyMatch(at::startsWith);
    }

    private static void set(End end, EventFields fields, FieldTable.Known host, FieldTable.Known port) {
        String value = fields.plain(host);
        if (value != null) {
            int at = fields.first(port);
            long number = at == 0 ? -1 : Values.wholeNumber(fields.record(at), fields.field(at));
            end.set(value, number == Values.NONE ? -1 : number);
        }
    }

    private void relate(@Nullable String ip) {
        if (ip != null && !relatedIps.contains(ip)) {
            relatedIps.add(ip);
        }
    }

    void write(DocumentJson json) {
        source.write(json, SOURCE);
        destination.write(json, DESTINATION);
        json.open(NETWORK);
        if (direction != null) {
            json.constant(DIRECTION, direction);
        }
        if (ip != null) {
            json.text(TYPE, family);
        }
        json.close();
    }

    /** Writes {@code auditd.data.socket}. */
    void writeSocket(DocumentJson json) {
        json.open(SOCKET);
        json.text(FAMILY, family);
        json.text(ADDR, ip);
        if (port >= 0) {
            json.number(PORT, port);
        }
        json.text(PATH, path);
        json.close();
    }

    /** Writes {@code related.ip}. */
    void writeRelated(DocumentJson json) {
        json.openArray(IP);
        for (String ip : relatedIps) {
            json.element(ip);
        }
        json.close();
    }

    /** Returns the address or path of the event's socket, null if it has none. */
    @Nullable
    String socketAddress() {
        return ip != null ? ip : path;
    }

    /** Returns the port of the event's socket, null if it has none. */
    @Nullable
    String socketPort() {
        return port >= 0 ? Long.toString(port) : null;
    }

    /** Returns the address that the event came from, null if none is known. */
    @Nullable
    String origin() {
        return source.address;
    }
}
