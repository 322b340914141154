package dev.aulens.document;

import com.fasterxml.jackson.core.SerializableString;
import dev.aulens.record.AuditRecord;
import org.jspecify.annotations.Nullable;

/** A user or group of the event's process, in one of its parts (uid, euid ...). Scratch space, reused. */
final class RecordedId {

    private static final SerializableString ID = DocumentJson.name("id");
    private static final SerializableString NAME = DocumentJson.name("name");

    final FieldTable.Known field;
    final String enrichedName;
    final boolean user;

    @Nullable
    AuditRecord record;

    int index;
    long number;
    boolean digits;

    @Nullable
    String name;

    RecordedId(FieldTable.Known field, String enrichedName, boolean user) {
        this.field = field;
        this.enrichedName = enrichedName;
        this.user = user;
    }

    /** Takes the event's id; one of the same number as {@code like} has its name. */
    void load(EventFields fields, FieldTable.Known from, RecordedId like, Names names) {
        int at = fields.first(from);
        record = null;
        name = null;
        number = Values.NONE;
        if (at == 0 || Values.saysNothing(fields.record(at), fields.field(at))) {
            return;
        }
        AuditRecord found = fields.record(at);
        record = found;
        index = fields.field(at);
        number = Values.id(found, index);
        digits = Values.wholeNumber(found, index) == number;
        if (number != Values.NONE && number == like.number && found.equals(like.record)) {
            name = like.name;
        } else {
            name = user
                    ? names.user(found, index, number, enrichedName)
                    : names.group(found, index, number, enrichedName);
        }
    }

    /** Returns whether it says the same as another one. */
    boolean same(RecordedId other) {
        return number == other.number && (number != Values.NONE || name == null || name.equals(other.name));
    }

    @Nullable
    String nameOrNumber() {
        return name != null ? name : number == Values.NONE ? null : Long.toString(number);
    }

    /** Returns whether the event has it, and not as one that is not set. */
    boolean isSet() {
        return record != null && number != Values.UNSET;
    }

    void write(DocumentJson json) {
        AuditRecord from = record;
        if (from == null) {
            return;
        }
        if (digits && number >= 0) {
            json.value(ID, from, index);
        } else if (number >= 0) {
            json.text(ID, Long.toString(number));
        }
        json.text(NAME, name);
    }
}
