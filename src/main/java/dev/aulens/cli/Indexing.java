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
import dev.aulens.interpret.Identities;
import dev.aulens.record.RecordParser;
import dev.aulens.record.RecordTypes;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What an indexing run is told.
 *
 * @param prefix of the indices
 * @param partition how much time one index holds
 * @param host the node of records that name none; null: they have none
 * @param zone where dates of {@code ausearch -i} output are local
 * @param names of users and groups that records do not name themselves
 * @param patience how long to wait for a busy server
 */
record Indexing(
        String prefix, Partition partition, @Nullable String host, ZoneId zone, Identities names, Duration patience) {

    /** Makes the server ready for the prefix, and puts the stages together. */
    LogIndexer start(ElasticsearchConnection server, DeadLetters deadLetters, IndexingProgress progress) {
        DocumentWriter writer = new DocumentWriter(names);
        return new LogIndexer(parser(), writer, bulk(server, writer, deadLetters), deadLetters, progress);
    }

    /** The same for what stands in a dead-letter file. */
    DeadLetterReplay startReplay(ElasticsearchConnection server, DeadLetters rest) {
        DocumentWriter writer = new DocumentWriter(names);
        return new DeadLetterReplay(parser(), writer, bulk(server, writer, rest), rest);
    }

    private BulkIndexer bulk(ElasticsearchConnection server, DocumentWriter writer, DeadLetters deadLetters) {
        new IndexTemplates(server).install(prefix);
        return new BulkIndexer(
                server,
                new IndexNames(prefix, partition),
                BulkSettings.DEFAULT.withPatience(patience),
                new LateParts(server, writer, parser()),
                deadLetters);
    }

    private RecordParser parser() {
        return new RecordParser(RecordTypes.load(), zone, host);
    }
}
