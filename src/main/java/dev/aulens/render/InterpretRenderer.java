package dev.aulens.render;

import dev.aulens.event.AuditEvent;
import dev.aulens.interpret.EventInterpretation;
import dev.aulens.interpret.Identities;
import dev.aulens.interpret.Interpreter;
import dev.aulens.interpret.TextBuffer;
import dev.aulens.locale.DateFormat;
import dev.aulens.record.AuditRecord;
import dev.aulens.record.RecordType;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * Writes what {@code ausearch -i} prints: each record with the words for its numbers.
 *
 * <pre>
 *   ----
 *   type=SYSCALL msg=audit(11/14/23 22:13:20.123:101) : arch=x86_64 syscall=openat success=yes ... key=shadow
 * </pre>
 *
 * The values of a record are found by {@link InterpretScanner}, not taken from the record's fields: ausearch drops some
 * punctuation and keeps other, and what it prints is read by scripts.
 */
final class InterpretRenderer implements EventRenderer {

    private final Interpreter interpreter;
    private final ZoneId zone;
    private final DateFormat dates;
    private final Escaping escaping;
    private final TextBuffer text = new TextBuffer();

    InterpretRenderer(Interpreter interpreter, ZoneId zone, DateFormat dates, Escaping escaping) {
        this.interpreter = interpreter;
        this.zone = zone;
        this.dates = dates;
        this.escaping = escaping;
    }

    @Override
    public void render(AuditEvent event, Identities names, OutputStream out) throws IOException {
        EventInterpretation interpretation = interpreter.of(event, names);
        text.clear();
        text.append("----\n");
        for (AuditRecord record : RecordBytes.lastFirst(event)) {
            if (record.interpreted()) {
                int before = text.length();
                text.append(record.line(), record.start(), record.line().length);
                escaping.forContext().escape(text, before);
            } else {
                head(record);
                new InterpretScanner(record, interpretation, escaping, text).scan();
            }
            text.append('\n');
        }
        text.writeTo(out);
    }

    /** Writes {@code node=web1 type=SYSCALL msg=audit(11/14/23 22:13:20.123:101) }. */
    private void head(AuditRecord record) {
        int before = text.length();
        String node = record.id().node();
        if (node != null) {
            text.append("node=").append(node).append(' ');
        }
        RecordType type = record.type();
        text.append("type=").append(type.name()).append(" msg=audit(");
        escaping.forContext().escape(text, before);
        long millis = record.id().millis();
        LocalDateTime time = Instant.ofEpochMilli(millis).atZone(zone).toLocalDateTime();
        text.append(dates.format(time.toLocalDate()));
        text.append(' ');
        Times.append(time.toLocalTime(), text);
        int fraction = (int) Math.floorMod(millis, 1000L);
        text.append('.').append((char) ('0' + fraction / 100));
        Times.appendTwoDigits(fraction % 100, text);
        text.append(':').append(record.id().serial()).append(") ");
    }
}
