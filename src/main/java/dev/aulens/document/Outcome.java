package dev.aulens.document;

import com.fasterxml.jackson.core.SerializableString;
import dev.aulens.event.AuditEvent;
import dev.aulens.facts.AccessVector;
import dev.aulens.facts.AccessVector.Verdict;
import dev.aulens.facts.Fact;
import dev.aulens.facts.Success;
import dev.aulens.record.AuditRecord;
import dev.aulens.record.RecordType;
import org.jspecify.annotations.Nullable;

/**
 * Whether what was tried succeeded: {@code auditd.result}, as ausearch's {@code -sv} sees it, and ECS event.outcome.
 *
 * <p>The records are asked in order and the last answer counts, but an access vector does not contradict its system
 * call: a call may succeed although something was denied on the way.
 */
final class Outcome {

    private static final SerializableString ECS_SUCCESS = DocumentJson.name("success");
    private static final SerializableString ECS_FAILURE = DocumentJson.name("failure");
    private static final SerializableString ECS_UNKNOWN = DocumentJson.name("unknown");

    private Outcome() {}

    /** Returns whether it succeeded, {@link Success#UNSET} if no record says so. */
    static Success of(AuditEvent event) {
        Success result = Success.UNSET;
        for (AuditRecord record : event.records()) {
            boolean isOverruled = AccessVector.isIn(record) && result != Success.UNSET;
            Success answer = isOverruled ? Success.UNSET : answer(record);
            result = answer == Success.UNSET ? result : answer;
        }
        return result;
    }

    /** Returns auditd.result, null if no record says so. */
    static @Nullable String word(Success result) {
        return result == Success.UNSET ? null : Fact.resultOf(result);
    }

    /** Returns event.outcome: a call that goes on in the background is neither success nor failure. */
    static SerializableString ecs(Success result, SystemCall call) {
        return switch (result) {
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
            case "AVC", "USER_AVC" -> ofVector(record);
            case "CONFIG_CHANGE", "LOGIN" -> {
                Success said = ofKernel(record);
                yield said == Success.UNSET ? Success.YES : said;
            }
            default -> type.isUserMessage() || type.isDaemonMessage() ? ofUser(record) : ofKernel(record);
        };
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

    private static Success ofVector(AuditRecord record) {
        int apparmor = record.find("apparmor");
        return of(
                apparmor >= 0
                        ? !record.value(apparmor).equals("DENIED")
                        : AccessVector.of(record).verdict() != Verdict.DENIED);
    }

    private static Success of(boolean succeeded) {
        return succeeded ? Success.YES : Success.NO;
    }
}
