package dev.aulens.record;

import dev.aulens.ByteBlocks;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the fields of one record. Mutable scratch space of a {@link RecordParser}, reused from line to line.
 *
 * <p>The grammar, from what the kernel and user space really print (kernel/audit.c, libaudit's audit_log_user_*):
 *
 * <pre>
 *   body   = { word | field } [ GS { NAME=value } ]
 *   field  = name "=" value        name: anything up to "="; a leading "(" is dropped
 *   value  = "..." | '...' | { ... } | characters up to a blank
 * </pre>
 *
 * {@code msg='...'} holds fields of its own, which count as the record's. Punctuation behind an unquoted value (old
 * PAM records write {@code (hostname=?, addr=?, res=success)'}) is not part of it. Words without {@code =} are left to
 * the record's text. The enriched names begin at the byte 0x1D; copies of a log lose it, turn it into a blank or into
 * syslog's {@code #035}, so a name that only auditd appends begins them too.
 */
final class RecordScanner {

    private static final long BLANKS = ByteBlocks.of(' ');
    private static final long EQUALS_SIGNS = ByteBlocks.of('=');
    private static final long BRACKETS = ByteBlocks.of('(');
    private static final byte[] NESTED_MESSAGE = {'m', 's', 'g'};
    private static final byte[] ESCAPED_SEPARATOR = {'#', '0', '3', '5'};

    /** The names that auditd appends (auditd's enrich code): longest first where one ends like another. */
    private static final Set<String> ENRICHED_NAMES = Set.of(
            "ARCH",
            "SYSCALL",
            "AUID",
            "UID",
            "GID",
            "EUID",
            "SUID",
            "FSUID",
            "EGID",
            "SGID",
            "FSGID",
            "OUID",
            "OGID",
            "OAUID",
            "SADDR",
            "ID",
            "OBJ_UID",
            "OBJ_GID",
            "SAUID",
            "OLD-AUID",
            "NEW_GID",
            "IUID",
            "IGID",
            "INODE_UID",
            "INODE_GID");

    private static final int LONGEST_ENRICHED_NAME = 9;

    private static final int TYPES = 256;

    private final FieldNames fieldNames = new FieldNames();
    private final FieldOrders orders = new FieldOrders();
    private final PrintedTexts texts = PrintedTexts.load();

    int start;
    int body;
    int tail;
    boolean interpreted;
    boolean uncertainEnd;
    RecordType type = new RecordType("", RecordType.UNKNOWN);
    String[] names = new String[64];
    int[] spans = new int[128];
    int count;
    int fieldCount;

    /** The order of the last record of each type: the next one mostly has the same, so its names need no search. */
    private final @Nullable FieldOrder[] expectedOrders = new @Nullable FieldOrder[TYPES];

    private FieldOrder expected = FieldOrder.NONE;
    private int place;
    private boolean asExpected;

    private byte[] bytes = new byte[0];
    private int end;

    /** Returns where the line ends that may have a carriage return, or the byte 0x1D without names behind it. */
    static int trimEnd(byte[] line, int from, int end) {
        int to = end > from && line[end - 1] == '\r' ? end - 1 : end;
        return to > from && line[to - 1] == AuditRecord.GROUP_SEPARATOR ? to - 1 : to;
    }

    /** Finds all fields of {@code line} behind the id; what a line says before it ({@code type} and others) is set. */
    void scan(byte[] line) {
        bytes = line;
        end = line.length;
        count = 0;
        uncertainEnd = false;
        tail = end;
        FieldOrder last = interpreted ? null : expectedOrders[type.number() & (TYPES - 1)];
        expected = last == null ? FieldOrder.NONE : last;
        place = 0;
        asExpected = true;
        int limit = indexOf(AuditRecord.GROUP_SEPARATOR, body);
        int at = body;
        while (at < limit) {
            at = field(at, limit);
        }
        fieldCount = count;
        if (limit < end) {
            tail = Math.min(tail, limit);
        }
        asExpected &= place == expected.fieldCount();
        at = tail;
        while (at < end) {
            at = enrichedName(at);
        }
    }

    /** Returns the names that were found. */
    FieldOrder order() {
        if (asExpected && count == expected.size()) {
            return expected;
        }
        FieldOrder order = orders.get(names, count, fieldCount);
        if (!interpreted) {
            expectedOrders[type.number() & (TYPES - 1)] = order;
        }
        return order;
    }

    /** Consumes a word or a field at {@code at}; returns where the next one may begin. */
    private int field(int at, int limit) {
        int from = at;
        while (from < limit && isPunctuation(bytes[from])) {
            from++;
        }
        int equals = place < expected.fieldCount() ? expected.endOfName(place, bytes, from, limit) : -1;
        if (equals < 0) {
            return unexpectedField(from, limit);
        }
        int value = equals + 1;
        if (isNestedMessage(from, equals, value, limit)) {
            asExpected = false;
            return value + 1;
        }
        return addField(expected.name(place++), value, limit);
    }

    private int unexpectedField(int from, int limit) {
        int equals = from;
        while (equals < limit && bytes[equals] != '=' && bytes[equals] != ' ') {
            equals++;
        }
        if (equals >= limit || bytes[equals] == ' ' || equals == from) {
            return equals + 1;
        }
        int enriched = isEscapedSeparator(from) ? from + ESCAPED_SEPARATOR.length : from;
        if (enriched < equals && isEnrichedName(enriched, equals)) {
            tail = enriched;
            return limit;
        }
        int value = equals + 1;
        if (isNestedMessage(from, equals, value, limit)) {
            return value + 1;
        }
        String name = fieldNames.get(bytes, from, equals);
        place = expected.find(name) + 1;
        asExpected = false;
        return addField(name, value, limit);
    }

    private int addField(String name, int value, int limit) {
        PrintedTexts.Follower follower = interpreted ? texts.follower(type, name) : null;
        int to = follower == null ? valueEnd(value, limit) : textEnd(follower, value, limit);
        add(name, value, to);
        return tail < end ? limit : to;
    }

    private int valueEnd(int value, int limit) {
        if (value >= limit) {
            return limit;
        }
        byte first = bytes[value];
        if (first == '"' || first == '\'') {
            int close = indexOf(first, value + 1, limit);
            if (close < limit) {
                return close + 1;
            }
        }
        if (first == '{') {
            int close = indexOf((byte) '}', value, limit);
            if (close < limit) {
                return close + 1;
            }
        }
        int mark = indexOfMark(value, limit);
        if (mark == limit || bytes[mark] == ' ') {
            return trimEnd(value, mark, false);
        }
        int to = indexOf((byte) ' ', mark, limit);
        return trimPunctuation(value, interpreted ? to : gluedTail(value, to));
    }

    /** A text of {@code ausearch -i} may hold blanks: it ends before the first name that may follow. */
    private int textEnd(PrintedTexts.Follower follower, int value, int limit) {
        int blank = follower.any() || !follower.names().isEmpty() ? nextName(follower, value, limit) : limit;
        boolean doubtful = follower.any()
                ? indexOf((byte) ' ', value, blank) < blank && blank < limit
                : blank < limit && isRepeated(blank + 1, limit);
        uncertainEnd |= doubtful;
        if (follower.any()) {
            return trimPunctuation(value, blank);
        }
        return blank == limit && blank > value && bytes[blank - 1] == ' ' ? blank - 1 : blank;
    }

    /** Tells whether the name that begins at {@code at} stands again behind it. */
    private boolean isRepeated(int at, int limit) {
        int length = indexOf((byte) '=', at, limit) + 1 - at;
        for (int i = at + length; i + length <= limit; i++) {
            if (bytes[i - 1] == ' ' && Arrays.equals(bytes, i, i + length, bytes, at, at + length)) {
                return true;
            }
        }
        return false;
    }

    /** Returns where the blank before a name stands that may follow, {@code limit} if there is none. */
    private int nextName(PrintedTexts.Follower follower, int from, int limit) {
        int blank = indexOf((byte) ' ', from, limit);
        while (blank < limit && !isNameAt(follower, blank + 1, limit)) {
            blank = indexOf((byte) ' ', blank + 1, limit);
        }
        return blank;
    }

    private boolean isNameAt(PrintedTexts.Follower follower, int at, int limit) {
        int from = at < limit && follower.any() && bytes[at] == '(' ? at + 1 : at;
        int i = from;
        while (i < limit && isNameCharacter(bytes[i])) {
            i++;
        }
        return i > from && i < limit && bytes[i] == '=' && follower.accepts(Text.utf8(bytes, from, i));
    }

    /** If a name that auditd appends is glued to the value, makes it the tail and returns where the value ends. */
    private int gluedTail(int value, int to) {
        int equals = indexOf((byte) '=', value, to);
        if (equals == to) {
            return to;
        }
        for (int from = Math.max(value, equals - LONGEST_ENRICHED_NAME); from < equals; from++) {
            if (isEnrichedName(from, equals)) {
                tail = from;
                int separator = from - ESCAPED_SEPARATOR.length;
                return separator >= value && isEscapedSeparator(separator) ? separator : from;
            }
        }
        return to;
    }

    private boolean isEscapedSeparator(int at) {
        return bytes[at] == ESCAPED_SEPARATOR[0]
                && end - at >= ESCAPED_SEPARATOR.length
                && Arrays.equals(
                        bytes, at, at + ESCAPED_SEPARATOR.length, ESCAPED_SEPARATOR, 0, ESCAPED_SEPARATOR.length);
    }

    private int trimPunctuation(int value, int end) {
        int to = end;
        while (to > value && isBlank(bytes[to - 1])) {
            to--;
        }
        return trimEnd(value, to, indexOf((byte) '(', value, to) < to);
    }

    private int trimEnd(int value, int end, boolean parenthesised) {
        int to = end;
        while (to > value && (isTrailingPunctuation(bytes[to - 1], parenthesised) || isBlank(bytes[to - 1]))) {
            to--;
        }
        return to;
    }

    private int enrichedName(int at) {
        int from = at;
        while (from < end && (bytes[from] == AuditRecord.GROUP_SEPARATOR || isBlank(bytes[from]))) {
            from++;
        }
        int equals = indexOf((byte) '=', from, end);
        if (equals == end) {
            return end;
        }
        int value = equals + 1;
        int to = value;
        if (value < end && bytes[value] == '{') {
            to = lastBrace(value); // SADDR={ ... path=/tmp/{x} }, the last of all
        } else if (value < end && bytes[value] == '"') {
            to = Math.min(end, indexOf((byte) '"', value + 1, end) + 1);
        } else {
            to = indexOf((byte) ' ', value, end);
        }
        add(enrichedName(from, equals), value, to);
        return to;
    }

    private String enrichedName(int from, int equals) {
        if (asExpected && expected.endOfName(count, bytes, from, end) == equals) {
            return expected.name(count);
        }
        asExpected = false;
        return fieldNames.get(bytes, from, equals);
    }

    /** Returns the place behind the line's last closing brace, the line's end if there is none behind {@code from}. */
    private int lastBrace(int from) {
        int i = end;
        while (i > from && bytes[i - 1] != '}') {
            i--;
        }
        return i > from ? i : end;
    }

    private void add(String name, int from, int to) {
        if (count == names.length) {
            names = Arrays.copyOf(names, 2 * count);
            spans = Arrays.copyOf(spans, 4 * count);
        }
        names[count] = name;
        spans[2 * count] = from;
        spans[2 * count + 1] = to;
        count++;
    }

    private boolean isNestedMessage(int from, int equals, int value, int limit) {
        return value < limit
                && bytes[value] == '\''
                && Arrays.equals(bytes, from, equals, NESTED_MESSAGE, 0, NESTED_MESSAGE.length);
    }

    private boolean isEnrichedName(int from, int to) {
        if (interpreted || bytes[from] < 'A' || bytes[from] > 'Z' || to - from > LONGEST_ENRICHED_NAME) {
            return false;
        }
        return ENRICHED_NAMES.contains(fieldNames.get(bytes, from, to));
    }

    /** Returns the place of the first blank, equals sign or opening bracket, {@code to} if there is none. */
    private int indexOfMark(int from, int to) {
        int at = from;
        for (; at <= to - ByteBlocks.SIZE; at += ByteBlocks.SIZE) {
            long block = ByteBlocks.get(bytes, at);
            long found = ByteBlocks.zeros(block ^ BLANKS)
                    | ByteBlocks.zeros(block ^ EQUALS_SIGNS)
                    | ByteBlocks.zeros(block ^ BRACKETS);
            if (found != 0) {
                return at + ByteBlocks.bytesBelow(found);
            }
        }
        while (at < to && bytes[at] != ' ' && bytes[at] != '=' && bytes[at] != '(') {
            at++;
        }
        return at;
    }

    private int indexOf(byte wanted, int from) {
        return indexOf(wanted, from, end);
    }

    private int indexOf(byte wanted, int from, int limit) {
        return ByteBlocks.indexOf(bytes, wanted, from, limit);
    }

    private static boolean isPunctuation(byte b) {
        return isBlank(b) || b == '\'' || b == ',' || b == '(' || b == ')' || b == ':';
    }

    private static boolean isTrailingPunctuation(byte b, boolean parenthesised) {
        return b == '\'' || b == ',' || b == ':' || (b == ')' && !parenthesised);
    }

    private static boolean isNameCharacter(byte b) {
        return (b >= 'a' && b <= 'z')
                || (b >= 'A' && b <= 'Z')
                || (b >= '0' && b <= '9')
                || b == '_'
                || b == '-'
                || b == '['
                || b == ']';
    }

    static boolean isBlank(byte b) {
        return b == ' ' || b == '\t' || b == '\r';
    }
}
