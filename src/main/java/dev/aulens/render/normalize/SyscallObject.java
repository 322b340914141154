package dev.aulens.render.normalize;

import dev.aulens.event.AuditEvent;
import dev.aulens.interpret.EventInterpretation;
import dev.aulens.record.AuditRecord;
import org.jspecify.annotations.Nullable;

/** Finds the action and the object of one event that has a SYSCALL record. */
final class SyscallObject {

    private final AuditEvent event;
    private final AuditRecord call;
    private final EventInterpretation interpretation;
    private final Draft draft;
    private final String syscall;
    private final FieldCursor cursor;
    private final boolean succeeded;

    SyscallObject(AuditEvent event, AuditRecord call, EventInterpretation interpretation, Draft draft, String syscall) {
        this.event = event;
        this.call = call;
        this.interpretation = interpretation;
        this.draft = draft;
        this.syscall = syscall;
        this.cursor = new FieldCursor(event.records());
        this.succeeded =
                draft.result != null && !draft.result.text(interpretation).equals("no");
    }

    String syscall() {
        return syscall;
    }

    void action(String action) {
        draft.action = new Value.Word(action);
    }

    /** Of an event that a record tells, which is not about the system call. */
    void ofRecord(AuditRecord record, SyscallNormalizer.Rule rule) {
        action(rule.action());
        kind(rule.kind());
        String object = rule.object();
        if (object != null && object.startsWith("field:")) {
            draft.primaryObject = Draft.field(record, object.substring("field:".length()));
        } else if (object != null) {
            module();
        }
        switch (record.type().name()) {
            case "BPF" -> draft.action = Operations.bpf(Draft.field(record, "op"), interpretation);
            case "EVENT_LISTENER" -> draft.action = Operations.eventListener(Draft.field(record, "op"), interpretation);
            case "ANOM_PROMISCUOUS" -> {
                Value.Field promiscuous = Draft.field(record, "prom");
                boolean entered = promiscuous != null && promiscuous.number() != 0;
                action(entered ? "entered-promiscuous-mode-on-device" : "left-promiscuous-mode-on-device");
            }
            default -> {}
        }
    }

    /** Of a change of the audit system's configuration by a system call, as auditctl's sendto. */
    void ofConfigurationChange(AuditRecord change) {
        Value.Field operation = Draft.field(change, "op");
        if (operation == null) {
            return;
        }
        draft.action = operation;
        kind("audit-config");
        Value.Field object = Configuration.object(new FieldCursor(event.records()), change);
        if (object != null) {
            boolean setting = operation.text(interpretation).equals("set");
            draft.primaryObject = setting ? new Value.Word(object.name()) : object;
        }
    }

    /** Of an event about a system call; null for one without a rule, of which the key is known at best. */
    void ofSyscall(SyscallNormalizer.@Nullable Rule rule) {
        if (rule == null) {
            draft.primaryObject = draft.key;
            action(draft.key == null ? "triggered-unknown-audit-rule" : "triggered-audit-rule");
            kind("admin-defined-rule");
            return;
        }
        action(rule.action());
        String kind = rule.kind();
        boolean fixed = kind != null && kind.startsWith("=");
        kind(fixed && kind != null ? kind.substring(1) : kind);
        second(rule.second());
        primary(rule.object());
        if (fixed) {
            kind(kind == null ? null : kind.substring(1));
        }
    }

    private void primary(@Nullable String object) {
        if (object == null) {
            if (syscall.endsWith("kill")) {
                action(event.records().size() > 2 ? "killed-list-of-pids" : "killed-pid");
            }
            return;
        }
        switch (object) {
            case "address" -> {
                cursor.toRecord(1);
                draft.primaryObject = cursor.find("saddr");
            }
            case "module" -> module();
            case "program" -> {
                draft.primaryObject = draft.how;
                draft.how = draft.how == null ? null : new Value.Word(syscall);
            }
            case "memory" -> {
                if (succeeded) {
                    action("allocated-memory-in");
                    draft.primaryObject = Draft.field(call, "comm");
                }
            }
            case "mount" -> {
                if (succeeded) {
                    name(2);
                }
                new FileObject(event, cursor, draft).find(succeeded ? 3 : 2);
            }
            default -> new FileObject(event, cursor, draft).find(recordNumber(object));
        }
        if (draft.action instanceof Value.Word action && action.word().equals("make-device")) {
            device();
        }
    }

    private void device() {
        if (draft.objectKind.equals("character-device")) {
            action("made-character-device");
        } else if (draft.objectKind.equals("block-device")) {
            action("made-block-device");
        }
    }

    private void module() {
        boolean second = event.records().size() > 1;
        draft.primaryObject = second ? Draft.field(event.records().get(1), "name") : null;
    }

    private void second(@Nullable String second) {
        if (second == null) {
            return;
        }
        if (second.startsWith("name:")) {
            name(recordNumber(second));
        } else if (second.startsWith("identity:")) {
            identity(recordNumber(second));
        } else {
            argument(second.substring(second.indexOf(':') + 1), second.startsWith("owner:"));
        }
    }

    private void name(int record) {
        if (record < event.records().size()) {
            cursor.toRecord(record);
            draft.secondObject = cursor.find("name");
        }
    }

    private void argument(String name, boolean owner) {
        cursor.toFirstRecord();
        Value.Field argument = cursor.find(name);
        if (argument != null && owner && isMinusOne(argument)) {
            argument = new Value.Field(argument.record(), argument.index() + 1);
        }
        draft.secondObject = argument;
    }

    private static boolean isMinusOne(Value.Field argument) {
        return argument.record().value(argument.index()).equals("ffffffff");
    }

    private void identity(int most) {
        int first = call.find("a0");
        if (first < 0) {
            return;
        }
        int i = first;
        while (i < first + most - 1 && interpretation.text(call, i).equals("unset")) {
            i++;
        }
        draft.secondObject = new Value.Field(call, i);
    }

    private void kind(@Nullable String kind) {
        draft.objectKind = kind == null ? Draft.UNKNOWN_KIND : kind;
    }

    private static int recordNumber(String rule) {
        return rule.charAt(rule.length() - 1) - '0';
    }
}
