package dev.aulens.verify;

import dev.aulens.Failure;
import dev.aulens.FileFault;
import dev.aulens.continuity.Continuity;
import dev.aulens.continuity.LossSigns;
import dev.aulens.elastic.ElasticsearchConnection;
import dev.aulens.event.AuditEvent;
import dev.aulens.event.EventAssembler;
import dev.aulens.event.EventCopies;
import dev.aulens.event.RecordReader;
import dev.aulens.index.IndexNames;
import dev.aulens.index.PrefixIndex;
import dev.aulens.index.PrefixIndices;
import dev.aulens.record.RecordParser;
import dev.aulens.source.LogInput;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads logs as an indexing run does, and compares what comes out with the index. Memory does not depend on the size of
 * the logs, but for {@link EventIdSet} where extra events are asked for.
 *
 * <p>Not for use by several threads at once.
 */
public final class LogVerifier {

    private final ElasticsearchConnection connection;
    private final List<PrefixIndex> indices;
    private final FindingSink sink;
    private final Runnable progress;
    private final EventComparison comparison;
    private final @Nullable ExtraEvents extra;
    private final Continuity continuity = new Continuity();
    private final LossSigns signs = LossSigns.load();
    private final EventAssembler assembler = new EventAssembler(this::event);
    private final long start = System.nanoTime();
    private final RecordReader reader;

    private LogVerifier(
            ElasticsearchConnection connection,
            List<PrefixIndex> indices,
            RecordParser parser,
            FindingSink sink,
            boolean fields,
            @Nullable ExtraEvents extra,
            Runnable progress) {
        this.connection = connection;
        this.indices = indices;
        this.reader = new RecordReader(parser, signs);
        this.sink = sink;
        this.comparison = new EventComparison(
                new StoredDocuments(connection, indices, fields),
                new PrintedRecords(parser),
                fields ? new DocumentFields(parser) : null,
                sink);
        this.extra = extra;
        this.progress = progress;
    }

    /**
     * Begins.
     *
     * @param prefix of the indices
     * @param parser of the logs' lines
     * @param fields whether to compare all fields of the documents with the records
     * @param extra whether to look for events that the logs have not
     * @param sink takes the findings
     * @param progress is run for each event
     * @throws Failure if the server cannot be asked, or has no index of that prefix
     */
    public static LogVerifier start(
            ElasticsearchConnection connection,
            String prefix,
            RecordParser parser,
            boolean fields,
            boolean extra,
            FindingSink sink,
            Runnable progress) {
        List<PrefixIndex> indices = new PrefixIndices(connection).withClosed(prefix);
        if (indices.isEmpty()) {
            throw new Failure("there is no index " + IndexNames.pattern(prefix)
                    + "; index the log first ('aulens index FILE') or name another set with --index");
        }
        return new LogVerifier(connection, indices, parser, sink, fields, extra ? new ExtraEvents() : null, progress);
    }

    /**
     * Reads one log.
     *
     * @param progress is told how many stored bytes were read, each time that some were
     * @throws Failure if the log cannot be read to its end, or the server cannot be asked
     */
    public void read(LogInput input, LongConsumer progress) {
        RecordReader.Lines lines = reader.lines(assembler, input.name());
        try {
            input.forEachLine(lines, progress);
        } catch (IOException e) {
            throw new Failure(
                    "cannot read " + input.name() + " beyond byte " + lines.reached() + ": " + FileFault.reason(e)
                            + "; what stands behind is not verified",
                    e);
        }
    }

    /** Waits for the last answers. */
    public Verification finish() {
        assembler.flush();
        EventCounts counts = comparison.finish(OptionalLong.empty());
        if (extra != null) {
            counts = comparison.finish(OptionalLong.of(extra.find(connection, indices, sink)));
        }
        return new Verification(
                reader.counts(),
                counts,
                continuity.summaries(),
                signs.found(),
                continuity.trackedAll(),
                Duration.ofNanos(System.nanoTime() - start));
    }

    private void event(AuditEvent event) {
        comparison.accept(EventCopies.merge(event));
        continuity.accept(event);
        signs.accept(event);
        progress.run();
        if (extra != null) {
            extra.accept(event.id());
        }
    }
}
