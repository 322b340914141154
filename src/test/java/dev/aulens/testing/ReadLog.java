package dev.aulens.testing;

import dev.aulens.event.AuditEvent;
import dev.aulens.event.EventAssembler;
import dev.aulens.event.LineCounts;
import dev.aulens.event.LinesWithoutRecord;
import dev.aulens.event.RecordReader;
import dev.aulens.record.RecordParser;
import dev.aulens.record.RecordTypes;
import dev.aulens.source.LineSink;
import dev.aulens.source.LogInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A log read the whole way from bytes to events, in whatever form it is, with the counts of its lines. */
public final class ReadLog {

    private final List<AuditEvent> events = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();
    private final RecordReader reader;
    private final EventAssembler assembler = new EventAssembler(events::add);
    private int waiting;
    private int mostWaiting;

    @Nullable
    private IOException fault;

    private ReadLog(ZoneId zone) {
        reader = new RecordReader(new RecordParser(RecordTypes.load(), zone), new Reasons());
    }

    /** Reads the bytes; dates of interpreted text are UTC. */
    public static ReadLog of(byte[] bytes) {
        return of(bytes, ZoneOffset.UTC);
    }

    /** Reads the bytes. */
    public static ReadLog of(byte[] bytes, ZoneId zone) {
        return of(List.of(LogInput.stream(new ByteArrayInputStream(bytes))), zone);
    }

    /** Reads the inputs one after another, as one log. */
    public static ReadLog of(Iterable<LogInput> inputs, ZoneId zone) {
        ReadLog log = new ReadLog(zone);
        try {
            log.read(inputs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return log;
    }

    /** Reads damaged bytes as far as they can be read; {@link #fault} says where that ends. */
    public static ReadLog untilFault(byte[] bytes) {
        ReadLog log = new ReadLog(ZoneOffset.UTC);
        try {
            log.read(List.of(LogInput.stream(new ByteArrayInputStream(bytes))));
        } catch (IOException e) {
            log.fault = e;
            log.assembler.flush();
        }
        return log;
    }

    private void read(Iterable<LogInput> inputs) throws IOException {
        for (LogInput input : inputs) {
            input.forEachLine(lines(input.name()), bytes -> {});
        }
        assembler.flush();
    }

    /** Returns why the input could not be read to its end. */
    public Optional<IOException> fault() {
        return Optional.ofNullable(fault);
    }

    /** Returns the events in the order in which they were complete. */
    public List<AuditEvent> events() {
        return events;
    }

    /** Returns why lines are no records, one reason for each. */
    public List<String> reasons() {
        return reasons;
    }

    public long lines() {
        return reader.counts().lines();
    }

    public long records() {
        return reader.counts().records();
    }

    /** Returns the lines and entries of other programs. */
    public long others() {
        return reader.counts().others();
    }

    /** Returns how many records waited for their event at most. */
    public int mostWaiting() {
        return mostWaiting;
    }

    /** Tells whether each line is counted once. */
    public boolean addsUp() {
        int inEvents = events.stream().mapToInt(event -> event.records().size()).sum();
        LineCounts counts = reader.counts();
        return counts.addsUp() && counts.malformed() == reasons.size() && inEvents <= counts.records();
    }

    /** The lines of one input. */
    private LineSink lines(String source) {
        LineSink lines = reader.lines(assembler, source);
        return new LineSink() {
            @Override
            public void line(byte[] buffer, int from, int to, long offset) {
                lines.line(buffer, from, to, offset);
                waiting = 0;
                assembler.forEachWaiting(record -> waiting++);
                mostWaiting = Math.max(mostWaiting, waiting);
            }

            @Override
            public void partOfOverlongLine(byte[] buffer, int from, int to, long offset, int part, boolean last) {
                lines.partOfOverlongLine(buffer, from, to, offset, part, last);
            }

            @Override
            public void otherEntry(long offset, long length) {
                lines.otherEntry(offset, length);
            }
        };
    }

    private final class Reasons implements LinesWithoutRecord {

        @Override
        public void malformed(String source, long number, long offset, String reason, byte[] buffer, int from, int to) {
            reasons.add(reason + ": " + new String(buffer, from, Math.min(80, to - from), StandardCharsets.ISO_8859_1));
        }

        @Override
        public void overlong(String source, long number, long offset, int part, byte[] buffer, int from, int to) {
            if (part == 1) {
                reasons.add("too long");
            }
        }
    }
}
