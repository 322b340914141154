package dev.aulens.document;

import com.fasterxml.jackson.core.SerializableString;
import dev.aulens.event.AuditEvent;
import dev.aulens.record.AuditRecord;
import dev.aulens.record.EventId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every event has: {@code event.*}, {@code host.*}, {@code log.*}, {@code ecs.*}; {@code service}, {@code package}. */
final class EnvelopeFields {

    private static final SerializableString EVENT = DocumentJson.name("event");
    private static final SerializableString ID = DocumentJson.name("id");
    private static final SerializableString SEQUENCE = DocumentJson.name("sequence");
    private static final SerializableString KIND = DocumentJson.name("kind");
    private static final SerializableString MODULE = DocumentJson.name("module");
    private static final SerializableString MODULE_NAME = DocumentJson.name("auditd");
    private static final SerializableString DATASET = DocumentJson.name("dataset");
    private static final SerializableString DATASET_NAME = DocumentJson.name("auditd_manager.auditd");
    private static final SerializableString CATEGORY = DocumentJson.name("category");
    private static final SerializableString TYPE = DocumentJson.name("type");
    private static final SerializableString ACTION = DocumentJson.name("action");
    private static final SerializableString OUTCOME = DocumentJson.name("outcome");
    private static final SerializableString REASON = DocumentJson.name("reason");
    private static final SerializableString HOST = DocumentJson.name("host");
    private static final SerializableString HOSTS = DocumentJson.name("hosts");
    private static final SerializableString NAME = DocumentJson.name("name");
    private static final SerializableString OS = DocumentJson.name("os");
    private static final SerializableString LINUX = DocumentJson.name("linux");
    private static final SerializableString LOG = DocumentJson.name("log");
    private static final SerializableString FILE = DocumentJson.name("file");
    private static final SerializableString PATH = DocumentJson.name("path");
    private static final SerializableString OFFSET = DocumentJson.name("offset");
    private static final SerializableString SERVICE = DocumentJson.name("service");
    private static final SerializableString PACKAGE = DocumentJson.name("package");
    private static final SerializableString ECS = DocumentJson.name("ecs");
    private static final SerializableString VERSION = DocumentJson.name("version");
    private static final SerializableString ECS_VERSION = DocumentJson.name("9.0.0");

    private final FieldTable.Known reason;
    private final FieldTable.Known unit;
    private final FieldTable.Known software;

    EnvelopeFields(FieldTable table) {
        reason = table.get("reason");
        unit = table.get("unit");
        software = table.get("sw");
    }

    void writeEvent(
            DocumentJson json,
            AuditEvent event,
            @Nullable String node,
            Category category,
            SerializableString outcome,
            EventFields fields) {
        EventId id = event.id();
        json.open(EVENT);
        json.text(ID, node == null ? id.timeAndSerial() : node + ":" + id.timeAndSerial());
        json.number(SEQUENCE, id.serial());
        json.constant(KIND, category.kind());
        json.constant(MODULE, MODULE_NAME);
        json.constant(DATASET, DATASET_NAME);
        writeWords(json, CATEGORY, category.categories());
        writeWords(json, TYPE, category.types());
        SerializableString action = category.action();
        if (action != null) {
            json.constant(ACTION, action);
        }
        json.constant(OUTCOME, outcome);
        json.text(REASON, fields.text(reason));
        OriginalText.write(json, event);
        json.close();
    }

    private static void writeWords(DocumentJson json, SerializableString place, List<SerializableString> words) {
        json.openArray(place);
        for (SerializableString word : words) {
            json.element(word);
        }
        json.close();
    }

    void writeHost(DocumentJson json, @Nullable String node) {
        json.open(HOST);
        json.text(NAME, node);
        json.open(OS);
        json.constant(TYPE, LINUX);
        json.close();
        json.close();
    }

    void writeServiceAndPackage(DocumentJson json, EventFields fields) {
        json.open(SERVICE);
        json.text(NAME, fields.text(unit));
        json.close();
        json.open(PACKAGE);
        json.text(NAME, fields.text(software));
        json.close();
    }

    /** Writes {@code related.hosts}. */
    void writeRelatedHosts(DocumentJson json, @Nullable String node) {
        json.openArray(HOSTS);
        json.element(node);
        json.close();
    }

    /** Writes where the event's first record was read, and the version of the schema. */
    void writeLog(DocumentJson json, AuditEvent event) {
        AuditRecord.Origin origin = event.first().origin();
        if (!origin.source().isEmpty()) {
            json.open(LOG);
            json.open(FILE);
            json.text(PATH, origin.source());
            json.close();
            json.number(OFFSET, origin.offset());
            json.close();
        }
        json.open(ECS);
        json.constant(VERSION, ECS_VERSION);
        json.close();
    }
}
