package dev.aulens.render;

import dev.aulens.event.AuditEvent;
import dev.aulens.interpret.EventInterpretation;
import dev.aulens.interpret.Identities;
import dev.aulens.interpret.Interpreter;
import dev.aulens.interpret.SocketAddress;
import dev.aulens.interpret.TextBuffer;
import dev.aulens.locale.DateFormat;
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
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes events as {@code ausearch --format text} does, a sentence each:
 *
 * <pre>
 *   At 22:13:20 11/14/23 alice, acting as root, successfully opened-file /etc/shadow using /usr/bin/cat
 * </pre>
 */
final class TextRenderer implements EventRenderer {

    private static final int NOBODY = -1;
    private static final int MOST_PROCESSES = 3;

    private final Interpreter interpreter;
    private final ZoneId zone;
    private final DateFormat dates;
    private final Escaping escaping;
    private final EventNormalizer normalizer;
    private final TextBuffer text = new TextBuffer();

    TextRenderer(Interpreter interpreter, ZoneId zone, DateFormat dates, Escaping escaping) {
        this.interpreter = interpreter;
        this.zone = zone;
        this.dates = dates;
        this.escaping = escaping;
        this.normalizer = new EventNormalizer(interpreter.edition());
    }

    @Override
    public void render(AuditEvent event, Identities names, OutputStream out) throws IOException {
        EventInterpretation interpretation = interpreter.of(event, names);
        NormalizedEvent normalized = normalizer.normalize(event, interpretation, false);
        text.clear();
        ValueWriter writer = new ValueWriter(interpretation, escaping, text);
        head(event, writer);
        subject(normalized.subject(), interpretation, writer);
        text.append(
                switch (Result.of(normalized, interpretation)) {
                    case UNKNOWN -> " ";
                    case SUCCESS -> " successfully ";
                    case FAILURE -> " unsuccessfully ";
                });
        action(normalized, writer);
        object(event, normalized.object(), writer);
        processes(normalized.object().processes(), writer);
        Value action = normalized.action();
        boolean saysHow = action != null && !action.text(interpretation).startsWith("e");
        if (normalized.how() != null && saysHow) { // not: executed, ended a session
            text.append("using ");
            writer.write(normalized.how());
        }
        text.append('\n').writeTo(out);
    }

    private void head(AuditEvent event, ValueWriter writer) {
        String node = event.id().node();
        if (node != null) {
            text.append("On ");
            writer.write(node);
            text.append(" at ");
        } else {
            text.append("At ");
        }
        ZonedDateTime time = Instant.ofEpochMilli(event.id().millis()).atZone(zone);
        Times.append(time.toLocalTime(), text);
        text.append(' ');
        text.append(dates.format(time.toLocalDate()));
        text.append(' ');
    }

    private void subject(Subject subject, EventInterpretation interpretation, ValueWriter writer) {
        writer.writeSubject(subject.primary());
        if (isOther(subject, interpretation)) {
            text.append(", acting as ");
            writer.write(subject.secondary());
            text.append(',');
        }
    }

    /** Returns whether somebody acted with the rights of somebody else. */
    private static boolean isOther(Subject subject, EventInterpretation interpretation) {
        if (!(subject.primary() instanceof Value.Field primary)
                || !(subject.secondary() instanceof Value.Field secondary)) {
            return false;
        }
        if (primary.record().interpreted()) {
            return !primary.text(interpretation).equals(secondary.text(interpretation));
        }
        return secondary.number() != NOBODY && secondary.number() != primary.number();
    }

    private void action(NormalizedEvent event, ValueWriter writer) {
        if (event.action() == null) {
            text.append("did-unknown");
        } else {
            writer.write(event.action());
        }
        text.append(' ');
    }

    private void object(AuditEvent event, Thing object, ValueWriter writer) {
        if (object.primary() != null) {
            SocketAddress address = address(event, object.primary());
            if (address != null) {
                writer.writeAddress(address);
            } else {
                writer.writeObject(object.primary(), object);
            }
            text.append(' ');
        }
        if (object.second() != null) {
            text.append("to ");
            writer.writeObject(object.second(), object);
            text.append(' ');
        }
    }

    private void processes(List<Value> processes, ValueWriter writer) {
        if (processes.isEmpty()) {
            return;
        }
        text.append('(');
        for (int i = 0; i < Math.min(MOST_PROCESSES, processes.size()); i++) {
            text.append(i == 0 ? "" : ",");
            writer.write(processes.get(i));
        }
        text.append(processes.size() > MOST_PROCESSES ? ",...) " : ") ");
    }

    private @Nullable SocketAddress address(AuditEvent event, Value value) {
        return value instanceof Value.Field field && field.name().equals("saddr")
                ? interpreter.socketAddress(event, field.record())
                : null;
    }
}
