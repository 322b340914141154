package dev.aulens.event;

import dev.aulens.record.AuditRecord;
import dev.aulens.record.RecordType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes one event of records that came from several readings: overlapping copies of a log, the files of a rotation in any
 * order, a log that stands twice in one stream.
 *
 * <p>A record that was read twice from one place counts once. A line that two readings have is the same record; it stands
 * as often as in the one that has it most often. A line that is the beginning of another reading's line is that record too:
 * it was read while it was written. The reading with the SYSCALL record, which the kernel writes first, comes first, then
 * those of older rotated files.
 */
public final class EventCopies {

    private static final String SYSCALL = "SYSCALL";

    /** All records of a part are from one source. */
    private static final Comparator<List<AuditRecord>> ORDER = Comparator.comparing(
                    (List<AuditRecord> part) -> !hasSyscall(part))
            .thenComparing(part -> part.get(0).origin().source(), new SourceOrder());

    private EventCopies() {}

    /**
     * Some of an event's records, in the order in which they were read.
     *
     * @param source they were read from
     * @param copy counts how often the source has had the event before
     */
    private record Reading(String source, int copy) {}

    /** Returns the event with each record once; the same event if its records came from one reading, each once. */
    public static AuditEvent merge(AuditEvent event) {
        if (isFromOneReading(event)) {
            return event;
        }
        Map<Reading, List<AuditRecord>> parts = new LinkedHashMap<>();
        Map<String, Integer> copies = new HashMap<>();
        Map<AuditRecord.Origin, List<AuditRecord>> read = new HashMap<>();
        for (AuditRecord record : event.records()) {
            List<AuditRecord> ofPlace = read.computeIfAbsent(record.origin(), first -> new ArrayList<>(1));
            if (indexOfSame(ofPlace, record.line()) < 0) {
                ofPlace.add(record);
                String source = record.origin().source();
                Reading reading = new Reading(source, copies.getOrDefault(source, 0));
                if (repeats(record, parts.getOrDefault(reading, List.of()))) {
                    reading = new Reading(source, copies.merge(source, 1, Integer::sum));
                }
                parts.computeIfAbsent(reading, first -> new ArrayList<>()).add(record);
            }
        }
        List<AuditRecord> merged = parts.values().stream().sorted(ORDER).reduce(List.of(), EventCopies::join);
        return event.with(merged);
    }

    /** Returns whether records of one source stand before those of another in an event. */
    public static boolean comesFirst(List<AuditRecord> part, List<AuditRecord> other) {
        return ORDER.compare(part, other) <= 0;
    }

    /** Returns the records of both parts of an event, each once; the first part's order comes first. */
    public static List<AuditRecord> join(List<AuditRecord> first, List<AuditRecord> second) {
        List<AuditRecord> joined = new ArrayList<>(first);
        List<AuditRecord> left = new ArrayList<>(first);
        List<AuditRecord> rest = new ArrayList<>();
        for (AuditRecord record : second) {
            int same = indexOfSame(left, record.line());
            if (same < 0) {
                rest.add(record);
                continue;
            }
            AuditRecord other = left.remove(same);
            if (other.line().length < record.line().length) {
                joined.set(joined.indexOf(other), record);
            }
        }
        joined.addAll(rest);
        return joined;
    }

    /**
     * Takes a line from those of an event that hold it: the same, or one that goes on where it was cut off.
     *
     * @return false if there is none
     */
    public static boolean take(String line, List<String> lines) {
        if (lines.remove(line)) {
            return true;
        }
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(line)) {
                lines.remove(i);
                return true;
            }
        }
        return false;
    }

    private static boolean repeats(AuditRecord record, List<AuditRecord> before) {
        return isOnlyOne(record.type()) && before.stream().anyMatch(each -> Arrays.equals(each.line(), record.line()));
    }

    /**
     * Returns whether an event has one such record: the kernel writes one SYSCALL record, a program or the audit daemon one
     * record altogether. Where the same one comes again, a copy begins.
     */
    private static boolean isOnlyOne(RecordType type) {
        return type.is(SYSCALL) || type.isUserMessage() || type.isDaemonMessage();
    }

    private static boolean isFromOneReading(AuditEvent event) {
        AuditRecord.Origin last = event.first().origin();
        int single = isOnlyOne(event.first().type()) ? 1 : 0;
        for (AuditRecord record : event.records().subList(1, event.records().size())) {
            AuditRecord.Origin origin = record.origin();
            single += isOnlyOne(record.type()) ? 1 : 0;
            if (!origin.source().equals(last.source()) || origin.offset() <= last.offset() || single > 1) {
                return false;
            }
            last = origin;
        }
        return true;
    }

    private static boolean hasSyscall(List<AuditRecord> records) {
        return records.stream().anyMatch(record -> record.type().is(SYSCALL));
    }

    /** Returns where the same line is, else one of which one is the beginning of the other, else -1. */
    private static int indexOfSame(List<AuditRecord> records, byte[] line) {
        int beginning = -1;
        for (int i = 0; i < records.size(); i++) {
            byte[] other = records.get(i).line();
            if (isSame(other, line)) {
                if (other.length == line.length) {
                    return i;
                }
                beginning = i;
            }
        }
        return beginning;
    }

    /** Returns whether two lines are one: the same, or one was read while it was written. */
    private static boolean isSame(byte[] first, byte[] second) {
        int common = Math.min(first.length, second.length);
        return Arrays.equals(first, 0, common, second, 0, common);
    }
}
