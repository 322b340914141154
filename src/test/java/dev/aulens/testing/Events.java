package dev.aulens.testing;

import dev.aulens.event.AuditEvent;
import dev.aulens.event.EventAssembler;
import dev.aulens.record.AuditRecord;
import dev.aulens.record.ParsedLine;
import dev.aulens.record.RecordParser;
import dev.aulens.record.RecordTypes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Events of logs, for tests. */
public final class Events {

    private Events() {}

    /** Returns the events of a file, oldest arrival first. */
    public static List<AuditEvent> read(Path file) {
        try {
            return read(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the events in the text. */
    public static List<AuditEvent> of(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the only event in the text. */
    public static AuditEvent single(String text) {
        List<AuditEvent> events = of(text);
        if (events.size() != 1) {
            throw new IllegalArgumentException(events.size() + " events");
        }
        return events.get(0);
    }

    /** Returns the events in the bytes. */
    public static List<AuditEvent> read(byte[] log) {
        List<AuditEvent> events = new ArrayList<>();
        EventAssembler assembler = new EventAssembler(events::add);
        RecordParser parser = new RecordParser(RecordTypes.load(), ZoneOffset.UTC);
        int from = 0;
        while (from < log.length) {
            int to = from;
            while (to < log.length && log[to] != '\n') {
                to++;
            }
            ParsedLine line = parser.parse(log, from, to, AuditRecord.Origin.NONE);
            if (line instanceof AuditRecord record) {
                assembler.accept(record);
            } else if (line instanceof ParsedLine.Separator) {
                assembler.separator();
            }
            from = to + 1;
        }
        assembler.flush();
        return events;
    }
}
