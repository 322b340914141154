package dev.aulens.document;

import dev.aulens.facts.AccessVector;
import dev.aulens.facts.AccessVector.Verdict;
import dev.aulens.record.AuditRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a security module's access vector says of the access: whether it took place. */
enum Judgement {
    /** It did not take place. */
    DENIED,
    /** It took place: it was granted, or the module only records what it would deny (permissive, complain mode). */
    ALLOWED,
    /** The record is about the module's policy, not about an access. */
    NOTICE;

    /** Returns what an access vector says. */
    static Judgement of(AccessVector vector) {
        AuditRecord record = vector.record();
        String mode = vector.appArmorMode();
        if (mode != null) {
            return ofAppArmor(mode);
        }
        Verdict verdict = vector.verdict();
        if (verdict == null && record.type().is("USER_AVC")) {
            return NOTICE;
        }
        return verdict == Verdict.GRANTED || "1".equals(record.get("permissive")) ? ALLOWED : DENIED;
    }

    private static Judgement ofAppArmor(String mode) {
        return switch (mode) {
            case "ALLOWED", "AUDIT" -> ALLOWED;
            case "STATUS" -> NOTICE;
            default -> DENIED;
        };
    }

    /** Returns the access vector that decides what an event is: the first denial, else the first; null if there is none. */
    static @Nullable AccessVector deciding(List<AccessVector> vectors) {
        for (AccessVector vector : vectors) {
            if (of(vector) == DENIED) {
                return vector;
            }
        }
        return vectors.isEmpty() ? null : vectors.get(0);
    }
}
