package dev.aulens.document;

import com.fasterxml.jackson.core.SerializableString;
import dev.aulens.event.AuditEvent;
import dev.aulens.record.AuditRecord;
import dev.aulens.record.Keys;
import dev.aulens.record.RecordType;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is auditd's own: types, keys, session, security contexts, processes that got a signal. */
final class AuditdFields {

    private static final SerializableString MESSAGE_TYPE = DocumentJson.name("message_type");
    private static final SerializableString RECORD_TYPES = DocumentJson.name("record_types");
    private static final SerializableString SESSION = DocumentJson.name("session");
    private static final SerializableString KEY = DocumentJson.name("key");
    private static final SerializableString SUBJECT = DocumentJson.name("subject");
    private static final SerializableString OBJECT = DocumentJson.name("object");
    private static final SerializableString TARGET = DocumentJson.name("target");
    private static final SerializableString PID = DocumentJson.name("pid");
    private static final SerializableString NAME = DocumentJson.name("name");
    private static final SerializableString USER = DocumentJson.name("user");
    private static final SerializableString ID = DocumentJson.name("id");

    private final FieldTable.Known session;
    private final FieldTable.Known key;
    private final List<FieldTable.Known> subjects;
    private final List<FieldTable.Known> objects;
    private final Names names;
    private final Map<String, TypeName> typeNames = new HashMap<>();
    private final DistinctTexts values = new DistinctTexts();
    private final DistinctTexts keys = new DistinctTexts();

    /** A record type's name, encoded once. */
    private record TypeName(SerializableString upper, SerializableString lower) {}

    AuditdFields(FieldTable table, Names names) {
        this.names = names;
        session = table.get("ses");
        key = table.get("key");
        subjects = List.of(table.get("subj"), table.get("scontext"), table.get("vm-ctx"));
        objects = List.of(table.get("obj"), table.get("tcontext"), table.get("img-ctx"));
    }

    /** Writes the record types: that of the first record, and each once. */
    void writeTypes(DocumentJson json, AuditEvent event) {
        json.constant(MESSAGE_TYPE, typeName(event.first().type()).lower());
        json.openArray(RECORD_TYPES);
        List<AuditRecord> records = event.records();
        for (int i = 0; i < records.size(); i++) {
            if (isFirst(records, i)) {
                json.element(typeName(records.get(i).type()).upper());
            }
        }
        json.close();
    }

    private static boolean isFirst(List<AuditRecord> records, int i) {
        String name = records.get(i).type().name();
        for (int before = Math.max(0, i - 256); before < i; before++) {
            if (records.get(before).type().name().equals(name)) {
                return false;
            }
        }
        return true;
    }

    /** A type that no table knows is not kept: its name is the log's own and there is no end of them. */
    private TypeName typeName(RecordType type) {
        if (type.number() == RecordType.UNKNOWN) {
            return encode(type.name());
        }
        TypeName known = typeNames.get(type.name());
        if (known == null) {
            known = encode(type.name());
            typeNames.put(type.name(), known);
        }
        return known;
    }

    private static TypeName encode(String name) {
        String cut = name.length() <= 128 ? name : name.substring(0, 128);
        return new TypeName(DocumentJson.name(cut), DocumentJson.name(cut.toLowerCase(Locale.ROOT)));
    }

    void writeSession(DocumentJson json, EventFields fields) {
        int at = fields.first(session);
        long number = at == 0 ? Values.NONE : Values.id(fields.record(at), fields.field(at));
        if (number >= 0) {
            json.text(SESSION, Long.toString(number));
        }
    }

    /**
     * Returns the keys of the rules that matched, each once: several stand in one value, or in several fields. The list is
     * the same one for each event.
     */
    List<String> keys(EventFields fields) {
        keys.clear();
        for (int at = fields.first(key); at != 0; at = fields.next(at)) {
            AuditRecord record = fields.record(at);
            if (!Values.saysNothing(record, fields.field(at))) {
                Keys.of(record.decoded(fields.field(at))).forEach(keys::add);
            }
        }
        return keys.list();
    }

    /** Writes the keys of the rules that matched. */
    static void writeKeys(DocumentJson json, List<String> keys) {
        json.texts(KEY, keys);
    }

    void writeContexts(DocumentJson json, EventFields fields, Paths paths) {
        values.clear();
        for (FieldTable.Known subject : subjects) {
            collect(fields, subject);
        }
        json.texts(SUBJECT, values.list());
        values.clear();
        for (FieldTable.Known object : objects) {
            collect(fields, object);
        }
        for (PathItem item : paths.items()) {
            AuditRecord record = item.record;
            if (record != null && item.context >= 0) {
                values.add(record.value(item.context));
            }
        }
        collect(fields.targets());
        collect(fields.details());
        json.texts(OBJECT, values.list());
    }

    private void collect(List<AuditRecord> records) {
        for (AuditRecord record : records) {
            values.add(record.get("obj"));
        }
    }

    private void collect(EventFields fields, FieldTable.Known field) {
        for (int at = fields.first(field); at != 0; at = fields.next(at)) {
            if (!Values.saysNothing(fields.record(at), fields.field(at))) {
                values.add(fields.value(field, at));
            }
        }
    }

    /** Writes the processes that a signal was sent to. */
    void writeTargets(DocumentJson json, EventFields fields) {
        json.openArray(TARGET);
        for (AuditRecord target : fields.targets()) {
            json.openElement();
            int pid = target.find("opid");
            if (pid >= 0 && Values.wholeNumber(target, pid) != Values.NONE) {
                json.number(PID, Values.wholeNumber(target, pid));
            }
            json.text(NAME, target.getDecoded("ocomm"));
            int uid = target.find("ouid");
            if (uid >= 0) {
                long number = Values.id(target, uid);
                json.open(USER);
                if (number >= 0) {
                    json.text(ID, Long.toString(number));
                }
                json.text(NAME, names.user(target, uid, number, "OUID"));
                json.close();
            }
            json.close();
        }
        json.close();
    }
}
