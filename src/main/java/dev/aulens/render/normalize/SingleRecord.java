package dev.aulens.render.normalize;

import dev.aulens.interpret.EventInterpretation;
import dev.aulens.record.AuditRecord;
import dev.aulens.record.RecordType;
import org.jspecify.annotations.Nullable;

/** A record that is an event by itself, with a place in it and what was found so far. */
record SingleRecord(AuditRecord record, FieldCursor cursor, EventInterpretation interpretation, Draft draft) {

    RecordType type() {
        return record.type();
    }

    /** Finds whose rights were used; goes to the record's beginning if it does not tell. */
    void secondarySubject() {
        Value.Field uid = orReset(cursor.find("uid"));
        draft.secondarySubject = uid;
        draft.subjectKind = Accounts.kind(uid, interpretation);
    }

    /** Finds the login session; goes to the record's beginning if it does not tell. */
    void session() {
        draft.session = orReset(cursor.find("ses"));
    }

    /** Finds a field from the record's beginning on. */
    Value.@Nullable Field fromStart(String name) {
        cursor.toFirstRecord();
        return cursor.find(name);
    }

    /** Goes to the record's beginning if a search found nothing; returns what it found. */
    Value.@Nullable Field orReset(Value.@Nullable Field found) {
        if (found == null) {
            cursor.toFirstRecord();
        }
        return found;
    }
}
