package dev.aulens.document;

import com.fasterxml.jackson.core.SerializableString;
import dev.aulens.record.AuditRecord;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The account that an event is about, or the group that it changes: acct=, id= and grp=. Scratch space, reused. */
final class Account {

    private static final SerializableString ID = DocumentJson.name("id");
    private static final SerializableString NAME = DocumentJson.name("name");

    private final FieldTable.Known acct;
    private final FieldTable.Known group;
    private final FieldTable.Known id;
    private final Names names;

    private @Nullable String name;
    private @Nullable String groupName;
    private long number;

    Account(FieldTable table, Names names) {
        this.names = names;
        acct = table.get("acct");
        group = table.get("grp");
        id = table.get("id");
    }

    /** Returns whether the event names an account. */
    boolean isIn(EventFields fields) {
        return fields.first(acct) != 0 || fields.first(id) != 0;
    }

    /**
     * Takes the account of an event in place of that of the last.
     *
     * @param isGroup whether acct and id are those of a group
     */
    void load(EventFields fields, boolean isGroup) {
        name = fields.text(acct);
        number = Values.NONE;
        groupName = fields.text(group);
        int at = fields.first(id);
        if (isGroup) {
            number = at == 0 ? Values.NONE : Values.id(fields.record(at), fields.field(at));
            name = name == null ? groupName : name;
        } else if (at != 0) {
            loadNumber(fields, fields.record(at), fields.field(at));
        }
    }

    /** Takes the number, if it is that of the name, and its name if the event has none; -1 is no account (libaudit). */
    private void loadNumber(EventFields fields, AuditRecord record, int field) {
        long found = Values.id(record, field);
        if (found == Values.UNSET || (name != null && record.find(acct.name()) < 0)) {
            return;
        }
        number = found;
        if (name == null) {
            name = found == Values.NONE
                    ? fields.plain(id)
                    : names.user(record, field, found, record.name(field).toUpperCase(Locale.ROOT));
        }
    }

    @Nullable
    String name() {
        return name;
    }

    /** Returns the group in {@code grp=}, null if there is none. */
    @Nullable
    String groupName() {
        return groupName;
    }

    /** Returns the number, below 0 if there is none. */
    long number() {
        return number;
    }

    @Nullable
    String nameOrNumber() {
        return name != null ? name : number >= 0 ? Long.toString(number) : null;
    }

    void write(DocumentJson json, SerializableString place) {
        json.open(place);
        write(json);
        json.close();
    }

    void write(DocumentJson json) {
        if (number >= 0) {
            json.text(ID, Long.toString(number));
        }
        json.text(NAME, name);
    }
}
