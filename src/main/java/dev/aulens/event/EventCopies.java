package dev.aulens.event;

import dev.aulens.record.AuditRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes one event of records that came from several inputs: overlapping copies of a log, or the files of a rotation in
 * any order.
 *
 * <p>A record that was read twice from one place counts once. A line that two inputs have is the same record; it stands
 * as often as in the one that has it most often. The input with the SYSCALL record, which the kernel writes first, comes
 * first, then those of older rotated files.
 */
public final class EventCopies {

    private static final Comparator<Map.Entry<String, List<AuditRecord>>> ORDER = Comparator.comparing(
                    (Map.Entry<String, List<AuditRecord>> part) -> !hasSyscall(part.getValue()))
            .thenComparing(Map.Entry::getKey, new SourceOrder());

    private EventCopies() {}

    /** Returns the event with each record once; the same event if its records came from one input, each once. */
    public static AuditEvent merge(AuditEvent event) {
        if (isFromOneReading(event)) {
            return event;
        }
        Map<String, List<AuditRecord>> parts = new LinkedHashMap<>();
        Set<AuditRecord.Origin> read = new HashSet<>();
        for (AuditRecord record : event.records()) {
            if (read.add(record.origin())) {
                parts.computeIfAbsent(record.origin().source(), source -> new ArrayList<>())
                        .add(record);
            }
        }
        List<AuditRecord> merged = new ArrayList<>();
        parts.entrySet().stream().sorted(ORDER).forEach(part -> merged.addAll(without(merged, part.getValue())));
        return event.with(merged);
    }

    private static boolean isFromOneReading(AuditEvent event) {
        AuditRecord.Origin last = event.first().origin();
        for (AuditRecord record : event.records().subList(1, event.records().size())) {
            AuditRecord.Origin origin = record.origin();
            if (!origin.source().equals(last.source()) || origin.offset() <= last.offset()) {
                return false;
            }
            last = origin;
        }
        return true;
    }

    private static boolean hasSyscall(List<AuditRecord> records) {
        return records.stream().anyMatch(record -> record.type().is("SYSCALL"));
    }

    private static List<AuditRecord> without(List<AuditRecord> present, List<AuditRecord> part) {
        List<AuditRecord> left = new ArrayList<>(present);
        List<AuditRecord> rest = new ArrayList<>();
        for (AuditRecord record : part) {
            int same = indexOfLine(left, record.line());
            if (same < 0) {
                rest.add(record);
            } else {
                left.remove(same);
            }
        }
        return rest;
    }

    private static int indexOfLine(List<AuditRecord> records, byte[] line) {
        for (int i = 0; i < records.size(); i++) {
            if (Arrays.equals(records.get(i).line(), line)) {
                return i;
            }
        }
        return -1;
    }
}
