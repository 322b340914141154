package dev.aulens.render.normalize;

import dev.aulens.event.AuditEvent;
import dev.aulens.interpret.EventInterpretation;
import dev.aulens.record.AuditRecord;
import dev.aulens.record.RecordType;
import java.util.List;
import java.util.Map;

/**
 * Normalises events that have no SYSCALL record and only one record: what programs tell the kernel, and some of the
 * kernel's own.
 *
 * <p>Actions and objects are rows of {@code single-record.tsv}; where the subject stands depends on who writes the type.
 */
final class SingleRecordNormalizer {

    private static final int LAST_DAEMON_MESSAGE = 1299; // AUDIT_LAST_DAEMON, which auparse's normalize.c leaves out
    private static final int FIRST_NETLABEL = 1406;
    private static final int LAST_NETLABEL = 1499;
    private static final String LABELLED_NETWORK = "labelled-network";

    private final Map<String, SingleRecordRule> rules;

    SingleRecordNormalizer(Map<String, SingleRecordRule> rules) {
        this.rules = rules;
    }

    /** Normalises the event's first record; there may be others that say nothing of their own. */
    NormalizedEvent normalize(AuditEvent event, EventInterpretation interpretation, String kind, boolean withLabels) {
        AuditRecord first = event.first();
        SingleRecordRule rule = rule(first.type());
        Draft draft = new Draft(event, kind);
        draft.action = rule.action() == null ? null : new Value.Word(rule.action());
        draft.objectKind = rule.kind();
        normalize(new SingleRecord(first, new FieldCursor(List.of(first)), interpretation, draft), rule, withLabels);
        return draft.finish(first);
    }

    private SingleRecordRule rule(RecordType type) {
        SingleRecordRule rule = rules.get(type.name());
        if (rule == null && isLabelledNetwork(type)) {
            rule = rules.get(LABELLED_NETWORK);
        }
        return rule == null ? SingleRecordRule.UNKNOWN : rule;
    }

    private static boolean isLabelledNetwork(RecordType type) {
        return type.number() >= FIRST_NETLABEL && type.number() <= LAST_NETLABEL;
    }

    private static void normalize(SingleRecord record, SingleRecordRule rule, boolean withLabels) {
        KernelRecords kernel = new KernelRecords(record, rule);
        UserRecords user = new UserRecords(record, rule);
        switch (record.type().name()) {
            case "CONFIG_CHANGE" -> kernel.configurationChange();
            case "FEATURE_CHANGE" -> kernel.featureChange();
            case "SECCOMP" -> kernel.seccomp();
            case "ANOM_ABEND" -> kernel.crash();
            case "ANOM_PROMISCUOUS" -> kernel.promiscuousMode();
            case "LOGIN" -> kernel.login();
            case "AVC" -> kernel.accessDecision(withLabels);
            case "BPF" -> kernel.bpf();
            case "EVENT_LISTENER" -> kernel.eventListener();
            case "NETFILTER_CFG" -> kernel.firewall();
            case "USER_LOGIN" -> user.login();
            case "USER_AVC" -> user.accessDecision(withLabels);
            default -> {
                if (record.type().isDaemonMessage() && record.type().number() != LAST_DAEMON_MESSAGE) {
                    user.daemon();
                } else if (isLabelledNetwork(record.type())) {
                    kernel.labelledNetwork();
                } else {
                    user.message();
                }
            }
        }
    }
}
