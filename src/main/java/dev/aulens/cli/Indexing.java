package dev.aulens.cli;

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
 * @param patience how long to wait for a busy server
 */
record Indexing(String prefix, Partition partition, RecordParser parser, Identities names, Duration patience) {

    /** Makes the server ready for the prefix, and puts the stages together. */
    LogIndexer start(ElasticsearchConnection server, DeadLetters deadLetters, IndexingProgress progress) {
        new IndexTemplates(server).install(prefix);
        return stages(server, new Patience(patience), deadLetters, progress);
    }

    /** The same, waiting for a server that is busy or away from the beginning. */
    LogIndexer startPatiently(ElasticsearchConnection server, DeadLetters deadLetters) {
        Patience waiting = new Patience(patience);
        IndexTemplates.Outcome unused = waiting.await(() -> new IndexTemplates(server).install(prefix));
        return stages(server, waiting, deadLetters, IndexingProgress.NONE);
    }

    /** The same for what stands in a dead-letter file. */
    DeadLetterReplay startReplay(ElasticsearchConnection server, DeadLetters rest) {
        new IndexTemplates(server).install(prefix);
        DocumentWriter writer = new DocumentWriter(names);
        return new DeadLetterReplay(parser, writer, bulk(server, new Patience(patience), writer, rest), rest);
    }

    private LogIndexer stages(
            ElasticsearchConnection server, Patience waiting, DeadLetters deadLetters, IndexingProgress progress) {
        DocumentWriter writer = new DocumentWriter(names);
        BulkIndexer bulk = bulk(server, waiting, writer, deadLetters);
        return new LogIndexer(parser, writer, bulk, deadLetters, progress);
    }

    private BulkIndexer bulk(
            ElasticsearchConnection server, Patience waiting, DocumentWriter writer, DeadLetters deadLetters) {
        return new BulkIndexer(
                server,
                new IndexNames(prefix, partition),
                BulkSettings.DEFAULT,
                waiting,
                new LateParts(server, waiting, writer, parser),
                deadLetters);
    }
}
