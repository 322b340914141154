package dev.aulens.record;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One record: a line of an audit log with its type, its id and the places of its fields.
 *
 * <p>Immutable. It keeps the line's bytes, exactly, and spans into them; a String is made only when one is asked for.
 * Fields come in the order of the line. Names are those of the record ({@code auid}, {@code a0}, {@code a1[0]}); the
 * resolved names that auditd's ENRICHED format appends ({@code AUID="alice"}) are apart, see {@link #enriched}.
 * A value's span includes its quotes.
 */
public final class AuditRecord implements ParsedLine {

    /** Stands between a record and the names that auditd appends to it (AUDIT_INTERP_SEPARATOR in its sources). */
    public static final byte GROUP_SEPARATOR = 0x1D;

    private final EventId id;
    private final RecordType type;
    private final byte[] line;
    private final int start;
    private final int body;
    private final int tail;
    private final boolean interpreted;
    private final Set<Doubt> doubts;
    private final FieldOrder order;
    private final int[] spans;
    private final Origin origin;

    /**
     * Where a record was read.
     *
     * @param source the input's name: an absolute path, {@code -} for standard input
     * @param file tells files apart that had the same name one after another while they were followed, else 0
     * @param offset of the line's first byte in the (decompressed) input
     */
    public record Origin(String source, int file, long offset) {

        /** Of records that were not read from an input. */
        public static final Origin NONE = new Origin("", 0);

        /** The origin of a record in an input whose name stands for one file only. */
        public Origin(String source, long offset) {
            this(source, 0, offset);
        }
    }

    AuditRecord(RecordScanner scan, byte[] line, EventId id, Set<Doubt> doubts, Origin origin) {
        this.id = id;
        this.type = scan.type;
        this.line = line;
        this.doubts = doubts;
        this.start = scan.start;
        this.body = scan.body;
        this.tail = scan.tail;
        this.interpreted = scan.interpreted;
        this.order = scan.order();
        this.spans = Arrays.copyOf(scan.spans, 2 * scan.count);
        this.origin = origin;
    }

    /** A record as it would be with other values: raw, in the kernel's form. */
    private AuditRecord(AuditRecord like, byte[] line, int[] spans) {
        this.id = like.id;
        this.type = like.type;
        this.line = line;
        this.start = like.start;
        this.body = like.body;
        this.tail = line.length;
        this.interpreted = false;
        this.doubts = like.doubts;
        this.order = like.order.withoutEnriched();
        this.spans = spans;
        this.origin = like.origin;
    }

    /**
     * Returns the record with other values: one that is no longer {@linkplain #interpreted interpreted}.
     *
     * @param values one for each field, quotes included; null: the field keeps its own
     */
    public AuditRecord withValues(List<@Nullable String> values) {
        ByteArrayOutputStream text = new ByteArrayOutputStream(line.length + 32);
        int[] places = new int[2 * fieldCount()];
        int from = 0;
        for (int i = 0; i < fieldCount(); i++) {
            text.write(line, from, valueStart(i) - from);
            places[2 * i] = text.size();
            String value = values.get(i);
            if (value == null) {
                text.write(line, valueStart(i), valueEnd(i) - valueStart(i));
            } else {
                text.writeBytes(value.getBytes(StandardCharsets.UTF_8));
            }
            places[2 * i + 1] = text.size();
            from = valueEnd(i);
        }
        text.write(line, from, line.length - from);
        return new AuditRecord(this, text.toByteArray(), places);
    }

    /** Returns what the record's text leaves open; nothing of a raw record. */
    public Set<Doubt> doubts() {
        return doubts;
    }

    /** Returns what the record's event is known by. */
    public EventId id() {
        return id;
    }

    public RecordType type() {
        return type;
    }

    /** Returns where the record was read. */
    public Origin origin() {
        return origin;
    }

    /** Returns whether the record is output of {@code ausearch -i}: its values are words already. */
    public boolean interpreted() {
        return interpreted;
    }

    /** Returns the line's bytes without line end. The array is the record's own: callers must not change it. */
    public byte[] line() {
        return line;
    }

    /** Returns where the record begins in {@link #line}: after a syslog header, at {@code node=} or {@code type=}. */
    public int start() {
        return start;
    }

    /** Returns whether the record names its node itself: {@code node=} is the first that it says. */
    public boolean namesNode() {
        return RecordParser.isNode(line, start, line.length);
    }

    /** Returns where the text after the id begins in {@link #line}: after {@code audit(...)}, at the colon. */
    public int body() {
        return body;
    }

    /** Returns where the record's own text ends in {@link #line}: where the enriched names begin, else at the end. */
    public int bodyEnd() {
        return tail;
    }

    /** Returns whether resolved names were appended to the record (log_format = ENRICHED in auditd.conf). */
    public boolean isEnriched() {
        return tail < line.length;
    }

    /**
     * Returns whether the byte 0x1D stands before the resolved names, where ausearch looks for it. Copies of logs often
     * lack it, or have a blank in its place.
     */
    public boolean isSeparated() {
        return isEnriched() && line[tail] == GROUP_SEPARATOR;
    }

    /** Returns the names of the fields: the same object for records that have the same, mostly. */
    public FieldOrder order() {
        return order;
    }

    /** Returns the number of fields, enriched names not counted. */
    public int fieldCount() {
        return order.fieldCount();
    }

    /** Returns the name of field {@code i}. */
    public String name(int i) {
        return order.name(i);
    }

    /** Returns where the value of field {@code i} begins in {@link #line}, its quote included. */
    public int valueStart(int i) {
        return spans[2 * i];
    }

    /** Returns where the value of field {@code i} ends in {@link #line} (exclusive), its quote included. */
    public int valueEnd(int i) {
        return spans[2 * i + 1];
    }

    /** Returns the value of field {@code i} as it is written, quotes included. */
    public String raw(int i) {
        return Text.utf8(line, valueStart(i), valueEnd(i));
    }

    /** Returns the value of field {@code i} without its quotes, not decoded. */
    public String value(int i) {
        int from = valueStart(i);
        int to = valueEnd(i);
        return isQuoted(i) ? Text.utf8(line, from + 1, to - 1) : Text.utf8(line, from, to);
    }

    /** Returns whether the value of field {@code i} stands between quotes (double or single). */
    public boolean isQuoted(int i) {
        int from = valueStart(i);
        int to = valueEnd(i);
        if (to - from < 2) {
            return false;
        }
        byte first = line[from];
        return (first == '"' || first == '\'') && line[to - 1] == first;
    }

    /**
     * Returns the value of field {@code i} as the kernel meant it: without quotes, or its hex decoded.
     *
     * <p>Only for fields that the kernel writes with audit_log_untrustedstring (comm, exe, name, cwd, key, acct ...):
     * a value between double quotes stands for itself, one without is hex, unless it begins with a parenthesis
     * ({@code (null)}, {@code (none)}) or is not hex at all.
     */
    public String decoded(int i) {
        return interpreted ? value(i) : Text.decodeUntrusted(line, valueStart(i), valueEnd(i));
    }

    /** Returns the index of the first field of that name, -1 if the record has none. */
    public int find(String name) {
        return order.find(name);
    }

    /** Returns the index of the first field of that name at or after {@code from}, -1 if there is none. */
    public int find(String name, int from) {
        return order.find(name, from);
    }

    /** Returns the value of the first field of that name without quotes and not decoded, null if there is none. */
    public @Nullable String get(String name) {
        int i = find(name);
        return i < 0 ? null : value(i);
    }

    /** Returns the value of the first field of that name, {@linkplain #decoded decoded}, null if there is none. */
    public @Nullable String getDecoded(String name) {
        int i = find(name);
        return i < 0 ? null : decoded(i);
    }

    /**
     * Returns a name that auditd appended, without quotes: {@code alice} for {@code AUID="alice"}. One that holds a blank, a
     * quote or a byte that is not ASCII stands there in hex (audit_encode_nv_string(3)), and is decoded.
     *
     * @param name in upper case, as it is written: {@code AUID}, {@code SYSCALL}, {@code SADDR}
     * @return null if the record has none of that name
     */
    public @Nullable String enriched(String name) {
        int i = order.findEnriched(name);
        return i < 0 ? null : decoded(i);
    }

    /** Returns a name as {@link #enriched} does, if it stands where ausearch finds it: see {@link #isSeparated}. */
    public @Nullable String separated(String name) {
        return isSeparated() ? enriched(name) : null;
    }

    /** Returns the line as text; bytes that are no UTF-8 become U+FFFD. */
    @Override
    public String toString() {
        return Text.utf8(line, 0, line.length);
    }
}
