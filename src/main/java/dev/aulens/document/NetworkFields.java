package dev.aulens.document;

import com.fasterxml.jackson.core.SerializableString;
import dev.aulens.record.AuditRecord;
import java.io.IOException;
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

    private final FieldTable.Known addr;
    private final FieldTable.Known hostname;
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
    private @Nullable SocketAddress socket;
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
            if (Addresses.isIp(host)) {
                ip = host;
                address = host;
            } else {
                domain = host;
                address = address == null ? host : address;
            }
            port = hostPort;
        }

        void write(DocumentJson json, SerializableString place) throws IOException {
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

    NetworkFields(FieldTable table) {
        addr = table.get("addr");
        hostname = table.get("hostname");
        laddr = table.get("laddr");
        lport = table.get("lport");
        rport = table.get("rport");
        saddr = table.get("saddr");
        daddr = table.get("daddr");
        sport = table.get("sport");
        dport = table.get("dport");
    }

    /** Takes the addresses of an event in place of those of the last. */
    void load(EventFields fields, SystemCall call) {
        source.clear();
        destination.clear();
        relatedIps.clear();
        socket = null;
        direction = null;
        for (AuditRecord record : fields.addresses()) {
            socket = socket == null ? SocketAddress.of(record, call.architecture()) : socket;
        }
        if (socket != null) {
            loadSocket(socket, call.name());
        } else {
            loadPeer(fields);
        }
        relate(source.ip);
        relate(destination.ip);
    }

    private void loadSocket(SocketAddress from, @Nullable String call) {
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
        end.ip = from.ip();
        end.address = from.ip() != null ? from.ip() : from.path();
        end.port = from.port();
    }

    private void loadPeer(EventFields fields) {
        set(source, fields, addr, rport);
        set(source, fields, saddr, sport);
        String name = fields.plain(hostname);
        if (name != null && !name.equals(source.address)) {
            source.set(name, source.port);
        }
        set(destination, fields, laddr, lport);
        set(destination, fields, daddr, dport);
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

    void write(DocumentJson json) throws IOException {
        source.write(json, SOURCE);
        destination.write(json, DESTINATION);
        json.open(NETWORK);
        if (direction != null) {
            json.constant(DIRECTION, direction);
        }
        SocketAddress address = socket;
        if (address != null && address.ip() != null) {
            json.text(TYPE, address.family());
        }
        json.close();
    }

    /** Writes {@code auditd.data.socket}. */
    void writeSocket(DocumentJson json) throws IOException {
        SocketAddress address = socket;
        if (address == null) {
            return;
        }
        json.open(SOCKET);
        json.text(FAMILY, address.family());
        json.text(ADDR, address.ip());
        if (address.port() >= 0) {
            json.number(PORT, address.port());
        }
        json.text(PATH, address.path());
        json.close();
    }

    /** Writes {@code related.ip}. */
    void writeRelated(DocumentJson json) throws IOException {
        json.openArray(IP);
        for (String ip : relatedIps) {
            json.element(ip);
        }
        json.close();
    }

    /** Returns the socket's address, null if the event has none. */
    @Nullable
    SocketAddress socket() {
        return socket;
    }

    /** Returns the address that the event came from, null if none is known. */
    @Nullable
    String origin() {
        return source.address;
    }
}
