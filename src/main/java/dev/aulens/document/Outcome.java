package dev.aulens.document;

import com.fasterxml.jackson.core.SerializableString;
import dev.aulens.event.AuditEvent;
import dev.aulens.facts.AccessVector;
import dev.aulens.facts.AccessVector.Verdict;
import dev.aulens.facts.Fact;
import dev.aulens.facts.Success;
import dev.aulens.record.AuditRecord;
import dev.aulens.record.RecordType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether what was tried succeeded. The records are asked in order and the last answer counts, but a decision about an
 * access (of a security module, of fanotify) does not contradict its system call: a call may succeed although something
 * was denied on the way.
 *
 * @param result {@code auditd.result}: as ausearch's {@code -sv} sees it; {@link Success#UNSET} if no record says so
 * @param said ECS {@code event.outcome}: as the records say. It differs from the first where ausearch does not know a word
 *     (it takes {@code res=no} of the audit daemon for a success), or reads only the first of several decisions
 */
record Outcome(Success result, Success said) {

    private static final SerializableString ECS_SUCCESS = DocumentJson.name("success");
    private static final SerializableString ECS_FAILURE = DocumentJson.name("failure");
    private static final SerializableString ECS_UNKNOWN = DocumentJson.name("unknown");

    /** FAN_ALLOW and FAN_DENY (linux/fanotify.h); the bits above them say more about the answer, as an errno. */
    private static final int FANOTIFY_ANSWER = 3;

    private static final int FANOTIFY_ALLOW = 1;
    private static final int FANOTIFY_DENY = 2;

    /**
     * Returns the outcome of an event.
     *
     * @param vectors of its records, in their order
     */
    static Outcome of(AuditEvent event, List<AccessVector> vectors) {
        Success result = Success.UNSET;
        Success said = Success.UNSET;
        boolean isDecided = false;
        for (AuditRecord record : event.records()) {
            if (AccessVector.isIn(record)) {
                isDecided = true;
                result = result == Success.UNSET ? ofVector(vectors.get(0)) : result;
            } else if (record.type().is("FANOTIFY")) {
                isDecided = true;
            } else {
                Success answer = answer(record);
                result = answer == Success.UNSET ? result : answer;
                said = answer == Success.UNSET ? said : saidBy(record, answer);
            }
        }
        return new Outcome(result, isDecided && said == Success.UNSET ? decided(event, vectors) : said);
    }

    /** Returns auditd.result, null if no record says it. */
    @Nullable
    String word() {
        return result == Success.UNSET ? null : Fact.resultOf(result);
    }

    /** Returns event.outcome: a call that goes on in the background is neither success nor failure. */
    SerializableString ecs(SystemCall call) {
        return switch (said) {
            case UNSET -> ECS_UNKNOWN;
            case NO -> call.isPending() ? ECS_UNKNOWN : ECS_FAILURE;
            case YES -> ECS_SUCCESS;
        };
    }

    private static Success answer(AuditRecord record) {
        RecordType type = record.type();
        return switch (type.name()) {
            case "SYSCALL", "URINGOP" -> ofCall(record);
            case "PATH", "SOCKADDR", "CWD", "EXECVE", "PROCTITLE" -> Success.UNSET; // frequent, and they never say it
            case "CONFIG_CHANGE", "LOGIN" -> {
                Success kernel = ofKernel(record);
                yield kernel == Success.UNSET ? Success.YES : kernel;
            }
            default -> isOfUser(type) ? ofUser(record) : ofKernel(record);
        };
    }

    private static boolean isOfUser(RecordType type) {
        return type.isUserMessage() || type.isDaemonMessage();
    }

    private static Success ofCall(AuditRecord record) {
        int i = record.find("success");
        return i < 0 ? Success.UNSET : of(Values.equal(record, i, "yes"));
    }

    /** The kernel writes 1 and 0; copies of its records have been seen with yes and success. */
    private static Success ofKernel(AuditRecord record) {
        int i = record.find("res");
        if (i < 0) {
            return Success.UNSET;
        }
        return of(Values.equal(record, i, "1") || Values.equal(record, i, "yes") || Values.equal(record, i, "success"));
    }

    /** User space writes res=success or res=failed, PAM of old result=Success or another word. */
    private static Success ofUser(AuditRecord record) {
        int i = record.find("res");
        if (i >= 0) {
            return of(!record.value(i).startsWith("failed"));
        }
        String result = record.get("result");
        return result == null ? Success.UNSET : of(result.equalsIgnoreCase("success"));
    }

    /** Returns the answer of a record in its own words: those of user space are more than ausearch knows. */
    private static Success saidBy(AuditRecord record, Success answer) {
        int i = isOfUser(record.type()) ? record.find("res") : -1;
        if (i < 0) {
            return answer;
        }
        String word = record.value(i);
        if (word.startsWith("fail") || word.equals("no") || word.equals("0")) {
            return Success.NO;
        }
        return word.startsWith("succ") || word.equals("yes") || word.equals("1") ? Success.YES : Success.UNSET;
    }

    /** Returns what ausearch takes for the answer of a security module: permissive=1 and KILLED are nothing to it. */
    private static Success ofVector(AccessVector vector) {
        String mode = vector.appArmorMode();
        return of(mode != null ? !mode.equals("DENIED") : vector.verdict() != Verdict.DENIED);
    }

    /** Returns what all decisions of an event say: one denial is enough, whatever else was allowed. */
    private static Success decided(AuditEvent event, List<AccessVector> vectors) {
        AccessVector vector = Judgement.deciding(vectors);
        Success all = vector == null ? Success.UNSET : of(Judgement.of(vector) != Judgement.DENIED);
        for (AuditRecord record : event.records()) {
            Success answer = record.type().is("FANOTIFY") ? ofFanotify(record) : Success.UNSET;
            all = answer == Success.UNSET || all == Success.NO ? all : answer;
        }
        return all;
    }

    private static Success ofFanotify(AuditRecord record) {
        int i = record.find("resp");
        long response = i < 0 ? Values.NONE : Values.wholeNumber(record, i);
        if (response == Values.NONE) {
            return Success.UNSET;
        }
        return switch ((int) (response & FANOTIFY_ANSWER)) {
            case FANOTIFY_ALLOW -> Success.YES;
            case FANOTIFY_DENY -> Success.NO;
            default -> Success.UNSET;
        };
    }

    private static Success of(boolean succeeded) {
        return succeeded ? Success.YES : Success.NO;
    }
}
