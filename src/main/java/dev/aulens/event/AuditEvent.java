package dev.aulens.event;

import dev.aulens.record.AuditRecord;
import dev.aulens.record.EventId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All records with one node, time and serial.
 *
 * @param id what the records have in common
 * @param records in the order of the log, one at least
 * @param overtaken which event of the log has overtaken it; null if none has, or the log is not known
 */
public record AuditEvent(
        EventId id, List<AuditRecord> records, @Nullable Overtaken overtaken) {

    /**
     * @throws IllegalArgumentException if there is no record
     */
    public AuditEvent {
        records = List.copyOf(records);
        if (records.isEmpty()) {
            throw new IllegalArgumentException("an event has one record at least");
        }
    }

    /** An event that stands in its log where its time says. */
    public AuditEvent(EventId id, List<AuditRecord> records) {
        this(id, records, null);
    }

    /** Returns the event with other records, in its place. */
    public AuditEvent with(List<AuditRecord> others) {
        return new AuditEvent(id, others, overtaken);
    }

    /** Returns the first record. */
    public AuditRecord first() {
        return records.get(0);
    }

    /** Returns the first record of a type, by its name in upper case; null if there is none. */
    public @Nullable AuditRecord first(String type) {
        for (AuditRecord record : records) {
            if (record.type().is(type)) {
                return record;
            }
        }
        return null;
    }

    /** Returns the SYSCALL record, if the event has one. */
    public Optional<AuditRecord> syscall() {
        return Optional.ofNullable(first("SYSCALL"));
    }
}
