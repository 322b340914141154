package dev.aulens.render;

import dev.aulens.interpret.EventInterpretation;
import dev.aulens.interpret.SocketAddress;
import dev.aulens.interpret.TextBuffer;
import dev.aulens.record.Keys;
import dev.aulens.render.normalize.NormalizedEvent.Thing;
import dev.aulens.render.normalize.Value;
import org.jspecify.annotations.Nullable;

/** Writes the values of one normalised event: interpreted and escaped. */
final class ValueWriter {

    private final EventInterpretation interpretation;
    private final Escaping escaping;
    private final TextBuffer out;
    private final RealPath paths;
    private final TextBuffer buffer = new TextBuffer();

    ValueWriter(EventInterpretation interpretation, Escaping escaping, TextBuffer out) {
        this.interpretation = interpretation;
        this.escaping = escaping;
        this.out = out;
        this.paths = RealPath.of(interpretation.edition());
    }

    /** Adds text that is none of the event's values. */
    void write(String word) {
        write(new Value.Word(word));
    }

    /** Adds a value; nothing if there is none. */
    void write(@Nullable Value value) {
        if (value != null) {
            meaning(value, buffer);
            writeBuffer();
        }
    }

    /** Adds who acted: where nobody had logged in, the system. */
    void writeSubject(@Nullable Value value) {
        if (value != null && value.text(interpretation).equals("unset")) {
            out.append("system");
        } else {
            write(value);
        }
    }

    /** Adds the first of the keys in a value. */
    void writeKey(@Nullable Value value) {
        if (value == null) {
            return;
        }
        meaning(value, buffer);
        for (int i = 0; i < buffer.length(); i++) {
            if (buffer.byteAt(i) == Keys.SEPARATOR) {
                buffer.truncate(i);
            }
        }
        writeBuffer();
    }

    /** Adds one of an object's values; the name of a file from the root directory on, if the records tell it. */
    void writeObject(@Nullable Value value, Thing object) {
        if (!(value instanceof Value.Field field)) {
            write(value);
            return;
        }
        switch (field.name()) {
            case "name" -> {
                TextBuffer directory = new TextBuffer();
                if (object.directory() != null) {
                    meaning(object.directory(), directory);
                }
                meaning(value, buffer);
                paths.resolve(directory, buffer);
                writeBuffer();
            }
            case "key" -> writeKey(field);
            default -> write(field);
        }
    }

    /** Adds a socket's address without its port, or its family's name if it has no address that others could reach. */
    void writeAddress(SocketAddress address) {
        if (address instanceof SocketAddress.Inet inet) {
            write(inet.address());
        } else if (address instanceof SocketAddress.Inet6 inet6) {
            write(inet6.scope() == 0 ? inet6.address() : inet6.address() + "%" + inet6.scope());
        } else {
            write(address.family());
        }
    }

    private void meaning(Value value, TextBuffer target) {
        target.clear();
        value.write(interpretation, target);
    }

    /** Adds the buffer; what ends a line is escaped in every mode, as each event is a line. */
    private void writeBuffer() {
        escaping.escape(buffer, 0);
        for (int i = 0; i < buffer.length(); i++) {
            byte b = buffer.byteAt(i);
            if (b == '\n' || b == '\r') {
                out.append('\\').appendOctal(b, 3);
            } else {
                out.append(b);
            }
        }
    }
}
