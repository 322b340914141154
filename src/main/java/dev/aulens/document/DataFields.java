package dev.aulens.document;

import com.fasterxml.jackson.core.SerializableString;
import dev.aulens.event.AuditEvent;
import dev.aulens.facts.AccessVector;
import dev.aulens.interpret.EventInterpretation;
import dev.aulens.interpret.Interpreter;
import dev.aulens.record.AuditRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the records say beyond the schema: {@code auditd.data.*} for known fields, {@code auditd.extra} for others.
 *
 * <p>A field that several records have becomes an array: two netfilter tables, three access vectors.
 */
final class DataFields {

    /** How many unknown fields of one event are kept at most; {@code event.original} has all. */
    static final int MOST_EXTRA = 256;

    private static final int LONGEST_EXTRA_NAME = 128;
    private static final int LONGEST_EXTRA = 4096;

    private static final SerializableString DATA = DocumentJson.name("data");
    private static final SerializableString EXTRA = DocumentJson.name("extra");
    private static final SerializableString ARCH = DocumentJson.name("arch");
    private static final SerializableString INTERPRETED = DocumentJson.name("interpreted");
    private static final SerializableString SYSCALL = DocumentJson.name("syscall");
    private static final SerializableString SYSCALL_NUMBER = DocumentJson.name("syscall_number");
    private static final SerializableString EXIT = DocumentJson.name("exit");
    private static final SerializableString EXIT_CODE = DocumentJson.name("exit_code");
    private static final SerializableString TTY = DocumentJson.name("tty");
    private static final SerializableString SERESULT = DocumentJson.name("seresult");
    private static final SerializableString SEPERMS = DocumentJson.name("seperms");

    private final Interpreter interpreter;
    private final Names names;
    private final FieldTable.Known[] arguments;
    private final FieldTable.Known tty;
    private final FieldTable.Known verdict;

    DataFields(FieldTable table, Interpreter interpreter, Names names) {
        this.interpreter = interpreter;
        this.names = names;
        arguments = new FieldTable.Known[] {table.get("a0"), table.get("a1"), table.get("a2"), table.get("a3")};
        tty = table.get("tty");
        verdict = table.get("seresult");
    }

    /** Writes {@code auditd.data}. */
    void write(DocumentJson json, EventFields fields, SystemCall call, NetworkFields network) {
        json.open(DATA);
        writeCall(json, fields, call);
        int at = fields.first(tty);
        if (at != 0) {
            json.value(TTY, fields.record(at), fields.field(at));
        }
        network.socket().write(json);
        for (int i = 0; i < fields.knownCount(); i++) {
            FieldTable.Known field = fields.known(i);
            if (!field.own()) {
                writeField(json, fields, field);
            }
        }
        writeVector(json, fields);
        json.close();
    }

    private void writeCall(DocumentJson json, EventFields fields, SystemCall call) {
        json.text(ARCH, call.arch());
        json.text(SYSCALL, call.name());
        if (call.number() >= 0) {
            json.number(SYSCALL_NUMBER, call.number());
        }
        String error = call.errorName();
        if (error != null) {
            json.text(EXIT, error);
        } else if (call.exit() != Values.NONE) {
            json.text(EXIT, Long.toString(call.exit()));
        }
        if (call.exit() != Values.NONE) {
            json.number(EXIT_CODE, call.exit());
        }
        for (int i = 0; i < arguments.length; i++) {
            int at = fields.first(arguments[i]);
            if (at != 0 && call.argument(i) != Values.NONE) {
                json.value(arguments[i].key(), fields.record(at), fields.field(at));
            }
        }
    }

    /** Writes {@code auditd.interpreted}: what the arguments mean, where that is more than their number. */
    void writeInterpreted(DocumentJson json, AuditEvent event, EventFields fields, SystemCall call) {
        AuditRecord record = fields.syscall();
        String name = call.name();
        if (record == null || name == null) {
            return;
        }
        EventInterpretation interpretation = null;
        json.open(INTERPRETED);
        for (int i = 0; i < arguments.length; i++) {
            int at = fields.first(arguments[i]);
            if (at == 0 || fields.record(at) != record) {
                continue;
            }
            boolean known = call.argument(i) != Values.NONE;
            if (known && call.isNumbered() && interpreter.isPlainArgument(name, i)) {
                continue;
            }
            interpretation = interpretation == null ? interpreter.of(event, names) : interpretation;
            String words = known ? interpretation.text(record, fields.field(at)) : record.value(fields.field(at));
            if (!words.startsWith("0x")) {
                json.text(arguments[i].key(), words);
            }
        }
        json.close();
    }

    private static void writeField(DocumentJson json, EventFields fields, FieldTable.Known field) {
        int first = fields.first(field);
        if (fields.next(first) == 0) {
            if (!Values.saysNothing(fields.record(first), fields.field(first))) {
                if (field.encoded()) {
                    json.text(field.key(), Values.text(fields.record(first), fields.field(first)));
                } else {
                    json.value(field.key(), fields.record(first), fields.field(first));
                }
            }
            return;
        }
        DistinctTexts values = new DistinctTexts();
        for (int at = first; at != 0; at = fields.next(at)) {
            if (!Values.saysNothing(fields.record(at), fields.field(at))) {
                values.add(fields.value(field, at));
            }
        }
        writeValues(json, field.key(), values.list());
    }

    private static void writeValues(DocumentJson json, SerializableString place, List<String> values) {
        if (values.size() == 1) {
            json.text(place, values.get(0));
            return;
        }
        json.texts(place, values);
    }

    private void writeVector(DocumentJson json, EventFields fields) {
        DistinctTexts results = new DistinctTexts();
        DistinctTexts permissions = new DistinctTexts();
        for (int at = fields.first(verdict); at != 0; at = fields.next(at)) {
            results.add(fields.record(at).value(fields.field(at)));
        }
        for (AccessVector vector : fields.vectors()) {
            results.add(vector.verdictWord());
            vector.permissions().forEach(permissions::add);
        }
        writeValues(json, SERESULT, results.list());
        writeValues(json, SEPERMS, permissions.list());
    }

    /** Writes {@code auditd.extra}: unknown fields by their name, those of the call's details by record type. */
    void writeExtra(DocumentJson json, EventFields fields, Warnings warnings) {
        if (fields.strangeCount() == 0 && fields.details().isEmpty()) {
            return;
        }
        Map<String, DistinctTexts> values = new LinkedHashMap<>();
        for (int i = 0; i < fields.strangeCount(); i++) {
            add(values, "", fields.strangeRecord(i), fields.strangeField(i), warnings);
        }
        for (AuditRecord detail : fields.details()) {
            String prefix = detail.type().name().toLowerCase(Locale.ROOT) + ".";
            for (int i = 0; i < detail.fieldCount(); i++) {
                add(values, prefix, detail, i, warnings);
            }
        }
        json.open(EXTRA);
        for (Map.Entry<String, DistinctTexts> field : values.entrySet()) {
            writeValues(
                    json, DocumentJson.name(field.getKey()), field.getValue().list());
        }
        json.close();
    }

    private static void add(
            Map<String, DistinctTexts> values, String prefix, AuditRecord record, int i, Warnings warnings) {
        if (Values.saysNothing(record, i)) {
            return;
        }
        String name = prefix + record.name(i);
        boolean known = values.containsKey(name);
        if (name.length() > LONGEST_EXTRA_NAME || name.indexOf('\0') >= 0 || (!known && values.size() >= MOST_EXTRA)) {
            warnings.add("fields are only in event.original: too many, or of too long a name");
            return;
        }
        String value = record.value(i);
        DistinctTexts texts = values.computeIfAbsent(name, key -> new DistinctTexts());
        if (texts.list().size() < MOST_EXTRA) {
            texts.add(value.length() <= LONGEST_EXTRA ? value : value.substring(0, LONGEST_EXTRA) + "... [cut]");
        }
    }
}
