package dev.aulens.render;

import dev.aulens.event.AuditEvent;
import dev.aulens.interpret.EventInterpretation;
import dev.aulens.interpret.Identities;
import dev.aulens.interpret.Interpreter;
import dev.aulens.interpret.TextBuffer;
import dev.aulens.locale.DateFormat;
import dev.aulens.record.RecordType;
import dev.aulens.render.normalize.EventNormalizer;
import dev.aulens.render.normalize.NormalizedEvent;
import dev.aulens.render.normalize.NormalizedEvent.Subject;
import dev.aulens.render.normalize.NormalizedEvent.Thing;
import dev.aulens.render.normalize.Value;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Writes events as {@code ausearch --format csv} does, one line each below a line with the columns' names:
 *
 * <pre>
 *   ,SYSCALL,11/14/23,22:13:20,101,audit-rule,3,alice,root,privileged-acct,opened-file,success,/etc/shadow,1234,file,/usr/bin/cat
 * </pre>
 *
 * Commas and quotes in values are not quoted, as ausearch does not; no value can end the line.
 */
final class CsvRenderer implements EventRenderer {

    private static final int SECONDS_PER_HOUR = 3600;
    private static final int NANOS_PER_MILLI = 1_000_000;

    private final Interpreter interpreter;
    private final ZoneId zone;
    private final DateFormat dates;
    private final CsvColumns columns;
    private final EventNormalizer normalizer;
    private final Escaping escaping;
    private final TextBuffer text = new TextBuffer();

    CsvRenderer(Interpreter interpreter, ZoneId zone, DateFormat dates, Escaping escaping, CsvColumns columns) {
        this.interpreter = interpreter;
        this.zone = zone;
        this.dates = dates;
        this.columns = columns;
        this.escaping = escaping;
        this.normalizer = new EventNormalizer(interpreter.edition());
    }

    @Override
    public void begin(OutputStream out) throws IOException {
        text.clear();
        text.append("NODE,EVENT,DATE,TIME,")
                .append(columns.time() ? "YEAR,MONTH,DAY,WEEKDAY,HOUR,MILLI,GMT_OFFSET," : "")
                .append("SERIAL_NUM,EVENT_KIND,SESSION,SUBJ_PRIME,SUBJ_SEC,SUBJ_KIND,")
                .append(columns.labels() ? "SUBJ_LABEL," : "")
                .append("ACTION,RESULT,OBJ_PRIME,OBJ_SEC,")
                .append(columns.secondObject() ? "OBJ2," : "")
                .append(columns.labels() ? "OBJ_LABEL," : "")
                .append("OBJ_KIND,HOW")
                .append(columns.keys() ? ",KEY" : "")
                .append('\n')
                .writeTo(out);
    }

    @Override
    public void render(AuditEvent event, Identities names, OutputStream out) throws IOException {
        EventInterpretation interpretation = interpreter.of(event, names);
        NormalizedEvent normalized = normalizer.normalize(event, interpretation, columns.labels());
        text.clear();
        ValueWriter writer = new ValueWriter(interpretation, escaping, text);
        head(event, writer);
        if (normalized.kind() == null) {
            notUnderstood();
        } else {
            told(normalized, interpretation, writer);
        }
        text.append('\n').writeTo(out);
    }

    /** Ends the row as ausearch does: with a column too few, and none for a second object. */
    private void notUnderstood() {
        text.append(",,,,,,,,,").append(columns.labels() ? ",," : "").append(columns.keys() ? "," : "");
    }

    private void told(NormalizedEvent normalized, EventInterpretation interpretation, ValueWriter writer) {
        word(normalized.kind());
        subject(normalized.subject(), writer);
        action(normalized, interpretation, writer);
        object(normalized.object(), writer);
        writer.write(normalized.how());
        if (columns.keys()) {
            text.append(',');
            writer.writeKey(normalized.key());
        }
    }

    private void head(AuditEvent event, ValueWriter writer) {
        String node = event.id().node();
        if (node != null) {
            writer.write(node);
        }
        RecordType type = event.first().type();
        boolean named = type.number() != RecordType.UNKNOWN && !type.name().startsWith("UNKNOWN[");
        text.append(',').append(named ? type.name() : "").append(',');
        time(Instant.ofEpochMilli(event.id().millis()).atZone(zone));
        text.append(event.id().serial()).append(',');
    }

    private void subject(Subject subject, ValueWriter writer) {
        value(subject.session(), writer);
        writer.writeSubject(subject.primary());
        text.append(',');
        value(subject.secondary(), writer);
        word(subject.kind());
        if (columns.labels()) {
            value(subject.label(), writer);
        }
    }

    private void time(ZonedDateTime time) {
        text.append(dates.format(time.toLocalDate()));
        text.append(',');
        Times.append(time.toLocalTime(), text);
        text.append(',');
        if (columns.time()) {
            partsOf(time);
        }
    }

    private void partsOf(ZonedDateTime time) {
        text.append(time.getYear()).append(',');
        Times.appendTwoDigits(time.getMonthValue(), text);
        text.append(',');
        Times.appendTwoDigits(time.getDayOfMonth(), text);
        text.append(',').append(time.getDayOfWeek().getValue()).append(',');
        text.append(time.getHour() < 10 ? " " : "").append(time.getHour()).append(',');
        text.append(time.getNano() / NANOS_PER_MILLI).append(',');
        int offset = time.getOffset().getTotalSeconds();
        text.append(offset < 0 ? '-' : '+');
        Times.appendTwoDigits(Math.abs(offset) / SECONDS_PER_HOUR, text);
        text.append(":00,"); // ausearch prints no minutes of the offset
    }

    private void action(NormalizedEvent event, EventInterpretation interpretation, ValueWriter writer) {
        if (event.action() != null) {
            writer.write(event.action());
        } else {
            text.append("did-unknown");
        }
        text.append(',');
        word(
                switch (Result.of(event, interpretation)) {
                    case UNKNOWN -> null;
                    case SUCCESS -> "success";
                    case FAILURE -> "failed";
                });
    }

    private void object(Thing object, ValueWriter writer) {
        writer.writeObject(object.primary(), object);
        text.append(',');
        value(object.secondary(), writer);
        if (columns.secondObject()) {
            writer.writeObject(object.second(), object);
            text.append(',');
        }
        if (columns.labels()) {
            value(object.label(), writer);
        }
        word(object.kind());
    }

    private void value(@Nullable Value value, ValueWriter writer) {
        writer.write(value);
        text.append(',');
    }

    private void word(@Nullable String word) {
        text.append(word == null ? "" : word).append(',');
    }
}
