package dev.aulens.record;

import dev.aulens.Parts;
import java.util.List;

/**
 * The keys of audit rules in a {@code key=} field. Where several rules matched, the kernel writes their keys as one value
 * with {@link #SEPARATOR} between them (AUDIT_KEY_SEPARATOR of libaudit.h).
 */
public final class Keys {

    /** The character between two keys. */
    public static final char SEPARATOR = 1;

    private Keys() {}

    /**
     * Returns the keys in a value, in their order.
     *
     * @param value {@linkplain AuditRecord#decoded decoded}; one without a key is {@code (null)}, which comes as it is
     * @return without those that are empty
     */
    public static List<String> of(String value) {
        List<String> parts = Parts.of(value, SEPARATOR);
        return parts.contains("") ? parts.stream().filter(key -> !key.isEmpty()).toList() : parts;
    }
}
