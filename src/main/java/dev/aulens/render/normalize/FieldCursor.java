package dev.aulens.render.normalize;

import dev.aulens.record.AuditRecord;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A place in an event from which fields are looked for, the way ausearch does: forward, through this record and the
 * following ones.
 *
 * <p>What it finds depends on where it stands. After a search that reached the event's end in vain it is lost: all
 * searches fail until it is put somewhere. A search from a record's last field fails too, but leaves it where it is.
 */
final class FieldCursor {

    /** Before the fields stands the record's type, which no search finds. */
    private static final int AT_TYPE = -1;

    private final List<AuditRecord> records;
    private int record;
    private int field = AT_TYPE;

    FieldCursor(List<AuditRecord> records) {
        this.records = records;
    }

    void toFirstRecord() {
        toRecord(0);
    }

    /** Goes to the beginning of record {@code number}, counted from 0; stays where it is if there is no such record. */
    void toRecord(int number) {
        if (number < records.size()) {
            record = number;
            field = AT_TYPE;
        }
    }

    /** Goes to the first record of one of the types and returns it; is lost, and returns null, if there is none. */
    @Nullable
    AuditRecord toFirstOf(Set<String> types) {
        toFirstRecord();
        do {
            if (types.contains(records.get(record).type().name())) {
                return records.get(record);
            }
        } while (toNextRecord());
        return null;
    }

    /** Goes to the next record; is lost if there is none. */
    boolean toNextRecord() {
        if (!isLost()) {
            record++;
            field = AT_TYPE;
        }
        return !isLost();
    }

    /** Goes back to the record's beginning, unless it is lost. */
    void toFirstField() {
        field = AT_TYPE;
    }

    /** Goes one field back, unless it is lost. */
    void back() {
        field = Math.max(AT_TYPE, field - 1);
    }

    /** Returns the number of the record where it stands, 0 if it is lost. */
    int record() {
        return isLost() ? 0 : record;
    }

    /** Returns the field that was found last, null if it is lost or at a record's beginning. */
    Value.@Nullable Field current() {
        return isLost() || field == AT_TYPE ? null : new Value.Field(records.get(record), field);
    }

    /**
     * Returns what ausearch prints for a field that it found while it took record {@code number} for the field's: the field
     * of that record which stands in the same place.
     *
     * @return null if the record has no such field, or there is no such record
     */
    Value.@Nullable Field misplaced(Value.@Nullable Field found, int number) {
        if (found == null || number >= records.size()) {
            return null;
        }
        AuditRecord taken = records.get(number);
        int place = place(found);
        for (int i = next(taken, AT_TYPE); i >= 0; i = next(taken, i)) {
            Value.Field field = new Value.Field(taken, i);
            if (place(field) == place) {
                return field;
            }
        }
        return null;
    }

    /** Returns how many fields stand before a field in its record; what SELinux decided is two fields without a name. */
    static int place(Value.Field field) {
        boolean decision = field.record().type().is("AVC") && AccessDecision.of(field.record()) != null;
        int place = decision ? 2 : 0;
        for (int i = 0; i < field.index(); i++) {
            place += isAbsent(field.record(), i) ? 0 : 1;
        }
        return place;
    }

    /** Goes to the next field of that name, which may be the one where it stands, and returns it; null if none. */
    Value.@Nullable Field find(String name) {
        Value.Field here = current();
        if (here != null && here.name().equals(name)) {
            return here;
        }
        if (isLost() || next(records.get(record), field) < 0) {
            return null;
        }
        do {
            AuditRecord fields = records.get(record);
            for (int i = next(fields, field); i >= 0; i = next(fields, i)) {
                if (fields.name(i).equals(name)) {
                    field = i;
                    return current();
                }
            }
        } while (toNextRecord());
        return null;
    }

    private static int next(AuditRecord fields, int from) {
        for (int i = from + 1; i < fields.fieldCount(); i++) {
            if (!isAbsent(fields, i)) {
                return i;
            }
        }
        return -1;
    }

    /** An empty value, or a key that the kernel's rule does not have, is no field. */
    private static boolean isAbsent(AuditRecord fields, int i) {
        return fields.valueStart(i) == fields.valueEnd(i)
                || (fields.name(i).equals("key") && fields.raw(i).equals("(null)"));
    }

    private boolean isLost() {
        return record == records.size();
    }
}
