package dev.aulens.bench.stage;

import dev.aulens.bench.log.LogEvents;
import dev.aulens.record.AuditRecord;
import dev.aulens.record.ParsedLine;
import dev.aulens.record.RecordParser;
import dev.aulens.record.RecordTypes;
import dev.aulens.source.LineSink;
import dev.aulens.source.LogInput;
import java.io.IOException;
import java.time.ZoneOffset;

/** Takes a log as far as one stage. Not for use by several threads at once. */
public final class StagePass {

    private final Stage stage;
    private long lines;
    private long records;
    private long events;
    private long written;
    private final LogEvents reader;
    private final RecordParser parser = new RecordParser(RecordTypes.load(), ZoneOffset.UTC);

    public StagePass(Stage stage) {
        this.stage = stage;
        this.reader = new LogEvents(stage.sink(bytes -> {
            events++;
            written += bytes;
        }));
    }

    /**
     * What came of a log.
     *
     * @param lines that it has; not counted where the stage makes events
     * @param records that were parsed; not counted where the stage makes events
     * @param events that were made
     * @param written bytes that were made of the events
     */
    public record Tally(long lines, long records, long events, long written) {}

    /** Takes a whole log. */
    public Tally run(LogInput log) throws IOException {
        lines = 0;
        records = 0;
        events = 0;
        written = 0;
        if (stage.makesEvents()) {
            reader.read(log);
        } else {
            log.forEachLine(stage == Stage.LINES ? new Lines() : new Records(log.name()), bytes -> {});
        }
        return new Tally(lines, records, events, written);
    }

    private class Lines implements LineSink {

        @Override
        public void line(byte[] buffer, int from, int to, long offset) {
            lines++;
        }

        @Override
        public void partOfOverlongLine(byte[] buffer, int from, int to, long offset, int part, boolean last) {
            lines += last ? 1 : 0;
        }

        @Override
        public void otherEntry(long offset, long length) {
            lines++;
        }
    }

    private final class Records extends Lines {

        private final String source;

        Records(String source) {
            this.source = source;
        }

        @Override
        public void line(byte[] buffer, int from, int to, long offset) {
            super.line(buffer, from, to, offset);
            ParsedLine parsed = parser.parse(buffer, from, to, new AuditRecord.Origin(source, 0, offset));
            records += parsed instanceof AuditRecord ? 1 : 0;
        }
    }
}
