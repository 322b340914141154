package dev.aulens.render.normalize;

import dev.aulens.event.AuditEvent;
import dev.aulens.interpret.Edition;
import dev.aulens.interpret.EventInterpretation;
import dev.aulens.record.AuditRecord;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Normalises events that have a SYSCALL record. What was done is told by a record that the kernel's part which was used
 * added (SELinux, netfilter, ...), else by the system call: rows of {@code several-records.tsv}.
 */
final class SyscallNormalizer {

    private static final String BY_SYSCALL = "syscall";

    /** What a system call, or the record that decides, tells; the table says what the words of its columns mean. */
    record Rule(
            String action,
            @Nullable String object,
            @Nullable String kind,
            @Nullable String second) {}

    private final Map<String, Rule> byRecord = new HashMap<>();
    private final Map<String, Rule> bySyscall = new HashMap<>();
    private final Map<String, SingleRecordRule> byFirst;

    /** {@code byFirst} are the rules of records that tell the same whether the system call's record follows or not. */
    SyscallNormalizer(Edition edition, Map<String, SingleRecordRule> byFirst) {
        this.byFirst = byFirst;
        for (Rows.Row row : Rows.of("several-records.tsv", edition, 2)) {
            Map<String, Rule> rules = row.get(0).equals("record") ? byRecord : bySyscall;
            rules.put(row.get(1), new Rule(row.get(2), row.optional(3), row.optional(4), row.optional(5)));
        }
    }

    NormalizedEvent normalize(AuditEvent event, AuditRecord call, EventInterpretation interpretation, String kind) {
        Draft draft = new Draft(event, kind);
        Value.Field syscall = Draft.field(call, "syscall");
        subject(call, interpretation, draft);
        SyscallObject object =
                new SyscallObject(event, call, interpretation, draft, syscallName(syscall, interpretation));
        AuditRecord first = event.first();
        SingleRecordRule rule = byFirst.getOrDefault(first.type().name(), SingleRecordRule.UNKNOWN);
        switch (first.type().name()) {
            case "ANOM_LINK" -> draft.action = rule.action() == null ? null : new Value.Word(rule.action());
            case "CONFIG_CHANGE" -> object.ofConfigurationChange(first, rule);
            default -> actionAndObject(object);
        }
        return draft.finish(call);
    }

    private static String syscallName(Value.@Nullable Field syscall, EventInterpretation interpretation) {
        return syscall == null ? "" : syscall.text(interpretation);
    }

    private static void subject(AuditRecord call, EventInterpretation interpretation, Draft draft) {
        draft.result = Draft.field(call, "success");
        draft.primarySubject = Draft.field(call, "auid");
        Value.Field uid = Draft.field(call, "uid");
        draft.secondarySubject = uid;
        draft.subjectKind = Accounts.kind(uid, interpretation);
        draft.session = Draft.field(call, "ses");
        draft.how = Programs.of(call, interpretation);
        Value.Field key = Draft.field(call, "key");
        draft.key = key == null || call.raw(key.index()).equals("(null)") ? null : key;
    }

    private void actionAndObject(SyscallObject object) {
        AuditRecord deciding = object.toFirstOf(byRecord.keySet());
        Rule rule = deciding == null ? null : byRecord.get(deciding.type().name());
        if (deciding != null && rule != null && !BY_SYSCALL.equals(rule.object())) {
            object.ofRecord(deciding, rule);
            return;
        }
        object.ofSyscall(bySyscall.get(object.syscall()));
        if (rule != null) {
            object.action(rule.action());
        }
    }
}
