package dev.aulens.document;

import com.fasterxml.jackson.core.SerializableString;
import dev.aulens.event.AuditEvent;
import dev.aulens.facts.AccessVector;
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

    static final String SUCCESS = "success";
    static final String FAIL = "fail";

    private static final SerializableString ECS_SUCCESS = DocumentJson.name("success");
    private static final SerializableString ECS_FAILURE = DocumentJson.name("failure");
    private static final SerializableString ECS_UNKNOWN = DocumentJson.name("unknown");

    private Outcome() {}

    /** Returns {@code success} or {@code fail}, null if no record says so. */
    static @Nullable String result(AuditEvent event) {
        String result = null;
        for (AuditRecord record : event.records()) {
            boolean vector = record.type().is("AVC") || record.type().is("USER_AVC");
            String answer = vector ? (result == null ? ofVector(record) : null) : answer(record);
            result = answer == null ? result : answer;
        }
        return result;
    }

    /** Returns event.outcome: a call that goes on in the background is neither success nor failure. */
    static SerializableString outcome(@Nullable String result, SystemCall call) {
        if (result == null || (result.equals(FAIL) && call.isPending())) {
            return ECS_UNKNOWN;
        }
        return result.equals(SUCCESS) ? ECS_SUCCESS : ECS_FAILURE;
    }

    private static @Nullable String answer(AuditRecord record) {
        RecordType type = record.type();
        int number = type.number();
        if (type.is("SYSCALL") || type.is("URINGOP")) {
            return ofWord(record, "success", "yes");
        }
        if (isDescription(number)) {
            return null;
        }
        boolean user = (number >= 1100 && number < 1300) || (number >= 2100 && number < 3000);
        if (user) {
            return ofUser(record);
        }
        String kernel = ofKernel(record);
        boolean succeedsSilently = type.is("CONFIG_CHANGE") || type.is("LOGIN");
        return kernel == null && succeedsSilently ? SUCCESS : kernel;
    }

    /** Records between SYSCALL and CONFIG_CHANGE's neighbours say nothing of success; asking them only costs time. */
    private static boolean isDescription(int number) {
        return number == 1302 || number == 1306 || number == 1307 || number == 1309 || number == 1327;
    }

    private static @Nullable String ofWord(AuditRecord record, String field, String success) {
        int i = record.find(field);
        return i < 0 ? null : Values.equal(record, i, success) ? SUCCESS : FAIL;
    }

    /** The kernel writes 1 and 0; copies of its records have been seen with yes and success. */
    private static @Nullable String ofKernel(AuditRecord record) {
        int i = record.find("res");
        if (i < 0) {
            return null;
        }
        boolean success =
                Values.equal(record, i, "1") || Values.equal(record, i, "yes") || Values.equal(record, i, SUCCESS);
        return success ? SUCCESS : FAIL;
    }

    /** User space writes res=success or res=failed, PAM of old result=Success or another word. */
    private static @Nullable String ofUser(AuditRecord record) {
        int i = record.find("res");
        if (i >= 0) {
            return record.value(i).startsWith("failed") ? FAIL : SUCCESS;
        }
        String result = record.get("result");
        return result == null ? null : result.equalsIgnoreCase(SUCCESS) ? SUCCESS : FAIL;
    }

    private static String ofVector(AuditRecord record) {
        int apparmor = record.find("apparmor");
        if (apparmor >= 0) {
            return record.value(apparmor).equals("DENIED") ? FAIL : SUCCESS;
        }
        return "denied".equals(AccessVector.verdict(record)) ? FAIL : SUCCESS;
    }
}
