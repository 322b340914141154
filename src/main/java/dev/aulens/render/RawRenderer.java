package dev.aulens.render;

import dev.aulens.event.AuditEvent;
import dev.aulens.interpret.Identities;
import dev.aulens.interpret.TextBuffer;
import dev.aulens.record.AuditRecord;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes the records as they were read, a line each, without what a syslog daemon put before them.
 *
 * <p>As ausearch, it ends a record without names of users with the byte 0x1D if another of the event has such names.
 */
final class RawRenderer implements EventRenderer {

    private final TextBuffer text = new TextBuffer();

    @Override
    public void render(AuditEvent event, Identities names, OutputStream out) throws IOException {
        boolean enriched = isEnriched(event);
        text.clear();
        for (AuditRecord record : event.records()) {
            byte[] line = record.line();
            RecordBytes.appendForeignNode(record, text);
            text.append(line, record.start(), line.length);
            if (enriched && RecordBytes.separator(record) == line.length) {
                text.append(AuditRecord.GROUP_SEPARATOR);
            }
            text.append('\n');
        }
        text.writeTo(out);
    }

    private static boolean isEnriched(AuditEvent event) {
        for (AuditRecord record : event.records()) {
            if (RecordBytes.separator(record) < record.line().length) {
                return true;
            }
        }
        return false;
    }
}
