package dev.aulens.render;

import dev.aulens.ByteBlocks;
import dev.aulens.event.AuditEvent;
import dev.aulens.interpret.TextBuffer;
import dev.aulens.record.AuditRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What the formats have in common about the bytes of records. */
final class RecordBytes {

    private RecordBytes() {}

    /** Adds {@code node=NAME } if the record's node is known, but not from the record itself. */
    static void appendForeignNode(AuditRecord record, TextBuffer out) {
        String node = record.id().node();
        if (node != null && !record.namesNode()) {
            out.append("node=").append(node).append(' ');
        }
    }

    /** Returns where the names that auditd appended begin: at a byte 0x1D in the record's body, else at the line's end. */
    static int separator(AuditRecord record) {
        byte[] line = record.line();
        return ByteBlocks.indexOf(line, AuditRecord.GROUP_SEPARATOR, record.body(), line.length);
    }

    /**
     * Returns the records in the order in which ausearch prints them when it does not print them raw: the last first;
     * of an event that ends with the daemon's own record, that one alone.
     */
    static List<AuditRecord> lastFirst(AuditEvent event) {
        List<AuditRecord> records = event.records();
        AuditRecord last = records.get(records.size() - 1);
        if (last.type().isDaemonMessage()) {
            return List.of(last);
        }
        List<AuditRecord> reversed = new ArrayList<>(records);
        Collections.reverse(reversed);
        return reversed;
    }
}
