package dev.aulens.render.normalize;

import dev.aulens.record.AuditRecord;
import java.util.List;
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

    /** Goes to the next field of that name, which may be the one where it stands, and returns it; null if none. */
    Value.@Nullable Field find(String name) {
        Value.Field here = current();
        if (here != null && here.name().equals(name)) {
            return here;
        }
        if (isLost() || next(field) < 0) {
            return null;
        }
        do {
            for (int i = next(field); i >= 0; i = next(i)) {
                if (records.get(record).name(i).equals(name)) {
                    field = i;
                    return current();
                }
            }
        } while (toNextRecord());
        return null;
    }

    private int next(int from) {
        AuditRecord fields = records.get(record);
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
