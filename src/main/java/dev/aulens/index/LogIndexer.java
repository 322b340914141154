package dev.aulens.index;

import dev.aulens.Failure;
import dev.aulens.document.DocumentWriter;
import dev.aulens.event.AuditEvent;
import dev.aulens.event.EventAssembler;
import dev.aulens.record.AuditRecord;
import dev.aulens.record.ParsedLine;
import dev.aulens.record.RecordParser;
import dev.aulens.source.LineSink;
import dev.aulens.source.LogInput;
import java.io.IOException;
import java.time.Duration;

/**
 * The way in, from bytes to documents in the index: lines, records, events, documents, bulk requests.
 *
 * <p>Events may cross from one input to the next (a rotated set); {@link #finish} completes what is left. Every line is
 * counted as exactly one of: record, blank, separator, dead letter. Not for use by several threads at once.
 */
public final class LogIndexer {

    private final RecordParser parser;
    private final DocumentWriter writer;
    private final BulkIndexer bulk;
    private final DeadLetters deadLetters;
    private final IndexingProgress progress;
    private final EventAssembler assembler = new EventAssembler(this::index);
    private final long start = System.nanoTime();
    private long lines;
    private long records;
    private long blank;
    private long separators;
    private long dead;
    private long events;
    private long bytes;

    public LogIndexer(
            RecordParser parser,
            DocumentWriter writer,
            BulkIndexer bulk,
            DeadLetters deadLetters,
            IndexingProgress progress) {
        this.parser = parser;
        this.writer = writer;
        this.bulk = bulk;
        this.deadLetters = deadLetters;
        this.progress = progress;
    }

    /**
     * Indexes one input.
     *
     * @throws Failure if the input cannot be read to its end (all before the fault is indexed then), or the server takes
     *     no documents
     */
    public void index(LogInput input) {
        Lines sink = new Lines(input.name());
        try {
            input.forEachLine(sink, progress::bytes);
        } catch (IOException e) {
            assembler.flush();
            bulk.flush();
            throw new Failure(
                    "cannot read " + input.name() + " beyond byte " + sink.reached + ": " + e.getMessage()
                            + "; what stands before is indexed",
                    e);
        }
    }

    /**
     * Completes the events that wait, waits until all documents are acknowledged and searches find them, and returns the
     * count of all.
     */
    public IndexingSummary finish() {
        assembler.flush();
        bulk.flush();
        bulk.refresh();
        return new IndexingSummary(
                lines,
                records,
                blank,
                separators,
                dead,
                events,
                bulk.created(),
                bulk.joined(),
                bulk.duplicates(),
                bulk.rejected(),
                bytes,
                Duration.ofNanos(System.nanoTime() - start));
    }

    private void index(AuditEvent event) {
        events++;
        bulk.add(writer.write(event));
        progress.event();
    }

    /** The lines of one input. */
    private final class Lines implements LineSink {

        private final String source;
        private long number;
        private long reached;

        Lines(String source) {
            this.source = source;
        }

        @Override
        public void line(byte[] buffer, int from, int to, long offset) {
            lines++;
            number++;
            reach(offset + (to - from) + 1);
            ParsedLine parsed = parser.parse(buffer, from, to, new AuditRecord.Origin(source, offset));
            if (parsed instanceof AuditRecord record) {
                records++;
                assembler.accept(record);
            } else if (parsed instanceof ParsedLine.Blank) {
                blank++;
            } else if (parsed instanceof ParsedLine.Separator) {
                separators++;
                assembler.separator();
            } else if (parsed instanceof ParsedLine.Malformed malformed) {
                dead++;
                deadLetters.line(source, number, offset, malformed.reason(), buffer, from, to);
            }
        }

        @Override
        public void partOfOverlongLine(byte[] buffer, int from, int to, long offset, int part, boolean last) {
            if (part == 1) {
                lines++;
                number++;
                dead++;
            }
            reach(offset + (to - from) + (last ? 1 : 0));
            deadLetters.part(source, number, offset, part, "the line is too long", buffer, from, to);
        }

        private void reach(long end) {
            bytes += end - reached;
            reached = end;
        }
    }
}
