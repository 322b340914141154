package dev.aulens.bench.stage;

import dev.aulens.event.AuditEvent;
import dev.aulens.event.EventAssembler;
import dev.aulens.event.EventSink;
import dev.aulens.record.AuditRecord;
import dev.aulens.record.RecordParser;
import dev.aulens.record.RecordTypes;
import dev.aulens.source.LineReader;
import dev.aulens.source.LineSink;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Each stage alone, with what the stage before it has made of the log's beginning. One operation is the whole of it; the
 * counters {@code events} and {@code bytes} say how much of the log that is in a second.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
public class StageBenchmarks {

    /** A log; it may be compressed. */
    @Param("")
    public String log = "";

    /** How much of it is read. */
    @Param("16")
    public int megabytes;

    private final RecordParser parser = new RecordParser(RecordTypes.load(), ZoneOffset.UTC);
    private final EventSink interpreting = Stage.INTERPRET.sink(this::written);
    private final EventSink csvWriting = Stage.CSV.sink(this::written);
    private final EventSink documentWriting = Stage.DOCUMENTS.sink(this::written);
    private MemoryLog memory = MemoryLog.EMPTY;
    private long written;

    /** How much of the log was taken. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Counts {
        public long events;
        public long bytes;

        private void add(MemoryLog taken) {
            events += taken.events().size();
            bytes += taken.bytes().length;
        }
    }

    /** Reads the log. */
    @Setup(Level.Trial)
    public void read() throws IOException {
        memory = MemoryLog.read(Path.of(log), megabytes * 1_000_000);
    }

    @Benchmark
    public void lines(Counts counts, Blackhole hole) throws IOException {
        new LineReader(new ByteArrayInputStream(memory.bytes())).forEachLine(new LineSink() {
            @Override
            public void line(byte[] buffer, int from, int to, long offset) {
                hole.consume(offset);
            }

            @Override
            public void partOfOverlongLine(byte[] buffer, int from, int to, long offset, int part, boolean last) {
                hole.consume(offset);
            }

            @Override
            public void otherEntry(long offset, long length) {
                hole.consume(offset);
            }
        });
        counts.add(memory);
    }

    @Benchmark
    public void records(Counts counts, Blackhole hole) {
        int from = 0;
        for (int end : memory.ends()) {
            hole.consume(parser.parse(memory.bytes(), from, end, new AuditRecord.Origin("audit.log", from)));
            from = end + 1;
        }
        counts.add(memory);
    }

    @Benchmark
    public void events(Counts counts, Blackhole hole) {
        EventAssembler assembler = new EventAssembler(hole::consume);
        for (AuditRecord record : memory.records()) {
            assembler.accept(record);
        }
        assembler.flush();
        counts.add(memory);
    }

    @Benchmark
    public long interpret(Counts counts) {
        return each(interpreting, counts);
    }

    @Benchmark
    public long csv(Counts counts) {
        return each(csvWriting, counts);
    }

    @Benchmark
    public long documents(Counts counts) {
        return each(documentWriting, counts);
    }

    private long each(EventSink sink, Counts counts) {
        for (AuditEvent event : memory.events()) {
            sink.accept(event);
        }
        counts.add(memory);
        return written;
    }

    private void written(int bytes) {
        written += bytes;
    }
}
