package dev.aulens.cli.index;

import dev.aulens.Failure;
import dev.aulens.document.DocumentWriter;
import dev.aulens.elastic.ElasticsearchConnection;
import dev.aulens.index.BulkIndexer;
import dev.aulens.index.BulkSettings;
import dev.aulens.index.DeadLetterReplay;
import dev.aulens.index.DeadLetters;
import dev.aulens.index.IndexNames;
import dev.aulens.index.IndexTemplates;
import dev.aulens.index.IndexingProgress;
import dev.aulens.index.LateParts;
import dev.aulens.index.LogIndexer;
import dev.aulens.index.Partition;
import dev.aulens.index.Patience;
import dev.aulens.interpret.Identities;
import dev.aulens.record.RecordParser;
import java.time.Duration;

/**
 * What an indexing run is told.
 *
 * @param prefix of the indices
 * @param partition how much time one index holds
 * @param parser of the logs' lines
 * @param names of users and groups that records do not name themselves
 * @param atStart how long to wait for a server that does not answer at the beginning
 * @param patience how long to wait for one that is busy, full or away later
 */
public record Indexing(
        String prefix,
        Partition partition,
        RecordParser parser,
        Identities names,
        Duration atStart,
        Duration patience) {

    /**
     * Makes the server ready for the prefix, and puts the stages together.
     *
     * @throws Failure if the server cannot be made ready, or does not answer while patience lasts
     */
    public LogIndexer start(ElasticsearchConnection server, DeadLetters deadLetters, IndexingProgress progress) {
        DocumentWriter writer = new DocumentWriter(names);
        return new LogIndexer(parser, writer, bulk(server, writer, deadLetters), deadLetters, progress);
    }

    /**
     * The same for what stands in a dead-letter file.
     *
     * @throws Failure as above
     */
    DeadLetterReplay startReplay(ElasticsearchConnection server, DeadLetters rest) {
        DocumentWriter writer = new DocumentWriter(names);
        return new DeadLetterReplay(parser, writer, bulk(server, writer, rest), rest);
    }

    private BulkIndexer bulk(ElasticsearchConnection server, DocumentWriter writer, DeadLetters deadLetters) {
        IndexTemplates templates = new IndexTemplates(server);
        IndexTemplates.Outcome unused = new Patience(atStart).await(() -> templates.install(prefix));
        Patience waiting = new Patience(patience);
        return new BulkIndexer(
                server,
                new IndexNames(prefix, partition),
                templates,
                BulkSettings.DEFAULT,
                waiting,
                new LateParts(server, waiting, writer, parser),
                deadLetters);
    }
}
