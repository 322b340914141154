package dev.aulens.document;

import com.fasterxml.jackson.core.SerializableString;
import dev.aulens.event.AuditEvent;
import dev.aulens.interpret.Interpreter;
import dev.aulens.interpret.SocketAddress;
import dev.aulens.record.AuditRecord;
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
    private static final SerializableString IP = DocumentJson.name("ip");
    private static final SerializableString DIRECTION = DocumentJson.name("direction");
    private static final SerializableString INGRESS = DocumentJson.name("ingress");
    private static final SerializableString EGRESS = DocumentJson.name("egress");
    private static final SerializableString TYPE = DocumentJson.name("type");

    private static final List<String> TERMINALS = List.of("pts", "tty", "/dev/pts", "/dev/tty");

    private static final String PREFIX_LENGTH = "_prefixlen";

    private final ByRecordType<Ends> ends = Ends.load();
    private final End source = new End();
    private final End destination = new End();
    private final DistinctTexts relatedIps = new DistinctTexts();
    private final Interpreter interpreter;
    private final Socket socket = new Socket();
    private @Nullable SerializableString direction;

    NetworkFields(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /** Takes the addresses of an event in place of those of the last. */
    void load(AuditEvent event, EventFields fields, SystemCall call) {
        source.clear();
        destination.clear();
        relatedIps.clear();
        direction = null;
        SocketAddress found = null;
        for (AuditRecord record : fields.addresses()) {
            found = found == null ? interpreter.socketAddress(event, record) : found;
        }
        socket.load(found);
        if (found != null) {
            loadEnds(call.meaning());
        } else {
            loadPeers(fields);
        }
        relatedIps.add(source.ip);
        relatedIps.add(destination.ip);
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
        end.ip = socket.ip();
        end.address = socket.address();
        end.port = socket.port();
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
            source.setName(record.value(name));
        }
        if (destination.address == null) {
            set(destination, record, find(record, fields.destination(), from), fields.destinationPort());
        }
        for (String either : fields.either()) {
            int at = record.find(either);
            relatedIps.add(at < 0 ? null : End.ipOf(record.value(at)));
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
        end.set(record.value(host), number == Values.NONE ? End.NO_PORT : number);
    }

    void write(DocumentJson json) {
        source.write(json, SOURCE);
        destination.write(json, DESTINATION);
        json.open(NETWORK);
        if (direction != null) {
            json.constant(DIRECTION, direction);
        }
        if (socket.ip() != null) {
            json.text(TYPE, socket.family());
        }
        json.close();
    }

    /** Writes {@code related.ip}. */
    void writeRelated(DocumentJson json) {
        json.texts(IP, relatedIps.list());
    }

    /** Returns the socket whose address the event records. */
    Socket socket() {
        return socket;
    }

    /** Returns the address that the event came from, null if none is known. */
    @Nullable
    String origin() {
        return source.address;
    }
}
