package dev.aulens.bench.stage;

import dev.aulens.bench.log.PlainLog;
import dev.aulens.event.AuditEvent;
import dev.aulens.event.EventAssembler;
import dev.aulens.record.AuditRecord;
import dev.aulens.record.ParsedLine;
import dev.aulens.record.RecordParser;
import dev.aulens.record.RecordTypes;
import dev.aulens.source.LineSink;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * The beginning of a log in memory, and what comes of it at each stage.
 *
 * @param bytes of its lines
 * @param ends where each line ends, before its line feed
 * @param records of the lines
 * @param events of the records
 */
@SuppressWarnings("ArrayRecordComponent") // read in benchmarks, never compared
record MemoryLog(byte[] bytes, int[] ends, List<AuditRecord> records, List<AuditEvent> events) {

    /** A log without lines. */
    static final MemoryLog EMPTY = new MemoryLog(new byte[0], new int[0], List.of(), List.of());

    /** Reads a log as far as the lines that end within so many bytes. */
    static MemoryLog read(Path log, int most) throws IOException {
        Beginning lines = new Beginning(most);
        PlainLog.input(log).forEachLine(lines, bytes -> {});
        byte[] bytes = lines.bytes.toByteArray();
        int[] ends = lines.ends.stream().mapToInt(Integer::intValue).toArray();
        List<AuditRecord> records = records(bytes, ends);
        List<AuditEvent> events = new ArrayList<>();
        EventAssembler assembler = new EventAssembler(events::add);
        records.forEach(assembler::accept);
        assembler.flush();
        return new MemoryLog(bytes, ends, records, List.copyOf(events));
    }

    private static List<AuditRecord> records(byte[] bytes, int[] ends) {
        RecordParser parser = new RecordParser(RecordTypes.load(), ZoneOffset.UTC);
        List<AuditRecord> records = new ArrayList<>(ends.length);
        int from = 0;
        for (int end : ends) {
            ParsedLine line = parser.parse(bytes, from, end, new AuditRecord.Origin("audit.log", from));
            if (line instanceof AuditRecord record) {
                records.add(record);
            }
            from = end + 1;
        }
        return List.copyOf(records);
    }

    private static final class Beginning implements LineSink {

        private final int most;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final List<Integer> ends = new ArrayList<>();
        private boolean full;

        Beginning(int most) {
            this.most = most;
        }

        @Override
        public void line(byte[] buffer, int from, int to, long offset) {
            full |= bytes.size() + to - from >= most;
            if (!full) {
                bytes.write(buffer, from, to - from);
                ends.add(bytes.size());
                bytes.write('\n');
            }
        }

        @Override
        public void partOfOverlongLine(byte[] buffer, int from, int to, long offset, int part, boolean last) {
            // No record.
        }

        @Override
        public void otherEntry(long offset, long length) {
            // No line of the log.
        }
    }
}
