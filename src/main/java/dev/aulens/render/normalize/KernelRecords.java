package dev.aulens.render.normalize;

import dev.aulens.record.AuditRecord;
import org.jspecify.annotations.Nullable;

/**
 * Normalises single records of the kernel.
 *
 * <p>The order of searches is ausearch's, as {@link FieldCursor} depends on it.
 */
final class KernelRecords {

    private static final int SYSCALL_OF_SECCOMP = 10;
    private static final String NO_SYSCALL = "unknown-syscall(-1)";
    private static final String ALLOWING = "is-allowing-unlabeled-network-traffic";
    private static final String DISALLOWING = "is-disallowing-unlabeled-network-traffic";

    private final SingleRecord record;
    private final SingleRecordRule rule;
    private final FieldCursor cursor;
    private final Draft draft;

    KernelRecords(SingleRecord record, SingleRecordRule rule) {
        this.record = record;
        this.rule = rule;
        this.cursor = record.cursor();
        this.draft = record.draft();
    }

    void configurationChange() {
        draft.primarySubject = cursor.find("auid");
        record.session();
        Value.Field operation = record.fromStart("op");
        draft.primaryObject = Configuration.object(cursor, rule.objects());
        if (begins(operation, "add_rule")) {
            draft.action = new Value.Word("added-audit-rule");
        } else if (begins(operation, "remove_rule")) {
            draft.action = new Value.Word("deleted-audit-rule");
        } else {
            cursor.toFirstRecord();
        }
        draft.result = cursor.find("res");
    }

    private static boolean begins(Value.@Nullable Field operation, String name) {
        return operation != null && operation.record().value(operation.index()).startsWith(name);
    }

    void featureChange() {
        draft.primarySubject = cursor.find("auid");
        record.session();
        cursor.toFirstField();
        record.secondarySubject();
        draft.how = cursor.find("exe");
        draft.primaryObject = cursor.find("feature");
        draft.result = cursor.find("res");
    }

    void seccomp() {
        draft.primarySubject = cursor.find("auid");
        record.session();
        cursor.toFirstRecord();
        record.secondarySubject();
        draft.how = cursor.find("exe");
        Value.Field syscall = record.orReset(cursor.find("syscall"));
        draft.primaryObject = syscall == null || isUnderstood(syscall) ? syscall : new Value.Word(NO_SYSCALL);
        draft.result = cursor.find("code");
    }

    /** ausearch reads the system call's number in one place only, where it stands behind a {@code subj=}. */
    private static boolean isUnderstood(Value.Field syscall) {
        AuditRecord from = syscall.record();
        String enriched = from.separated("SYSCALL");
        boolean named = enriched != null && !enriched.startsWith("unknown-");
        return named || from.interpreted() || FieldCursor.place(syscall) == SYSCALL_OF_SECCOMP;
    }

    void crash() {
        draft.primarySubject = cursor.find("auid");
        record.session();
        cursor.toFirstRecord();
        record.secondarySubject();
        draft.primaryObject = record.orReset(cursor.find("exe"));
        draft.how = cursor.find("sig");
        draft.result = cursor.find("res");
    }

    void promiscuousMode() {
        draft.primarySubject = cursor.find("auid");
        record.session();
        draft.primaryObject = record.fromStart("dev");
        Value.Field uid = cursor.find("uid");
        draft.secondarySubject = uid;
        draft.subjectKind = Accounts.kind(uid, record.interpretation());
        draft.result = cursor.find("res");
    }

    void login() {
        record.secondarySubject();
        draft.primarySubject = record.orReset(cursor.find("old-auid"));
        draft.primaryObject = record.orReset(cursor.find("auid"));
        record.session();
        draft.result = cursor.find("res");
    }

    void accessDecision(boolean withLabels) {
        draft.how = record.orReset(cursor.find("comm"));
        Value.Field subject = record.orReset(cursor.find("scontext"));
        draft.primarySubject = subject;
        draft.subjectKind = Accounts.UNKNOWN;
        if (withLabels) {
            draft.primaryObject = cursor.find("tcontext");
        }
        String decision = AccessDecision.of(record.record());
        draft.result = decision == null ? null : new Value.Word(decision);
    }

    void bpf() {
        draft.action = Operations.bpf(cursor.find("op"), record.interpretation());
        draft.primaryObject = record.fromStart("prog-id");
        draft.subjectKind = "system";
    }

    void eventListener() {
        draft.primarySubject = cursor.find("auid");
        cursor.toFirstRecord();
        record.secondarySubject();
        cursor.toFirstRecord();
        record.session();
        draft.action = Operations.eventListener(record.fromStart("op"), record.interpretation());
        cursor.toFirstRecord();
        draft.how = Programs.find(cursor, record.interpretation());
        draft.primaryObject = record.fromStart("nl-mcgrp");
        draft.result = record.fromStart("res");
    }

    void labelledNetwork() {
        Value.Field auid = cursor.find("auid");
        draft.primarySubject = auid;
        draft.subjectKind = auid == null ? Accounts.UNKNOWN : Accounts.kind(auid, record.interpretation());
        record.session();
        if (record.type().is("MAC_UNLBL_ALLOW")) {
            Value.Field accepts = record.orReset(cursor.find("unlbl_accept"));
            draft.action = accepts == null ? null : new Value.Word(accepts.number() == 1 ? ALLOWING : DISALLOWING);
        }
        for (String object : rule.objects()) {
            draft.primaryObject = record.orReset(cursor.find(object));
        }
        draft.result = cursor.find("res");
    }

    void firewall() {
        draft.subjectKind = "system";
        draft.primaryObject = record.fromStart("table");
        draft.how = record.fromStart("comm");
    }
}
