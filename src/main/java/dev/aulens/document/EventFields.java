package dev.aulens.document;

import dev.aulens.event.AuditEvent;
import dev.aulens.facts.AccessVector;
import dev.aulens.record.AuditRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the fields of one event stand: one pass over its records, so that each writer finds its own at once.
 *
 * <p>A field that several records have is found at the SYSCALL record first, then in the order of the log. Records
 * whose fields are a set of their own (paths, arguments, addresses) are kept as records. Scratch space, reused from
 * event to event.
 */
final class EventFields {

    private final FieldTable table;
    private final FieldTable.Known loginId;
    private final FieldTable.Known oldLoginId;
    private final FieldTable.Known session;
    private final FieldTable.Known oldSession;
    private final ByOrder<FieldTable.@Nullable Known[]> fieldsByOrder = new ByOrder<>(this::knownOf);

    private final List<AuditRecord> records = new ArrayList<>();
    private final List<AuditRecord> paths = new ArrayList<>();
    private final List<AuditRecord> arguments = new ArrayList<>();
    private final List<AuditRecord> addresses = new ArrayList<>();
    private final List<AuditRecord> targets = new ArrayList<>();
    private final List<AuditRecord> details = new ArrayList<>();
    private List<AccessVector> vectors = List.of();
    private @Nullable AuditRecord syscall;
    private @Nullable AuditRecord workingDirectory;
    private @Nullable AuditRecord title;
    private boolean enriched;

    private final int[] first;
    private final int[] last;
    private int occurrences;
    private AuditRecord[] recordAt = new AuditRecord[64];
    private int[] fieldAt = new int[64];
    private int[] next = new int[64];
    private int[] touched = new int[64];
    private int touchedCount;
    private final List<AuditRecord> strangeRecords = new ArrayList<>();
    private int[] strangeFields = new int[16];

    EventFields(FieldTable table) {
        this.table = table;
        loginId = table.get("auid");
        oldLoginId = table.get("old-auid");
        session = table.get("ses");
        oldSession = table.get("old-ses");
        first = new int[table.all().size()];
        last = new int[table.all().size()];
    }

    /** Takes the fields of an event in place of those of the last. */
    void load(AuditEvent event) {
        clear();
        AuditRecord call = event.first("SYSCALL");
        if (call != null) {
            take(call, Role.SYSCALL);
        }
        for (AuditRecord record : event.records()) {
            if (record != call) {
                take(record, Role.of(record.type()));
            }
        }
        vectors = AccessVector.allOf(records);
    }

    private void clear() {
        records.clear();
        paths.clear();
        arguments.clear();
        addresses.clear();
        targets.clear();
        details.clear();
        strangeRecords.clear();
        syscall = null;
        workingDirectory = null;
        title = null;
        enriched = false;
        for (int i = 0; i < touchedCount; i++) {
            first[touched[i]] = 0;
        }
        touchedCount = 0;
        occurrences = 0;
    }

    private void take(AuditRecord record, Role role) {
        enriched |= record.isEnriched();
        switch (role) {
            case SYSCALL -> {
                if (syscall == null) {
                    syscall = record;
                }
                index(record);
            }
            case PATH -> paths.add(record);
            case CWD -> workingDirectory = workingDirectory == null ? record : workingDirectory;
            case EXECVE -> arguments.add(record);
            case PROCTITLE -> title = title == null ? record : title;
            case SOCKADDR -> addresses.add(record);
            case OBJ_PID -> targets.add(record);
            case DETAIL -> details.add(record);
            case OTHER -> {
                records.add(record);
                index(record);
            }
            case EOE -> {}
        }
    }

    private void index(AuditRecord record) {
        FieldTable.@Nullable Known[] fields = fieldsByOrder.of(record);
        boolean login = record.type().is("LOGIN");
        for (int i = 0; i < fields.length; i++) {
            FieldTable.Known known = fields[i];
            known = known == null || !login ? known : ofLogin(record, i, known);
            if (known == null) {
                addStrange(record, i);
            } else {
                add(known.id(), record, i);
            }
        }
    }

    /** Old kernels write {@code old auid=... new auid=... old ses=... new ses=...}: of two, the first is the old one. */
    private FieldTable.Known ofLogin(AuditRecord record, int field, FieldTable.Known known) {
        boolean another = record.find(known.name(), field + 1) > field;
        if (another && known.equals(loginId)) {
            return oldLoginId;
        }
        return another && known.equals(session) ? oldSession : known;
    }

    private FieldTable.@Nullable Known[] knownOf(AuditRecord record) {
        FieldTable.@Nullable Known[] known = new FieldTable.@Nullable Known[record.fieldCount()];
        for (int i = 0; i < known.length; i++) {
            known[i] = table.find(record.type(), record.name(i));
        }
        return known;
    }

    private void add(int id, AuditRecord record, int field) {
        if (occurrences == fieldAt.length) {
            grow();
        }
        recordAt[occurrences] = record;
        fieldAt[occurrences] = field;
        next[occurrences] = 0;
        occurrences++;
        if (first[id] == 0) {
            first[id] = occurrences;
            touched[touchedCount++] = id;
        } else {
            next[last[id] - 1] = occurrences;
        }
        last[id] = occurrences;
    }

    private void grow() {
        int size = 2 * fieldAt.length;
        recordAt = Arrays.copyOf(recordAt, size);
        fieldAt = Arrays.copyOf(fieldAt, size);
        next = Arrays.copyOf(next, size);
        touched = Arrays.copyOf(touched, size);
    }

    private void addStrange(AuditRecord record, int field) {
        if (strangeRecords.size() == strangeFields.length) {
            strangeFields = Arrays.copyOf(strangeFields, 2 * strangeFields.length);
        }
        strangeFields[strangeRecords.size()] = field;
        strangeRecords.add(record);
    }

    /** Returns the SYSCALL record, null if the event has none. */
    @Nullable
    AuditRecord syscall() {
        return syscall;
    }

    /** Returns the records that are not parts of a system call's description. */
    List<AuditRecord> others() {
        return records;
    }

    List<AuditRecord> paths() {
        return paths;
    }

    List<AuditRecord> arguments() {
        return arguments;
    }

    List<AuditRecord> addresses() {
        return addresses;
    }

    List<AuditRecord> targets() {
        return targets;
    }

    List<AuditRecord> details() {
        return details;
    }

    /** Returns the access vectors of the records. */
    List<AccessVector> vectors() {
        return vectors;
    }

    /** Returns the access vector of a record, null if it has none. */
    @Nullable
    AccessVector vectorOf(AuditRecord record) {
        for (AccessVector vector : vectors) {
            if (vector.record() == record) {
                return vector;
            }
        }
        return null;
    }

    @Nullable
    AuditRecord workingDirectory() {
        return workingDirectory;
    }

    @Nullable
    AuditRecord title() {
        return title;
    }

    /** Returns whether a record carries resolved names. */
    boolean enriched() {
        return enriched;
    }

    /** Returns the number of different known fields. */
    int knownCount() {
        return touchedCount;
    }

    /** Returns the {@code n}th of the known fields, in the order of their first occurrence. */
    FieldTable.Known known(int n) {
        return table.all().get(touched[n]);
    }

    /** Returns the first occurrence of a field, 0 if there is none. */
    int first(FieldTable.Known field) {
        return first[field.id()];
    }

    /** Returns the next occurrence of the same field, 0 if there is none. */
    int next(int occurrence) {
        return next[occurrence - 1];
    }

    /** Returns the record of an occurrence. */
    AuditRecord record(int occurrence) {
        return recordAt[occurrence - 1];
    }

    /** Returns the field's index in the record of an occurrence. */
    int field(int occurrence) {
        return fieldAt[occurrence - 1];
    }

    /** Returns the first value of a field, without quotes, not decoded; null if there is none or it says nothing. */
    @Nullable
    String plain(FieldTable.Known field) {
        int occurrence = first(field);
        return occurrence == 0 || Values.saysNothing(record(occurrence), field(occurrence))
                ? null
                : record(occurrence).value(field(occurrence));
    }

    /** Returns the first value of a field, decoded if it is a text; null if there is none or it says nothing. */
    @Nullable
    String text(FieldTable.Known field) {
        int occurrence = first(field);
        if (occurrence == 0 || Values.saysNothing(record(occurrence), field(occurrence))) {
            return null;
        }
        return value(field, occurrence);
    }

    /** Returns the value of an occurrence of a field, decoded if it is a text. */
    String value(FieldTable.Known field, int occurrence) {
        return value(field, record(occurrence), field(occurrence));
    }

    /** Returns the value of a field at its index in a record, decoded if it is a text. */
    static String value(FieldTable.Known field, AuditRecord record, int i) {
        return field.encoded() ? Values.text(record, i) : record.value(i);
    }

    /** Returns the number of fields that the table does not know. */
    int strangeCount() {
        return strangeRecords.size();
    }

    /** Returns the record of the {@code n}th field that the table does not know. */
    AuditRecord strangeRecord(int n) {
        return strangeRecords.get(n);
    }

    /** Returns the index in its record of the {@code n}th field that the table does not know. */
    int strangeField(int n) {
        return strangeFields[n];
    }
}
