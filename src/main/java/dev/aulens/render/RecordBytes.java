package dev.aulens.render;

import dev.aulens.event.AuditEvent;
import dev.aulens.interpret.TextBuffer;
import dev.aulens.record.AuditRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What the formats have in common about the bytes of records. */
final class RecordBytes {

    /** Stands before the names that auditd appends. */
    static final byte GROUP_SEPARATOR = 0x1D;

    private static final byte[] NODE = {'n', 'o', 'd', 'e', '='};
    private static final byte[] HOST = {'h', 'o', 's', 't', '='};
    private static final int FIRST_DAEMON_TYPE = 1200;
    private static final int LAST_DAEMON_TYPE = 1299;

    private RecordBytes() {}

    /** Adds {@code node=NAME } if the record's node is known, but not from the record itself. */
    static void appendForeignNode(AuditRecord record, TextBuffer out) {
        String node = record.id().node();
        if (node != null && !startsWith(record, NODE) && !startsWith(record, HOST)) {
            out.append("node=").append(node).append(' ');
        }
    }

    /** Returns where the names that auditd appended begin: at a byte 0x1D in the record's body, else at the line's end. */
    static int separator(AuditRecord record) {
        byte[] line = record.line();
        for (int i = record.body(); i < line.length; i++) {
            if (line[i] == GROUP_SEPARATOR) {
                return i;
            }
        }
        return line.length;
    }

    /**
     * Returns the records in the order in which ausearch prints them when it does not print them raw: the last first;
     * of an event that ends with the daemon's own record, that one alone.
     */
    static List<AuditRecord> lastFirst(AuditEvent event) {
        List<AuditRecord> records = event.records();
        AuditRecord last = records.get(records.size() - 1);
        int type = last.type().number();
        if (type >= FIRST_DAEMON_TYPE && type <= LAST_DAEMON_TYPE) {
            return List.of(last);
        }
        List<AuditRecord> reversed = new ArrayList<>(records);
        Collections.reverse(reversed);
        return reversed;
    }

    private static boolean startsWith(AuditRecord record, byte[] prefix) {
        byte[] line = record.line();
        int start = record.start();
        if (line.length - start < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if (line[start + i] != prefix[i]) {
                return false;
            }
        }
        return true;
    }
}
