package dev.aulens.index;

import dev.aulens.Failure;
import dev.aulens.FileFault;
import dev.aulens.document.DocumentWriter;
import dev.aulens.event.AuditEvent;
import dev.aulens.event.EventAssembler;
import dev.aulens.event.EventCopies;
import dev.aulens.event.RecordReader;
import dev.aulens.interpret.PrintedCopies;
import dev.aulens.record.RecordParser;
import dev.aulens.source.Followed;
import dev.aulens.source.LineSink;
import dev.aulens.source.LogInput;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * The way in, from bytes to documents in the index: lines, records, events, documents, bulk requests.
 *
 * <p>Inputs are read one after another to their end ({@link #index}; events may cross from one to the next, as in a
 * rotated set), or as they grow, each in a {@link Lane} of its own. Lines that are no
 * records become dead letters. Not for use by several threads at once.
 */
public final class LogIndexer {

    private final DocumentWriter writer;
    private final BulkIndexer bulk;
    private final DeadLetters deadLetters;
    private final IndexingProgress progress;
    private final PrintedCopies copies = new PrintedCopies();
    private final EventAssembler assembler = new EventAssembler(this::index);
    private final long start = System.nanoTime();
    private final RecordReader reader;
    private long events;
    private long newest;

    public LogIndexer(
            RecordParser parser,
            DocumentWriter writer,
            BulkIndexer bulk,
            DeadLetters deadLetters,
            IndexingProgress progress) {
        this.writer = writer;
        this.bulk = bulk;
        this.deadLetters = deadLetters;
        this.progress = progress;
        this.reader = new RecordReader(parser, deadLetters);
    }

    /**
     * Indexes one input.
     *
     * @throws Failure if the input cannot be read to its end (all before the fault is indexed then), or the server takes
     *     no documents
     */
    public void index(LogInput input) {
        RecordReader.Lines sink = reader.lines(assembler, input.name());
        try {
            input.forEachLine(sink, progress::bytes);
        } catch (IOException e) {
            assembler.flush();
            bulk.flush();
            throw new Failure(
                    "cannot read " + input.name() + " beyond byte " + sink.reached() + ": " + FileFault.reason(e)
                            + "; what stands before is indexed",
                    e);
        }
    }

    /** Returns a way in for a log that is followed. */
    public Lane lane(String source) {
        return new Lane(source);
    }

    /**
     * Completes the events that wait, waits until all documents are acknowledged and searches find them, and returns the
     * count of all.
     */
    public IndexingSummary finish() {
        assembler.flush();
        flush();
        bulk.refresh();
        return summary();
    }

    /** Waits until all documents of complete events are acknowledged, and the dead letters are on the disk. */
    public void flush() {
        bulk.flush();
        deadLetters.sync();
    }

    /** Returns the count of all until now. */
    public IndexingSummary summary() {
        return new IndexingSummary(
                reader.counts(),
                events,
                bulk.created(),
                bulk.joined(),
                bulk.duplicates(),
                bulk.rejected(),
                Duration.ofNanos(System.nanoTime() - start));
    }

    /** Returns what sends the documents. */
    BulkIndexer bulk() {
        return bulk;
    }

    /** Returns the latest time that an event has, milliseconds since the epoch; 0 if there was none. */
    long newestEvent() {
        return newest;
    }

    private void index(AuditEvent event) {
        events++;
        newest = Math.max(newest, event.id().millis());
        bulk.add(writer.write(copies.withoutPrinted(EventCopies.merge(event))));
        progress.event();
    }

    /** The files of one log, whose events are put together apart from those of other logs. */
    public final class Lane implements Followed.Sinks {

        private final String source;
        private final EventAssembler events = new EventAssembler(LogIndexer.this::index);

        private Lane(String source) {
            this.source = source;
        }

        @Override
        public LineSink of(int file, long offset) {
            return reader.lines(events, source, file, offset);
        }

        /** Says what time it is for the lines that come now; of any origin, but never set back. */
        void tick(long now) {
            events.tick(now);
        }

        /** Waits no longer for more records of events whose last record came at a time or before. */
        void completeUntouchedSince(long time) {
            events.completeUntouchedSince(time);
        }

        /** Waits for no more records. */
        void complete() {
            events.flush();
        }

        /** Returns, by the numbers of files, where the first record begins whose event still waits for more. */
        Map<Integer, Long> unfinished() {
            Map<Integer, Long> first = new HashMap<>();
            events.forEachWaiting(record ->
                    first.merge(record.origin().file(), record.origin().offset(), Math::min));
            return first;
        }
    }
}
