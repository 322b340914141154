package dev.aulens.document;

import com.sun.management.ThreadMXBean;
import dev.aulens.event.EventAssembler;
import dev.aulens.event.LinesWithoutRecord;
import dev.aulens.event.RecordReader;
import dev.aulens.record.RecordParser;
import dev.aulens.record.RecordTypes;
import dev.aulens.source.LineReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;

/**
 * Measures how fast one thread turns a log into documents: {@code DocumentBench LOG [ROUNDS]}.
 *
 * <p>Each round reads the whole log from memory; the first ones warm up the virtual machine.
 */
final class DocumentBench {

    private static final double MICROS = 1e3;

    private DocumentBench() {}

    public static void main(String[] arguments) throws IOException {
        byte[] log = Files.readAllBytes(Path.of(arguments[0]));
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        DocumentWriter writer = new DocumentWriter();
        for (int i = 0; i < rounds; i++) {
            measure(log, writer, false);
            measure(log, writer, true);
        }
    }

    private static void measure(byte[] log, DocumentWriter writer, boolean documents) throws IOException {
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long[] counts = new long[2];
        EventAssembler assembler = new EventAssembler(event -> {
            counts[0]++;
            counts[1] += documents ? writer.write(event).json().length : 0;
        });
        RecordParser parser = new RecordParser(RecordTypes.load(), ZoneOffset.UTC);
        RecordReader.Lines lines =
                new RecordReader(parser, new AllRecords()).lines(assembler, "/var/log/audit/audit.log");
        long allocated = thread.getCurrentThreadAllocatedBytes();
        long cpu = thread.getCurrentThreadCpuTime();
        new LineReader(new ByteArrayInputStream(log)).forEachLine(lines);
        assembler.flush();
        long nanos = thread.getCurrentThreadCpuTime() - cpu;
        long bytes = thread.getCurrentThreadAllocatedBytes() - allocated;
        System.out.printf(
                "%s: %d events, %.2f us and %d bytes allocated an event, %d events/s, %d bytes of JSON an event%n",
                documents ? "documents" : "events only",
                counts[0],
                nanos / MICROS / counts[0],
                bytes / counts[0],
                Math.round(counts[0] * 1e9 / nanos),
                counts[1] / counts[0]);
    }

    /** Of a log that has nothing but records. */
    private static final class AllRecords implements LinesWithoutRecord {

        @Override
        public void malformed(String source, long number, long offset, String reason, byte[] buffer, int from, int to) {
            throw new IllegalArgumentException("line " + number + ": " + reason);
        }

        @Override
        public void overlong(String source, long number, long offset, int part, byte[] buffer, int from, int to) {
            throw new IllegalArgumentException("line " + number + " is too long");
        }
    }
}
