package dev.aulens.bench.stage;

import dev.aulens.document.DocumentWriter;
import dev.aulens.document.EventDocument;
import dev.aulens.event.AuditEvent;
import dev.aulens.event.EventCopies;
import dev.aulens.event.EventSink;
import dev.aulens.interpret.Identities;
import dev.aulens.interpret.Interpreter;
import dev.aulens.interpret.PrintedCopies;
import dev.aulens.locale.DateFormat;
import dev.aulens.render.CsvColumns;
import dev.aulens.render.Escaping;
import dev.aulens.render.EventRenderer;
import dev.aulens.render.OutputFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.function.Consumer;

/** How far a log is taken on its way to documents, from its bytes on; and the two ways to text. */
public enum Stage {
    LINES("lines"),
    RECORDS("records"),
    EVENTS("events"),
    INTERPRET("events as ausearch -i"),
    CSV("events as csv"),
    DOCUMENTS("document JSON");

    private final String title;

    Stage(String title) {
        this.title = title;
    }

    /** Returns what tables call it. */
    public String title() {
        return title;
    }

    /** Tells whether the stage puts events together. */
    boolean makesEvents() {
        return compareTo(EVENTS) >= 0;
    }

    /**
     * Returns what the stage does with an event.
     *
     * @param written is told the bytes that were made of each
     */
    EventSink sink(Consumer<Integer> written) {
        return switch (this) {
            case LINES, RECORDS, EVENTS -> event -> written.accept(0);
            case INTERPRET -> rendered(OutputFormat.INTERPRET, written);
            case CSV -> rendered(OutputFormat.CSV, written);
            case DOCUMENTS -> documents(document -> written.accept(document.json().length));
        };
    }

    /** Returns what makes documents of events as {@code aulens index} does. */
    public static EventSink documents(Consumer<EventDocument> sink) {
        DocumentWriter writer = new DocumentWriter();
        PrintedCopies copies = new PrintedCopies();
        return event -> sink.accept(writer.write(copies.withoutPrinted(EventCopies.merge(event))));
    }

    private static EventSink rendered(OutputFormat format, Consumer<Integer> written) {
        EventRenderer renderer = format.renderer(new OutputFormat.Settings(
                Interpreter.load(), ZoneOffset.UTC, DateFormat.POSIX, Escaping.RAW, CsvColumns.NONE));
        CountingStream out = new CountingStream();
        return event -> {
            out.bytes = 0;
            render(renderer, event, out);
            written.accept(out.bytes);
        };
    }

    private static void render(EventRenderer renderer, AuditEvent event, OutputStream out) {
        try {
            renderer.render(event, Identities.none(), out);
        } catch (IOException e) {
            throw new UncheckedIOException("a stream that only counts cannot fail", e);
        }
    }

    private static final class CountingStream extends OutputStream {

        private int bytes;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] buffer, int from, int length) {
            bytes += length;
        }
    }
}
