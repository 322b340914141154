package dev.aulens.interpret;

import dev.aulens.event.AuditEvent;
import dev.aulens.record.AuditRecord;
import dev.aulens.record.PrintedTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds the records of an event that are there twice: as the kernel wrote them, and as {@code ausearch -i} printed them.
 * The raw record says more, so it stays.
 *
 * <p>A printed record is a copy of a raw one of its type if it has the same fields and no value that is certainly another.
 * Where that cannot be told both stay. Has no state but its tables: safe for use by several threads.
 */
public final class PrintedCopies {

    /** Fields whose text is what the value means, with blanks in it. */
    private static final Set<String> IN_WORDS = Set.of("saddr", "data", "exit", "proto");

    private final PrintedTexts texts = PrintedTexts.load();
    private final Restorer restorer = new Restorer();

    /** Returns the event without printed copies of its raw records; the same event if it has none. */
    public AuditEvent withoutPrinted(AuditEvent event) {
        if (!Restorer.isInterpreted(event)) {
            return event;
        }
        List<AuditRecord> raw = new ArrayList<>();
        for (AuditRecord record : event.records()) {
            if (!record.interpreted()) {
                raw.add(record);
            }
        }
        List<AuditRecord> kept = new ArrayList<>();
        for (AuditRecord record : event.records()) {
            if (!record.interpreted() || !removeOriginal(raw, record)) {
                kept.add(record);
            }
        }
        return kept.size() == event.records().size() ? event : event.with(kept);
    }

    /** Tells whether a record that {@code ausearch -i} printed is a copy of a raw one. */
    public boolean isCopy(AuditRecord printed, AuditRecord raw) {
        return isOriginal(raw, restorer.restore(printed));
    }

    private boolean removeOriginal(List<AuditRecord> raw, AuditRecord printed) {
        AuditRecord restored = restorer.restore(printed);
        for (int i = 0; i < raw.size(); i++) {
            if (isOriginal(raw.get(i), restored)) {
                raw.remove(i);
                return true;
            }
        }
        return false;
    }

    private boolean isOriginal(AuditRecord raw, AuditRecord restored) {
        if (!raw.type().equals(restored.type())) {
            return false;
        }
        for (int i = 0; i < restored.fieldCount(); i++) {
            String name = restored.name(i);
            int same = raw.find(name);
            boolean repeated = restored.find(name) < i || restored.find(name, i + 1) >= 0;
            if (!repeated && (same < 0 || differs(raw, same, restored, i))) {
                return false;
            }
        }
        return true;
    }

    /** A word that no number is known of may be any; where a text ends, and its control characters, may be lost. */
    private boolean differs(AuditRecord raw, int field, AuditRecord restored, int printed) {
        if (!texts.isText(restored.type(), restored.name(printed))) {
            return !restored.isQuoted(printed) && !restored.value(printed).equals(raw.value(field));
        }
        if (IN_WORDS.contains(restored.name(printed))) {
            return false;
        }
        String text = restored.decoded(printed);
        String original = raw.decoded(field).replace('\0', ' ');
        return restored.doubts().isEmpty() && !text.strip().equals(original.strip());
    }
}
