package dev.aulens.report;

import dev.aulens.Failure;
import dev.aulens.event.AuditEvent;
import dev.aulens.event.EventAssembler;
import dev.aulens.facts.EventFacts;
import dev.aulens.facts.Fact;
import dev.aulens.facts.FactsReader;
import dev.aulens.interpret.Identities;
import dev.aulens.interpret.Interpreter;
import dev.aulens.record.AuditRecord;
import dev.aulens.record.RecordParser;
import dev.aulens.record.RecordTypes;
import dev.aulens.source.LineSink;
import dev.aulens.source.LogInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Events that are read as records, as {@code ausearch --raw} prints them, in the order in which they come. They are
 * read once: one question can be asked.
 */
public final class RecordedEvents extends EventSource {

    private final LogInput input;
    private final ReportRequest request;
    private final RecordTypes types;
    private final Interpreter interpreter;
    private final Identities names;
    private final ZoneId zone;

    /**
     * @param input holds the records
     * @param interpreter turns numbers into names
     * @param names of users and groups that the records do not carry
     * @param zone where the dates of records that {@code ausearch -i} printed are local
     */
    public RecordedEvents(
            LogInput input,
            ReportRequest request,
            RecordTypes types,
            Interpreter interpreter,
            Identities names,
            ZoneId zone) {
        this.input = input;
        this.request = request;
        this.types = types;
        this.interpreter = interpreter;
        this.names = names;
        this.zone = zone;
    }

    @Override
    void forEach(EventCondition ofReport, Sink sink) throws IOException {
        EventCondition condition = request.condition(ofReport);
        FactsReader facts = new FactsReader(interpreter);
        read(event -> {
            if (!isAsked(event)) {
                return;
            }
            EventFacts read = facts.read(event);
            if (condition.test().test(read) && !sink.accept(new ReportedEvent(read, names))) {
                throw new EnoughException();
            }
        });
    }

    @Override
    Tally tally(EventCondition ofReport, Measure measure) throws IOException {
        Words words = new Words(interpreter, request.names());
        Tally tally = new Tally(measure.order());
        int[] place = {0};
        forEach(ofReport, event -> {
            int type = event.facts().type().number();
            for (String value : measure.values(event, words)) {
                long number = measure == Measure.TYPE ? type : event.facts().pid();
                tally.add(value, number, 1, new Tally.Place(place[0]++, 0, 0));
            }
            return true;
        });
        return tally;
    }

    @Override
    SummaryCounts counts() throws IOException {
        List<PlainSummary.Line> lines = PlainSummary.LINES;
        long[] numbers = new long[lines.size()];
        Map<Fact, Set<String>> values = new HashMap<>();
        Times times = new Times();
        FactsReader facts = new FactsReader(interpreter);
        EventCondition condition = request.condition(EventCondition.all());
        read(event -> {
            times.first(event);
            if (!isAsked(event)) {
                return;
            }
            times.last(event);
            EventFacts read = facts.read(event);
            if (!condition.test().test(read)) {
                return;
            }
            for (int i = 0; i < numbers.length; i++) {
                PlainSummary.Line line = lines.get(i);
                Fact distinct = line.distinct();
                if (distinct != null) {
                    Set<String> seen = values.computeIfAbsent(distinct, key -> new HashSet<>());
                    seen.addAll(distinct.values(read));
                    numbers[i] = seen.size();
                }
                for (EventCondition each : line.conditions()) {
                    numbers[i] += each.test().test(read) ? 1 : 0;
                }
            }
        });
        List<Long> counted = new ArrayList<>(numbers.length);
        for (long number : numbers) {
            counted.add(number);
        }
        return new SummaryCounts(times.first, times.last, counted);
    }

    @Override
    List<Table> tables(Report.More report, ReportStyle style) {
        throw new Failure("this report is counted in the index, not in records that are read; index them first with"
                + " 'aulens index -', or ask the index with --input-logs");
    }

    @Override
    List<LogTime> logTimes() throws IOException {
        Times times = new Times();
        read(event -> {
            if (isAsked(event)) {
                times.first(event);
                times.last(event);
            }
        });
        return List.of(new LogTime("stdin", times.first, times.last));
    }

    private boolean isAsked(AuditEvent event) {
        String node = event.id().node();
        return request.range().contains(event.id().millis())
                && (request.nodes().isEmpty()
                        || (node != null && request.nodes().contains(node)));
    }

    private void read(EventReader reader) throws IOException {
        RecordParser parser = new RecordParser(types, zone);
        EventAssembler assembler = new EventAssembler(event -> {
            try {
                reader.take(event);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        try {
            input.forEachLine(new Lines(parser, assembler), bytes -> {});
            assembler.flush();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (EnoughException e) {
            return;
        }
    }

    /** Takes events. */
    @FunctionalInterface
    private interface EventReader {
        void take(AuditEvent event) throws IOException;
    }

    /** When the first and the last event were that were seen. */
    private static final class Times {

        private @Nullable Long first;
        private @Nullable Long last;

        void first(AuditEvent event) {
            first = first == null ? Long.valueOf(event.id().millis()) : first;
        }

        void last(AuditEvent event) {
            last = event.id().millis();
        }
    }

    /** No more rows are wanted. */
    private static final class EnoughException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        EnoughException() {
            super("enough", null, false, false);
        }
    }

    /** Lines that are no records count for nothing, as in aureport. */
    private record Lines(RecordParser parser, EventAssembler assembler) implements LineSink {

        @Override
        public void line(byte[] buffer, int from, int to, long offset) {
            if (parser.parse(buffer, from, to, AuditRecord.Origin.NONE) instanceof AuditRecord record) {
                assembler.accept(record);
            }
        }

        @Override
        public void partOfOverlongLine(byte[] buffer, int from, int to, long offset, int part, boolean last) {
            throw new Failure("standard input has a line of more than 4 MiB, which is no record");
        }

        @Override
        public void otherEntry(long offset, long length) {
            // Nothing of the audit system's.
        }
    }
}
