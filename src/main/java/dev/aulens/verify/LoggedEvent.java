package dev.aulens.verify;

import dev.aulens.document.DocumentIds;
import dev.aulens.event.AuditEvent;
import dev.aulens.event.EventCopies;
import dev.aulens.record.AuditRecord;
import dev.aulens.record.EventId;
import dev.aulens.record.ReversibleUtf8;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event of a log, as it is compared.
 *
 * @param id of the event
 * @param origin of its first record
 * @param lines its records as documents hold them
 * @param types of the records
 * @param printed the records that {@code ausearch -i} has printed, by their place; null for the others
 * @param indices that may hold its document
 */
record LoggedEvent(
        EventId id,
        AuditRecord.Origin origin,
        List<String> lines,
        List<String> types,
        List<@Nullable AuditRecord> printed,
        List<String> indices) {

    static LoggedEvent of(AuditEvent event, List<String> indices) {
        List<String> lines = new ArrayList<>(event.records().size());
        List<String> types = new ArrayList<>(event.records().size());
        List<@Nullable AuditRecord> printed = new ArrayList<>(event.records().size());
        for (AuditRecord record : event.records()) {
            lines.add(ReversibleUtf8.decode(record.line(), 0, record.line().length));
            types.add(record.type().name());
            printed.add(record.interpreted() ? record : null);
        }
        return new LoggedEvent(event.id(), event.first().origin(), lines, types, printed, indices);
    }

    String documentId() {
        return DocumentIds.of(id);
    }

    int size() {
        return lines.stream().mapToInt(String::length).sum();
    }

    /**
     * Returns the types of the records that a document lacks. It may hold more, parts of the event that stand elsewhere;
     * a record that stands twice in the log must be there twice. A printed record is there as its raw one, too.
     */
    List<String> lacking(String original, PrintedRecords records) {
        List<String> left = new ArrayList<>(List.of(original.split("\n", -1)));
        if (left.equals(lines)) {
            return List.of();
        }
        List<String> lacking = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            AuditRecord copy = printed.get(i);
            if (!EventCopies.take(lines.get(i), left) && (copy == null || !records.takeOriginal(left, copy))) {
                lacking.add(types.get(i));
            }
        }
        return lacking;
    }
}
