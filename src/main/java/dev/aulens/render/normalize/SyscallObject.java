package dev.aulens.render.normalize;

import dev.aulens.event.AuditEvent;
import dev.aulens.interpret.EventInterpretation;
import dev.aulens.record.AuditRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the action and the object of one event that has a SYSCALL record. */
final class SyscallObject {

    private static final String SEVERAL_KILLED = "killed-list-of-pids";

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

    /** Goes to the first record of one of the types; null if there is none. */
    @Nullable
    AuditRecord toFirstOf(Set<String> types) {
        return cursor.toFirstOf(types);
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
    void ofConfigurationChange(AuditRecord change, SingleRecordRule rule) {
        Value.Field operation = Draft.field(change, "op");
        if (operation == null) {
            return;
        }
        draft.action = operation;
        kind(rule.kind());
        Value.Field object = Configuration.object(cursor, rule.objects());
        if (object != null) {
            boolean setting = operation.text(interpretation).equals("set");
            draft.primaryObject = setting ? new Value.Word(object.name()) : object;
        }
    }

    /** Of an event about a system call; null for one without a rule, of which the key is known at best. */
    void ofSyscall(SyscallNormalizer.@Nullable Rule rule) {
        if (rule == null) {
            cursor.toFirstRecord();
            draft.primaryObject = cursor.find("key");
            action(draft.primaryObject == null ? "triggered-unknown-audit-rule" : "triggered-audit-rule");
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
            return;
        }
        switch (object) {
            case "address" -> {
                cursor.toRecord(1);
                cursor.toFirstField();
                draft.primaryObject = cursor.misplaced(cursor.find("saddr"), 1);
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
            case "processes" -> {
                draft.processes.addAll(processes());
                if (draft.processes.size() > 1) {
                    action(SEVERAL_KILLED);
                    kind("process-group");
                }
            }
            case "process" -> {
                if (event.records().size() > 2) {
                    action(SEVERAL_KILLED);
                }
            }
            case "mount" -> {
                if (succeeded) {
                    name(2);
                }
                FileObject file = new FileObject(event, cursor, draft);
                file.label(file.find(succeeded ? 3 : 2));
            }
            default -> {
                FileObject file = new FileObject(event, cursor, draft);
                file.find(recordNumber(object));
                file.label(file.path(0)); // the first, whichever is the object
            }
        }
        if (draft.action instanceof Value.Word action && action.word().equals("make-device")) {
            device();
        }
    }

    private List<Value> processes() {
        List<Value> processes = new ArrayList<>();
        for (AuditRecord record : event.records()) {
            Value process = record.type().is("OBJ_PID") ? Draft.field(record, "opid") : null;
            if (process != null) {
                processes.add(process);
            }
        }
        return processes;
    }

    private void device() {
        if (draft.objectKind.equals("character-device")) {
            action("made-character-device");
        } else if (draft.objectKind.equals("block-device")) {
            action("made-block-device");
        }
    }

    private void module() {
        cursor.toRecord(1);
        draft.primaryObject = cursor.misplaced(cursor.find("name"), 1);
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
            cursor.toFirstRecord();
            draft.secondObject = cursor.misplaced(cursor.find(second), 0);
        }
    }

    private void name(int record) {
        cursor.toRecord(record);
        cursor.toFirstField();
        draft.secondObject = cursor.misplaced(cursor.find("name"), record);
    }

    private void identity(int most) {
        int first = call.find("a0");
        if (first < 0) {
            return;
        }
        int end = Math.min(first + most, call.fieldCount());
        for (int i = first; i < end; i++) {
            if (!interpretation.text(call, i).equals("unset")) {
                draft.secondObject = new Value.Field(call, i);
                return;
            }
        }
    }

    private void kind(@Nullable String kind) {
        draft.objectKind = kind == null ? Draft.UNKNOWN_KIND : kind;
    }

    private static int recordNumber(String rule) {
        return rule.charAt(rule.length() - 1) - '0';
    }
}
