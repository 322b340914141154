package dev.aulens.render;

import dev.aulens.event.AuditEvent;
import dev.aulens.interpret.Identities;
import dev.aulens.interpret.TextBuffer;
import dev.aulens.record.AuditRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Writes what ausearch prints without options:
 *
 * <pre>
 *   ----
 *   time->Tue Nov 14 22:13:20 2023
 *   type=PATH msg=audit(1700000000.123:101): item=0 name="/etc/shadow" ...
 *   type=SYSCALL msg=audit(1700000000.123:101): arch=c000003e syscall=257 ...
 * </pre>
 */
final class DefaultRenderer implements EventRenderer {

    /** ctime(3) in the C locale; the day of the month has a blank where it has one digit. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ROOT);

    private final ZoneId zone;
    private final Escaping escaping;
    private final TextBuffer text = new TextBuffer();

    DefaultRenderer(ZoneId zone, Escaping escaping) {
        this.zone = zone;
        this.escaping = escaping;
    }

    @Override
    public void render(AuditEvent event, Identities names, OutputStream out) throws IOException {
        text.clear();
        Instant time = Instant.ofEpochMilli(event.id().millis());
        text.append("----\ntime->").append(TIME.format(time.atZone(zone))).append('\n');
        for (AuditRecord record : RecordBytes.lastFirst(event)) {
            int before = text.length();
            RecordBytes.appendForeignNode(record, text);
            text.append(record.line(), record.start(), RecordBytes.separator(record));
            escaping.escape(text, before);
            text.append('\n');
        }
        text.writeTo(out);
    }
}
