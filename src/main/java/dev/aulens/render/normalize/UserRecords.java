package dev.aulens.render.normalize;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Normalises single records that programs write through the kernel, and those of the audit daemon.
 *
 * <p>The order of searches is ausearch's, as {@link FieldCursor} depends on it.
 */
final class UserRecords {

    private static final int DAEMON_START = 1200; // of libaudit.h
    private static final int DAEMON_ABORT = 1202;
    private static final int DAEMON_ACCEPT = 1207;

    private final SingleRecord record;
    private final SingleRecordRule rule;
    private final FieldCursor cursor;
    private final Draft draft;

    UserRecords(SingleRecord record, SingleRecordRule rule) {
        this.record = record;
        this.rule = rule;
        this.cursor = record.cursor();
        this.draft = record.draft();
    }

    /** What most programs write. */
    void message() {
        record.secondarySubject();
        draft.primarySubject = cursor.find("auid");
        withSubject();
    }

    /** What SELinux's user-space managers decided. */
    void accessDecision(boolean withLabels) {
        record.secondarySubject();
        Value.Field login = cursor.find("auid");
        Value.Field context = record.fromStart("scontext");
        draft.primarySubject = context == null ? login : context;
        cursor.toFirstRecord();
        withSubject();
        if (withLabels) {
            draft.primaryObject = record.fromStart("tcontext");
        }
        String decision = AccessDecision.ofOldManager(record.record());
        draft.result = decision == null ? null : new Value.Word(decision);
    }

    /** The login of somebody who may not exist: then there is only a name. */
    void login() {
        Value.Field who = cursor.find("id");
        if (who == null) {
            who = record.fromStart("acct");
        }
        draft.primarySubject = who;
        draft.subjectKind = Accounts.kind(who, record.interpretation());
        cursor.toFirstRecord();
        withSubject();
    }

    private void withSubject() {
        record.session();
        draft.result = cursor.find("res");
        String type = record.type().name();
        if (type.equals("USER_DEVICE") || type.equals("USYS_CONFIG")) {
            Value.Field operation = record.fromStart("op");
            draft.action = operation == null ? draft.action : operation;
        }
        object();
        cursor.toFirstRecord();
        draft.how = switch (type) {
            case "ANOM_EXEC" -> cursor.find("terminal");
            case "TTY" -> cursor.find("comm");
            default -> Programs.find(cursor, record.interpretation());
        };
    }

    private void object() {
        draft.primaryObject = firstOf(rule.objects());
        draft.secondaryObject = rule.secondary() == null ? null : record.fromStart(rule.secondary());
        draft.secondObject = rule.second() == null ? null : record.fromStart(rule.second());
    }

    private Value.@Nullable Field firstOf(List<String> names) {
        for (String name : names) {
            Value.Field found = record.fromStart(name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** What the audit daemon writes about itself. */
    void daemon() {
        draft.primarySubject = cursor.find("auid");
        record.secondarySubject();
        record.session();
        draft.subjectKind = "auditd";
        draft.objectKind = "service";
        int type = record.type().number();
        if (type == DAEMON_START) {
            draft.how = new Value.Word("init");
        } else if (type < DAEMON_ACCEPT && type != DAEMON_ABORT) {
            draft.how = new Value.Word("signal");
        }
        draft.result = cursor.find("res");
    }
}
