package dev.aulens.document;

import dev.aulens.record.AuditRecord;
import org.jspecify.annotations.Nullable;

/**
 * The parts of one event, each of them loaded: valid until the next event is loaded.
 *
 * @param leading the record that says what the event is, null if that is the system call
 */
record EventParts(
        EventFields fields,
        @Nullable AuditRecord leading,
        Category category,
        Outcome outcome,
        SystemCall call,
        Paths paths,
        UserFields users,
        ProcessFields process,
        NetworkFields network) {}
