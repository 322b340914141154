package dev.aulens.record;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns a line into a record.
 *
 * <pre>
 *   line = [ envelope ] [ "node=" node " " ] "type=" type " " [ "msg=" ] "audit(" time [ ":" serial ] ")" body
 *   time = seconds [ "." milliseconds ]  |  a local date and time, as {@code ausearch -i} prints it
 * </pre>
 *
 * The kernel's own log has {@code type=1400 audit(...)} without {@code msg=}. The envelope is whatever stands before:
 * a syslog or printk header. The host that it names is not read: copies of one record come with and without a header,
 * and they must be the same event.
 *
 * <p>Not for use by several threads at once: it keeps scratch space and the names that it has seen.
 */
public final class RecordParser {

    private static final byte[] TYPE = ascii("type=");
    private static final byte[] NODE = ascii("node=");
    private static final byte[] HOST = ascii("host=");
    private static final byte[] AUDIT = ascii("audit(");
    private static final byte[] GLUED_MESSAGE = ascii("msg=");
    private static final byte[] SEPARATOR = ascii("----");
    private static final byte[] TIME_SEPARATOR = ascii("time->");
    private static final long LAST_SECOND = 253_402_300_799L; // of the year 9999
    private static final int MOST_TYPES = 1024;
    private static final long LAST_SERIAL = 0xFFFF_FFFFL;

    private final RecordTypes types;
    private final ZoneId zone;
    private final InterpretedTime dates;
    private final @Nullable String host;
    private final RecordScanner scanner = new RecordScanner();

    private final FieldNames typeNames = new FieldNames();
    private final Map<String, RecordType> typesByName = new HashMap<>();
    private byte[] lastNodeName = new byte[0];
    private @Nullable String lastNode;
    private @Nullable EventId lastId;

    /**
     * @param types the known record types
     * @param zone where the dates of {@code ausearch -i} output are local; records with seconds do not need it
     */
    public RecordParser(RecordTypes types, ZoneId zone) {
        this(types, zone, null);
    }

    /**
     * @param types the known record types
     * @param zone where the dates of {@code ausearch -i} output are local; records with seconds do not need it
     * @param host the node of records that name none themselves; null: they have none
     */
    public RecordParser(RecordTypes types, ZoneId zone, @Nullable String host) {
        this.types = types;
        this.zone = zone;
        this.dates = new InterpretedTime(zone);
        this.host = host;
    }

    /**
     * Returns a parser with the same settings for other lines. What the dates of one input say about their order is
     * kept for its later lines, so lines of elsewhere must not come in between.
     */
    public RecordParser anew() {
        return new RecordParser(types, zone, host);
    }

    /**
     * Parses the line between {@code from} and {@code end}, without its line feed. The bytes are copied, but for a
     * carriage return at the end and for an end without enriched names, which {@code ausearch --raw} puts to records.
     *
     * @param origin where the line was read
     */
    public ParsedLine parse(byte[] buffer, int from, int end, AuditRecord.Origin origin) {
        int to = RecordScanner.trimEnd(buffer, from, end);
        int first = from;
        while (first < to && RecordScanner.isBlank(buffer[first])) {
            first++;
        }
        if (first == to) {
            return new ParsedLine.Blank();
        }
        if (isSeparator(buffer, first, to)) {
            return new ParsedLine.Separator();
        }
        int audit = indexOf(buffer, AUDIT, first, to);
        if (audit < 0) {
            return withoutId(buffer, first, to);
        }
        return withId(buffer, from, first, audit, to, origin);
    }

    private static ParsedLine withoutId(byte[] buffer, int from, int to) {
        if (buffer[from] == '{') {
            return new ParsedLine.Malformed("no record in JSON; journalctl leaves out long messages without --all");
        }
        return switch (Envelope.writer(buffer, from, to)) {
            case NONE -> new ParsedLine.Malformed("no audit(time:serial)");
            case AUDIT ->
                new ParsedLine.Malformed(
                        "no audit(time:serial); of a journal, take the output of journalctl -o export");
            case OTHER -> new ParsedLine.OtherProgram();
        };
    }

    /** Parses a line whose text begins at {@code first} and that has {@code audit(} at {@code audit}. */
    private ParsedLine withId(byte[] buffer, int from, int first, int audit, int to, AuditRecord.Origin origin) {
        int type = startOfType(buffer, first, audit);
        if (type < 0) {
            return new ParsedLine.Malformed("no type= before audit(");
        }
        int idFrom = audit + AUDIT.length;
        int idTo = indexOf(buffer, (byte) ')', idFrom, to);
        if (idTo < 0) {
            return new ParsedLine.Malformed("no closing parenthesis after audit(");
        }
        int colon = lastIndexOf(buffer, (byte) ':', idFrom, idTo);
        long serial = colon < 0 ? 0 : number(buffer, colon + 1, idTo);
        if (serial < 0 || serial > LAST_SERIAL) {
            return new ParsedLine.Malformed("the serial number is not a number from 0 to 4294967295");
        }
        boolean numeric = isNumericTime(buffer, idFrom, idTo);
        int timeTo = colon < 0 ? idTo : colon;
        OptionalLong millis = numeric
                ? numericTime(buffer, idFrom, timeTo)
                : dates.parse(Text.utf8(buffer, idFrom, timeTo), origin.source());
        if (millis.isEmpty()) {
            return new ParsedLine.Malformed("the time is neither seconds.milliseconds nor a known date");
        }
        int node = startOfNode(buffer, first, type);
        String nodeName = node < 0 ? host : nodeName(buffer, node + NODE.length, type);
        EventId id = id(nodeName, millis.getAsLong(), serial);
        byte[] line = Arrays.copyOfRange(buffer, from, to);
        scanner.start = (node < 0 ? type : node) - from;
        scanner.body = idTo + 1 - from;
        scanner.interpreted = !numeric;
        scanner.type = typeAt(buffer, type + TYPE.length, audit);
        scanner.scan(line);
        return new AuditRecord(scanner, line, id, numeric ? Set.of() : doubts(line), origin);
    }

    /** Records of one event mostly follow each other: they have one id, and whoever compares theirs is done at once. */
    private EventId id(@Nullable String node, long millis, long serial) {
        EventId last = lastId;
        if (last == null || serial != last.serial() || millis != last.millis() || !Objects.equals(node, last.node())) {
            last = new EventId(node, millis, serial);
            lastId = last;
        }
        return last;
    }

    private Set<Doubt> doubts(byte[] line) {
        EnumSet<Doubt> doubts = EnumSet.noneOf(Doubt.class);
        if (scanner.uncertainEnd) {
            doubts.add(Doubt.END);
        }
        if (dates.isDoubtful()) {
            doubts.add(Doubt.DATE);
        }
        if (hasOctalEscape(line, scanner.body)) {
            doubts.add(Doubt.CONTROL_CHARACTERS);
        }
        return doubts.isEmpty() ? Set.of() : Collections.unmodifiableSet(doubts);
    }

    private static boolean hasOctalEscape(byte[] line, int from) {
        for (int i = from; i + 3 < line.length; i++) {
            if (line[i] == '\\' && isOctal(line[i + 1]) && isOctal(line[i + 2]) && isOctal(line[i + 3])) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOctal(byte b) {
        return b >= '0' && b <= '7';
    }

    private RecordType typeAt(byte[] buffer, int from, int audit) {
        int to = from;
        while (to < audit
                && buffer[to] != ' '
                && !(buffer[to] == 'm' && startsWith(buffer, to, audit, GLUED_MESSAGE))) {
            to++;
        }
        String name = typeNames.get(buffer, from, to);
        RecordType type = typesByName.get(name);
        if (type == null) {
            type = types.ofRecord(name);
            if (type.number() != RecordType.UNKNOWN && typesByName.size() < MOST_TYPES) {
                typesByName.put(name, type);
            }
        }
        return type;
    }

    private @Nullable String nodeName(byte[] buffer, int from, int limit) {
        int to = from;
        while (to < limit && buffer[to] != ' ') {
            to++;
        }
        if (lastNode == null || !Arrays.equals(buffer, from, to, lastNodeName, 0, lastNodeName.length)) {
            lastNodeName = Arrays.copyOfRange(buffer, from, to);
            lastNode = Text.utf8(buffer, from, to);
        }
        return lastNode.isEmpty() ? host : lastNode;
    }

    /** Returns where the last {@code type=} at the beginning of a word stands, -1 if there is none. */
    private static int startOfType(byte[] buffer, int from, int to) {
        if (startsWith(buffer, from, to, TYPE)) {
            return from;
        }
        for (int i = to - TYPE.length; i > from; i--) {
            if (buffer[i - 1] == ' ' && startsWith(buffer, i, to, TYPE)) {
                return i;
            }
        }
        return -1;
    }

    /** Returns where the node stands before the type, or -1. */
    private static int startOfNode(byte[] buffer, int from, int type) {
        for (int i = from; i < type; i++) {
            boolean word = i == from || buffer[i - 1] == ' ';
            if (word && isNode(buffer, i, type)) {
                return i;
            }
        }
        return -1;
    }

    /** Tells whether {@code node=} or the {@code host=} of old setroubleshoot logs stands at {@code at}. */
    static boolean isNode(byte[] bytes, int at, int to) {
        return startsWith(bytes, at, to, NODE) || startsWith(bytes, at, to, HOST);
    }

    private static boolean isNumericTime(byte[] buffer, int from, int to) {
        for (int i = from; i < to; i++) {
            byte b = buffer[i];
            if ((b < '0' || b > '9') && b != '.' && b != ':') {
                return false;
            }
        }
        return to > from && indexOf(buffer, (byte) ':', from, to) == lastIndexOf(buffer, (byte) ':', from, to);
    }

    private static OptionalLong numericTime(byte[] buffer, int from, int to) {
        int dot = indexOf(buffer, (byte) '.', from, to);
        long seconds = number(buffer, from, dot < 0 ? to : dot);
        long milliseconds = dot < 0 ? 0 : number(buffer, dot + 1, to);
        if (seconds < 0 || seconds > LAST_SECOND || milliseconds < 0 || milliseconds > 999) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(seconds * 1000 + milliseconds);
    }

    /** Returns the value of the digits, -1 if there is none, something else than digits, or more than 15. */
    private static long number(byte[] buffer, int from, int to) {
        if (from >= to || to - from > 15) {
            return -1;
        }
        long value = 0;
        for (int i = from; i < to; i++) {
            int digit = buffer[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private static boolean isSeparator(byte[] buffer, int from, int to) {
        if (startsWith(buffer, from, to, TIME_SEPARATOR)) {
            return true;
        }
        if (!startsWith(buffer, from, to, SEPARATOR)) {
            return false;
        }
        for (int i = from + SEPARATOR.length; i < to; i++) {
            if (!RecordScanner.isBlank(buffer[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean startsWith(byte[] buffer, int at, int to, byte[] wanted) {
        return to - at >= wanted.length && Arrays.equals(buffer, at, at + wanted.length, wanted, 0, wanted.length);
    }

    private static int indexOf(byte[] buffer, byte[] wanted, int from, int to) {
        for (int i = from; i <= to - wanted.length; i++) {
            if (buffer[i] == wanted[0] && startsWith(buffer, i, to, wanted)) {
                return i;
            }
        }
        return -1;
    }

    private static int indexOf(byte[] buffer, byte wanted, int from, int to) {
        for (int i = from; i < to; i++) {
            if (buffer[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    private static int lastIndexOf(byte[] buffer, byte wanted, int from, int to) {
        for (int i = to - 1; i >= from; i--) {
            if (buffer[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }
}
