package dev.aulens.render.normalize;

import dev.aulens.event.AuditEvent;
import dev.aulens.interpret.EventInterpretation;
import dev.aulens.record.AuditRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Normalises events that have no SYSCALL record and only one record: what programs tell the kernel, and some of the
 * kernel's own.
 *
 * <p>Actions and objects are rows of {@code single-record.tsv}; where the subject stands depends on who writes the type.
 */
final class SingleRecordNormalizer {

    private static final int FIRST_DAEMON = 1200;
    private static final int LAST_DAEMON = 1299;
    private static final int FIRST_NETLABEL = 1406;
    private static final int LAST_NETLABEL = 1499;

    /**
     * What the records of a type tell.
     *
     * @param action null if there is no word for it
     * @param object the fields that may name the object, apart by {@code |}
     */
    private record Rule(
            @Nullable String action,
            @Nullable String object,
            String kind,
            @Nullable String secondary,
            @Nullable String second) {

        static final Rule UNKNOWN = new Rule(null, null, Draft.UNKNOWN_KIND, null, null);
    }

    private final Map<String, Rule> rules = new HashMap<>();

    SingleRecordNormalizer() {
        for (Rows.Row row : Rows.of("single-record.tsv")) {
            rules.put(
                    row.get(0),
                    new Rule(row.optional(1), row.optional(2), row.get(3), row.optional(4), row.optional(5)));
        }
    }

    /** Normalises the event's first record; there may be others that say nothing of their own. */
    NormalizedEvent normalize(AuditEvent event, EventInterpretation interpretation, String kind, boolean withLabels) {
        AuditRecord record = event.first();
        Rule rule = rules.getOrDefault(record.type().name(), Rule.UNKNOWN);
        Work work = new Work(record, rule, new FieldCursor(List.of(record)), interpretation, new Draft(event, kind));
        work.draft.action = word(rule.action());
        work.draft.objectKind = rule.kind();
        work.normalize(withLabels);
        return work.draft.finish(record);
    }

    private static @Nullable Value word(@Nullable String word) {
        return word == null ? null : new Value.Word(word);
    }

    /** One event's normalisation. The order of searches is ausearch's, as {@link FieldCursor} depends on it. */
    private record Work(
            AuditRecord record, Rule rule, FieldCursor cursor, EventInterpretation interpretation, Draft draft) {

        void normalize(boolean withLabels) {
            switch (record.type().name()) {
                case "CONFIG_CHANGE" -> configurationChange();
                case "FEATURE_CHANGE" -> featureChange();
                case "SECCOMP" -> seccomp();
                case "ANOM_ABEND" -> crash();
                case "ANOM_PROMISCUOUS" -> promiscuousMode();
                case "LOGIN" -> login();
                case "AVC" -> accessDecision(withLabels);
                case "BPF" -> bpf();
                case "EVENT_LISTENER" -> eventListener();
                case "NETFILTER_CFG" -> firewall();
                case "USER_LOGIN" -> {
                    userLogin();
                    user();
                }
                case "USER_AVC" -> {
                    secondarySubject();
                    Value.Field login = cursor.find("auid");
                    Value.Field context = fromStart("scontext");
                    draft.primarySubject = context == null ? login : context;
                    cursor.toFirstRecord();
                    user();
                    if (withLabels) {
                        draft.primaryObject = fromStart("tcontext");
                    }
                }
                default -> byNumber(record.type().number());
            }
        }

        private void byNumber(int type) {
            if (type >= FIRST_DAEMON && type < LAST_DAEMON) {
                daemon();
            } else if (type >= FIRST_NETLABEL && type <= LAST_NETLABEL) {
                labelledNetwork();
            } else {
                secondarySubject();
                draft.primarySubject = cursor.find("auid");
                user();
            }
        }

        /** The login of somebody who may not exist: then there is only a name. */
        private void userLogin() {
            Value.Field who = cursor.find("id");
            if (who == null) {
                who = fromStart("acct");
            }
            draft.primarySubject = who;
            draft.subjectKind = Accounts.kind(who, interpretation);
            cursor.toFirstRecord();
        }

        /** Everything but the subject of what a program told the kernel. */
        private void user() {
            session();
            draft.result = cursor.find("res");
            String type = record.type().name();
            if (type.equals("USER_DEVICE") || type.equals("USYS_CONFIG")) {
                Value.Field operation = fromStart("op");
                draft.action = operation == null ? draft.action : operation;
            }
            object();
            cursor.toFirstRecord();
            draft.how = switch (type) {
                case "ANOM_EXEC" -> cursor.find("terminal");
                case "TTY" -> cursor.find("comm");
                default -> Programs.find(cursor, interpretation);
            };
        }

        private void object() {
            if (rule.object() != null) {
                draft.primaryObject = firstOf(rule.object());
            }
            draft.secondaryObject = rule.secondary() == null ? null : fromStart(rule.secondary());
            draft.secondObject = rule.second() == null ? null : fromStart(rule.second());
        }

        private Value.@Nullable Field firstOf(String names) {
            for (String name : Rows.split(names, '|')) {
                Value.Field found = fromStart(name);
                if (found != null) {
                    return found;
                }
            }
            return null;
        }

        private void configurationChange() {
            draft.primarySubject = cursor.find("auid");
            session();
            Value.Field operation = fromStart("op");
            String what =
                    operation == null ? "" : operation.text(interpretation).replace("\"", "");
            boolean rules = true;
            if (what.startsWith("add_rule")) {
                draft.action = new Value.Word("added-audit-rule");
            } else if (what.startsWith("remove_rule")) {
                draft.action = new Value.Word("deleted-audit-rule");
            } else {
                rules = false;
            }
            draft.primaryObject = Configuration.object(cursor, record);
            if (!rules) {
                cursor.toFirstRecord();
            }
            draft.result = cursor.find("res");
        }

        private void featureChange() {
            draft.primarySubject = cursor.find("auid");
            session();
            cursor.toFirstField();
            secondarySubject();
            draft.how = cursor.find("exe");
            draft.primaryObject = cursor.find("feature");
            draft.result = cursor.find("res");
        }

        private void seccomp() {
            draft.primarySubject = cursor.find("auid");
            session();
            cursor.toFirstRecord();
            secondarySubject();
            draft.how = cursor.find("exe");
            draft.primaryObject = orReset(cursor.find("syscall"));
            draft.result = cursor.find("code");
        }

        private void crash() {
            draft.primarySubject = cursor.find("auid");
            session();
            cursor.toFirstRecord();
            secondarySubject();
            draft.primaryObject = orReset(cursor.find("exe"));
            draft.how = cursor.find("sig");
            draft.result = cursor.find("res");
        }

        private void promiscuousMode() {
            draft.primarySubject = cursor.find("auid");
            session();
            draft.primaryObject = fromStart("dev");
            Value.Field uid = cursor.find("uid");
            draft.secondarySubject = uid;
            draft.subjectKind = Accounts.kind(uid, interpretation);
            draft.result = cursor.find("res");
        }

        private void login() {
            secondarySubject();
            draft.primarySubject = orReset(cursor.find("old-auid"));
            draft.primaryObject = orReset(cursor.find("auid"));
            session();
            draft.result = cursor.find("res");
        }

        private void accessDecision(boolean withLabels) {
            draft.how = orReset(cursor.find("comm"));
            Value.Field subject = orReset(cursor.find("scontext"));
            draft.primarySubject = subject;
            draft.subjectKind = Accounts.kind(subject, interpretation);
            if (withLabels) {
                draft.primaryObject = cursor.find("tcontext");
            }
            String decision = AccessDecision.of(record);
            draft.result = decision == null ? null : new Value.Word(decision);
        }

        private void daemon() {
            draft.primarySubject = cursor.find("auid");
            secondarySubject();
            session();
            draft.subjectKind = "auditd";
            draft.objectKind = "service";
            draft.how = switch (record.type().name()) {
                case "DAEMON_START" -> new Value.Word("init");
                case "DAEMON_END", "DAEMON_CONFIG", "DAEMON_RECONFIG", "DAEMON_ROTATE", "DAEMON_RESUME" ->
                    new Value.Word("signal");
                default -> null;
            };
            draft.result = cursor.find("res");
        }

        private void bpf() {
            draft.action = Operations.bpf(cursor.find("op"), interpretation);
            draft.primaryObject = fromStart("prog-id");
            draft.subjectKind = "system";
        }

        private void eventListener() {
            draft.primarySubject = cursor.find("auid");
            cursor.toFirstRecord();
            secondarySubject();
            cursor.toFirstRecord();
            session();
            draft.action = Operations.eventListener(fromStart("op"), interpretation);
            cursor.toFirstRecord();
            draft.how = Programs.find(cursor, interpretation);
            draft.primaryObject = fromStart("nl-mcgrp");
            draft.result = cursor.find("res");
        }

        private void labelledNetwork() {
            Value.Field auid = cursor.find("auid");
            draft.primarySubject = auid;
            draft.subjectKind = Accounts.kind(auid, interpretation);
            session();
            if (record.type().is("MAC_UNLBL_ALLOW")) {
                Value.Field accepts = orReset(cursor.find("unlbl_accept"));
                draft.action = accepts == null
                        ? null
                        : new Value.Word(
                                accepts.number() == 1
                                        ? "is-allowing-unlabeled-network-traffic"
                                        : "is-disallowing-unlabeled-network-traffic");
            }
            if (rule.object() != null) {
                draft.primaryObject = orReset(cursor.find(rule.object()));
            }
            draft.result = cursor.find("res");
        }

        private void firewall() {
            draft.subjectKind = "system";
            draft.primaryObject = fromStart("table");
            draft.how = fromStart("comm");
        }

        private void secondarySubject() {
            Value.Field uid = orReset(cursor.find("uid"));
            draft.secondarySubject = uid;
            draft.subjectKind = Accounts.kind(uid, interpretation);
        }

        private void session() {
            draft.session = orReset(cursor.find("ses"));
        }

        private Value.@Nullable Field fromStart(String name) {
            cursor.toFirstRecord();
            return cursor.find(name);
        }

        private Value.@Nullable Field orReset(Value.@Nullable Field found) {
            if (found == null) {
                cursor.toFirstRecord();
            }
            return found;
        }
    }
}
