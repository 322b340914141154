package dev.aulens.document;

import com.fasterxml.jackson.core.SerializableString;
import dev.aulens.facts.AccessVector;
import dev.aulens.record.AuditRecord;

/** The access vectors of an event: {@code auditd.avc}. */
final class VectorFields {

    private static final SerializableString AVC = DocumentJson.name("avc");
    private static final SerializableString SERESULT = DocumentJson.name("seresult");
    private static final SerializableString SEPERMS = DocumentJson.name("seperms");

    private final FieldTable table;

    VectorFields(FieldTable table) {
        this.table = table;
    }

    /** Writes all access vectors, each with what belongs together. */
    void write(DocumentJson json, EventFields fields) {
        json.openArray(AVC);
        for (AccessVector vector : fields.vectors()) {
            AuditRecord record = vector.record();
            json.openElement();
            json.text(SERESULT, vector.verdictWord());
            json.text(SEPERMS, vector.joined(","));
            for (int i = 0; i < record.fieldCount(); i++) {
                FieldTable.Known field = table.find(record.name(i));
                if (field != null && record.find(field.name()) == i && isOfVector(field)) {
                    json.text(field.key(), EventFields.value(field, record, i));
                }
            }
            json.close();
        }
        json.close();
    }

    private static boolean isOfVector(FieldTable.Known field) {
        return switch (field.name()) {
            case "name",
                    "path",
                    "dev",
                    "ino",
                    "scontext",
                    "tcontext",
                    "tclass",
                    "permissive",
                    "apparmor",
                    "operation",
                    "profile",
                    "requested_mask",
                    "denied_mask",
                    "capability",
                    "capname",
                    "dest",
                    "interface",
                    "member" -> true;
            default -> false;
        };
    }
}
