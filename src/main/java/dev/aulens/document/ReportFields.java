package dev.aulens.document;

import com.fasterxml.jackson.core.SerializableString;
import dev.aulens.event.AuditEvent;
import dev.aulens.facts.EventFacts;
import dev.aulens.facts.Fact;
import dev.aulens.facts.FactsReader;
import dev.aulens.interpret.Interpreter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What aureport reads otherwise than the schema has it: {@code auditd.report}, so that its reports can be counted at the
 * server. Of most events there is nothing to write but file names.
 */
final class ReportFields {

    private static final SerializableString REPORT = DocumentJson.name("report");
    private static final SerializableString NOT = DocumentJson.name("not");

    private static final long NO_NUMBER = -1;
    private static final long SEVERAL = -2;

    private final FactsReader reader;
    private final FieldTable.Known tty;
    private final FieldTable.Known acct;
    private final FieldTable.Known pid;
    private final FieldTable.Known auid;
    private final Map<Fact, SerializableString> names = new EnumMap<>(Fact.class);
    private final List<String> notRead = new ArrayList<>();

    ReportFields(FieldTable table, Interpreter interpreter) {
        reader = new FactsReader(interpreter);
        tty = table.get("tty");
        acct = table.get("acct");
        pid = table.get("pid");
        auid = table.get("auid");
        for (Fact fact : Fact.values()) {
            names.put(fact, DocumentJson.name(fact.shortName()));
        }
    }

    /**
     * Writes the event's exceptions.
     *
     * @param keys what the document has as keys
     */
    void write(DocumentJson json, AuditEvent event, EventParts parts, List<String> keys) {
        EventFields fields = parts.fields();
        SystemCall call = parts.call();
        ProcessFields process = parts.process();
        EventFacts facts = reader.read(event, fields.vectors());
        notRead.clear();
        json.open(REPORT);
        write(json, Fact.COMMAND, facts, process.name());
        write(json, Fact.EXECUTABLE, facts, process.executable());
        write(json, Fact.TERMINAL, facts, plain(fields, tty));
        write(json, Fact.HOST, facts, null);
        write(json, Fact.ACCOUNT, facts, single(fields, acct));
        long user = facts.uid() == -1 ? NO_NUMBER : Integer.toUnsignedLong(facts.uid());
        long shown = parts.users().shownNumber();
        writeNumber(json, Fact.USER, facts, user, shown < 0 ? NO_NUMBER : shown);
        long login = facts.auid() == EventFacts.NO_AUID ? NO_NUMBER : Integer.toUnsignedLong(facts.auid());
        writeNumber(json, Fact.LOGIN_USER, facts, login, number(fields, auid, true));
        writeNumber(json, Fact.PROCESS, facts, facts.pid(), number(fields, pid, false));
        long number = facts.call() == null ? NO_NUMBER : facts.syscall();
        writeNumber(json, Fact.SYSCALL, facts, number, call.number());
        List<String> carried = Fact.CALL_NAME.values(facts);
        if (!carried.isEmpty() && !carried.get(0).equals(call.name())) {
            json.text(name(Fact.CALL_NAME), carried.get(0));
        }
        write(json, Fact.RESULT, facts, parts.outcome().word());
        if (keys.size() > 1 || !Fact.KEY.values(facts).equals(keys)) {
            writeList(json, Fact.KEY, facts);
        }
        json.openArray(name(Fact.FILE));
        for (int i = 0; i < facts.files().size(); i++) {
            json.element(i + " " + facts.files().get(i).name());
        }
        json.close();
        if (!facts.decisions().isEmpty()) {
            writeList(json, Fact.OBJECT, facts);
        }
        json.texts(NOT, notRead);
        json.close();
    }

    /**
     * Writes a number; mostly the schema has the same, and no text of it need be made.
     *
     * @param number the fact, {@link #NO_NUMBER} if the event has none
     * @param inSchema the document's one number; below 0 if it has none, {@link #SEVERAL} if it has several
     */
    private void writeNumber(DocumentJson json, Fact fact, EventFacts facts, long number, long inSchema) {
        if (number < 0 || number != inSchema) {
            write(json, fact, facts, inSchema == SEVERAL ? "" : inSchema < 0 ? null : Long.toString(inSchema));
        }
    }

    /** @param inSchema the document's one value; null if it has none, empty if it has several */
    private void write(DocumentJson json, Fact fact, EventFacts facts, @Nullable String inSchema) {
        List<String> values = fact.values(facts);
        if (values.isEmpty()) {
            if (inSchema != null) {
                notRead.add(fact.shortName());
            }
        } else if (!values.get(0).equals(inSchema)) {
            json.text(name(fact), values.get(0));
        }
    }

    private void writeList(DocumentJson json, Fact fact, EventFacts facts) {
        List<String> values = fact.values(facts);
        if (values.isEmpty() && fact == Fact.KEY) {
            notRead.add(fact.shortName());
        }
        json.openArray(name(fact));
        for (int i = 0; i < values.size(); i++) {
            json.element(i + " " + values.get(i));
        }
        json.close();
    }

    private SerializableString name(Fact fact) {
        SerializableString name = names.get(fact);
        if (name == null) {
            throw new IllegalArgumentException("no name of " + fact);
        }
        return name;
    }

    private static @Nullable String plain(EventFields fields, FieldTable.Known field) {
        int at = fields.first(field);
        return at == 0 ? null : fields.record(at).value(fields.field(at));
    }

    private static @Nullable String single(EventFields fields, FieldTable.Known field) {
        String value = null;
        for (int at = fields.first(field); at != 0; at = fields.next(at)) {
            if (!Values.saysNothing(fields.record(at), fields.field(at))) {
                String next = fields.value(field, at);
                if (value != null && !value.equals(next)) {
                    return "";
                }
                value = next;
            }
        }
        return value;
    }

    private static long number(EventFields fields, FieldTable.Known field, boolean onlyFirst) {
        int first = fields.first(field);
        if (first == 0) {
            return NO_NUMBER;
        }
        long number = number(fields, first, onlyFirst);
        for (int at = fields.next(first); at != 0 && !onlyFirst; at = fields.next(at)) {
            if (number(fields, at, false) != number) {
                return SEVERAL;
            }
        }
        return number < 0 ? NO_NUMBER : number;
    }

    private static long number(EventFields fields, int at, boolean isId) {
        return isId
                ? Values.id(fields.record(at), fields.field(at))
                : Values.wholeNumber(fields.record(at), fields.field(at));
    }
}
