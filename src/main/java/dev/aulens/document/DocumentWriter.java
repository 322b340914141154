package dev.aulens.document;

import com.fasterxml.jackson.core.SerializableString;
import dev.aulens.event.AuditEvent;
import dev.aulens.interpret.Architectures;
import dev.aulens.interpret.Identities;
import dev.aulens.interpret.Interpreter;
import dev.aulens.interpret.Restored;
import dev.aulens.interpret.Restorer;
import dev.aulens.record.AuditRecord;
import dev.aulens.record.EventId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes events as documents in the Elastic schema (docs/fields.md). The same event gives the same bytes, whenever and
 * wherever it is written, but for names that only the {@link Identities} know.
 *
 * <p>It keeps its scratch space and its buffer from event to event: not for use by several threads at once.
 */
public final class DocumentWriter {

    private static final SerializableString TIMESTAMP = DocumentJson.name("@timestamp");
    private static final SerializableString MESSAGE = DocumentJson.name("message");
    private static final SerializableString AUDITD = DocumentJson.name("auditd");
    private static final SerializableString RESULT = DocumentJson.name("result");
    private static final SerializableString ENRICHED = DocumentJson.name("enriched");
    private static final SerializableString RELATED = DocumentJson.name("related");

    private final EventFields fields;
    private final Categorizer categorizer;
    private final SystemCall call;
    private final Paths paths = new Paths();
    private final Warnings warnings = new Warnings();
    private final Names names;
    private final UserFields users;
    private final ProcessFields process;
    private final FileFields files;
    private final NetworkFields network;
    private final DataFields data;
    private final AuditdFields auditd;
    private final VectorFields vectors;
    private final EnvelopeFields envelope;
    private final Summary summary;
    private final Sentence sentence;
    private final ReportFields report;
    private final OvertakenField overtaken = new OvertakenField();
    private final Restorer restorer = new Restorer();
    private final Timestamps timestamps = new Timestamps();
    private final DocumentJson json = new DocumentJson();

    /** Makes a writer that knows no names but those in the records. */
    public DocumentWriter() {
        this(Identities.none());
    }

    /** @param identities names of users and groups for events whose records do not have them */
    public DocumentWriter(Identities identities) {
        FieldTable table = new FieldTable();
        fields = new EventFields(table);
        categorizer = new Categorizer(new Categories(table), table);
        call = new SystemCall(table, Architectures.load());
        names = new Names(identities);
        users = new UserFields(table, names);
        process = new ProcessFields(table);
        files = new FileFields(table, names);
        Interpreter interpreter = Interpreter.load();
        network = new NetworkFields(interpreter);
        data = new DataFields(table, interpreter, names);
        auditd = new AuditdFields(table, names);
        vectors = new VectorFields(table);
        envelope = new EnvelopeFields(table);
        summary = new Summary(table);
        sentence = new Sentence();
        report = new ReportFields(table, interpreter);
    }

    /** Returns the document of an event. */
    public EventDocument write(AuditEvent event) {
        EventId id = event.id();
        return new EventDocument(DocumentIds.of(id), id.millis(), json(event, id.node()));
    }

    private byte[] json(AuditEvent written, @Nullable String node) {
        AuditEvent event = written;
        if (Restorer.isInterpreted(written)) {
            Restored restored = restorer.restore(written);
            event = restored.event();
            warnings.begin(restored.doubts());
        } else {
            warnings.begin(Set.of());
        }
        fields.load(event);
        call.load(fields);
        paths.load(fields, call, warnings);
        Outcome outcome = Outcome.of(event, fields.vectors());
        AuditRecord leading = categorizer.leading(fields);
        Category category = categorizer.of(leading, fields, call, paths, outcome.said());
        users.load(fields, category);
        process.load(fields, category, outcome.said(), paths, warnings);
        network.load(event, fields, call);
        EventParts parts = new EventParts(fields, leading, category, outcome, call, paths, users, process, network);
        summary.load(parts);

        json.begin();
        json.text(TIMESTAMP, timestamps.of(event.id().millis()));
        json.text(MESSAGE, sentence.of(parts, summary));
        envelope.writeEvent(json, written, node, category, outcome.ecs(call), fields);
        envelope.writeHost(json, node);
        users.write(json);
        process.write(json, fields, call);
        files.write(json, fields, paths, leading);
        network.write(json);
        envelope.writeServiceAndPackage(json, fields);
        json.open(RELATED);
        users.writeRelated(json);
        network.writeRelated(json);
        envelope.writeRelatedHosts(json, node);
        json.close();
        writeAuditd(event, parts);
        envelope.writeLog(json, event);
        return json.end();
    }

    private void writeAuditd(AuditEvent event, EventParts parts) {
        List<String> keys = auditd.keys(fields);
        json.open(AUDITD);
        auditd.writeTypes(json, event);
        json.text(RESULT, parts.outcome().word());
        auditd.writeSession(json, fields);
        AuditdFields.writeKeys(json, keys);
        summary.write(json);
        data.write(json, fields, call, network);
        data.writeInterpreted(json, event, fields, call);
        users.writeAuditUser(json);
        auditd.writeContexts(json, fields, paths);
        files.writeRoles(json, paths);
        FileFields.writeRecords(json, paths);
        vectors.write(json, fields);
        auditd.writeTargets(json, fields);
        report.write(json, event, parts, keys);
        process.writeTruncated(json);
        if (fields.enriched()) {
            json.bool(ENRICHED, true);
        }
        data.writeExtra(json, fields, warnings);
        warnings.write(json);
        names.collect(event);
        names.write(json);
        overtaken.write(json, event.overtaken());
        json.close();
    }
}
