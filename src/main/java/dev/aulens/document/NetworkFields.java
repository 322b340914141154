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
import java.util.Locale;
import java.util.Set;
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

    private static final Set<String> NO_HOST = Set.of("none", "unknown", "unset");
    private static final char ABSTRACT = '@';
    private static final String PREFIX_LENGTH = "_prefixlen";

    private final ByRecordType<Ends> ends = Ends.load();
    private final End source = new End();
    private final End destination = new End();
    private final List<String> relatedIps = new ArrayList<>();
    private final Interpreter interpreter;
    private final CodeTable families = CodeTable.of("sockfamily");
    private @Nullable String family;
    private @Nullable String ip;
    private @Nullable String path;
    private boolean isAbstract;
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
            String valid = ipOf(host);
            if (valid != null) {
                ip = valid;
                address = valid;
                port = hostPort;
            } else if (isHostName(host)) {
                domain = host;
                address = host;
                port = hostPort;
            }
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

    NetworkFields(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /** Takes the addresses of an event in place of those of the last. */
    void load(AuditEvent event, EventFields fields, SystemCall call) {
        source.clear();
        destination.clear();
        relatedIps.clear();
        family = null;
        ip = null;
        path = null;
        isAbstract = false;
        port = -1;
        direction = null;
        SocketAddress socket = null;
        for (AuditRecord record : fields.addresses()) {
            socket = socket == null ? interpreter.socketAddress(event, record) : socket;
        }
        if (socket != null) {
            loadSocket(socket);
            loadEnds(call.meaning());
        } else {
            loadPeers(fields);
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
        end.address = socketAddress();
        end.port = port;
    }

    private void loadPeers(EventFields fields) {
        List<AuditRecord> records = fields.others();
        for (int i = 0; i < records.size(); i++) {
            Ends fieldsOfEnds = ends.of(records.get(i).type());
            if (fieldsOfEnds != null) {
                loadPeers(records.get(i), fieldsOfEnds);
            }
        }
    }

    private void loadPeers(AuditRecord record, Ends fields) {
        int from = source.address == null ? find(record, fields.source(), -1) : -1;
        set(source, record, from, fields.sourcePort());
        int name = find(record, fields.name(), -1);
        if (name >= 0 && !isOwnName(record, from)) {
            setName(source, record.value(name));
        }
        if (destination.address == null) {
            set(destination, record, find(record, fields.destination(), from), fields.destinationPort());
        }
        for (String either : fields.either()) {
            int at = record.find(either);
            relate(at < 0 ? null : ipOf(record.value(at)));
        }
    }

    /** Returns the index of the first of these fields that says something and is not {@code other}, -1 if there is none. */
    private static int find(AuditRecord record, List<String> alternatives, int other) {
        for (int i = 0; i < alternatives.size(); i++) {
            int at = record.find(alternatives.get(i));
            if (at >= 0 && at != other && !Values.saysNothing(record, at)) {
                return at;
            }
        }
        return -1;
    }

    /**
     * libaudit writes the machine's own name for a program at a terminal that names no host (_get_hostname in
     * lib/audit_logging.c). That is not where the user came from.
     */
    private static boolean isOwnName(AuditRecord record, int address) {
        String at = record.get("terminal");
        return at != null && address < 0 && TERMINALS.stream().anyMatch(at::startsWith);
    }

    /** Sets an end; a network's address, which has the length of its prefix beside it, is none. */
    private static void set(End end, AuditRecord record, int host, List<String> portField) {
        if (host < 0 || record.find(record.name(host) + PREFIX_LENGTH) >= 0) {
            return;
        }
        int at = find(record, portField, -1);
        long number = at < 0 ? Values.NONE : Values.wholeNumber(record, at);
        end.set(record.value(host), number == Values.NONE ? -1 : number);
    }

    private static void setName(End end, String host) {
        if (end.address == null) {
            end.set(host, -1);
        } else if (end.domain == null && ipOf(host) == null && isHostName(host)) {
            end.domain = host;
        }
    }

    /** Returns the address without its zone or its port, null if the text is none. */
    private static @Nullable String ipOf(String text) {
        if (InternetAddress.isValid(text)) {
            return text;
        }
        int zone = text.indexOf('%');
        int colon = text.indexOf(':');
        int end = zone >= 0 ? zone : colon == text.lastIndexOf(':') ? colon : -1;
        String address = end < 0 ? "" : text.substring(0, end);
        return InternetAddress.isValid(address) ? address : null;
    }

    /** Returns whether a text can be a host's name (RFC 1123, and the underscore of many): no path, no {@code @name}. */
    private static boolean isHostName(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c > 127;
            boolean isOther = (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
            if (!isLetter && !isOther) {
                return false;
            }
        }
        return !NO_HOST.contains(text.toLowerCase(Locale.ROOT));
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

    /** Returns the address or path of the event's socket, a name that is no file's after {@code @}; null if it has none. */
    @Nullable
    String socketAddress() {
        return ip != null ? ip : isAbstract ? ABSTRACT + path : path;
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
