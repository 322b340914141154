package dev.aulens.bench.log;

import dev.aulens.event.EventAssembler;
import dev.aulens.event.EventSink;
import dev.aulens.event.LinesWithoutRecord;
import dev.aulens.event.RecordReader;
import dev.aulens.record.RecordParser;
import dev.aulens.record.RecordTypes;
import dev.aulens.source.LogInput;
import java.io.IOException;
import java.time.ZoneOffset;

/** Reads logs as events; lines that are no records are passed over. Not for use by several threads at once. */
public final class LogEvents {

    private final RecordParser parser = new RecordParser(RecordTypes.load(), ZoneOffset.UTC);
    private final EventAssembler assembler;

    /** @param sink takes the events of all logs */
    public LogEvents(EventSink sink) {
        this.assembler = new EventAssembler(sink);
    }

    /** Reads a log to its end. */
    public void read(LogInput log) throws IOException {
        log.forEachLine(new RecordReader(parser, new PassedOver()).lines(assembler, log.name()), bytes -> {});
        assembler.flush();
    }

    private static final class PassedOver implements LinesWithoutRecord {

        @Override
        public void malformed(String source, long number, long offset, String reason, byte[] buffer, int from, int to) {
            // A real log may have some.
        }

        @Override
        public void overlong(String source, long number, long offset, int part, byte[] buffer, int from, int to) {
            // Likewise.
        }
    }
}
