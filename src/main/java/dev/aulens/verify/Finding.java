package dev.aulens.verify;

import dev.aulens.record.AuditRecord;
import dev.aulens.record.EventId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event for which log and index do not agree.
 *
 * @param kind how they differ
 * @param id of the event
 * @param origin where the log has it; null if it has not
 * @param names the types of the records that the document lacks, or its fields that are altered
 */
public record Finding(Kind kind, EventId id, AuditRecord.@Nullable Origin origin, List<String> names) {

    /** How log and index differ. */
    public enum Kind {
        /** The index has no document of the event. */
        MISSING,
        /** The document lacks records that the log has. */
        DIFFERENT,
        /** Two indices hold the event, one named for a month and one for a day. */
        DOUBLED,
        /** The document has all records, but fields that are not what they say. */
        ALTERED,
        /** The index has an event that the log has not. */
        EXTRA
    }

    public Finding {
        names = List.copyOf(names);
    }
}
