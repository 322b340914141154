package dev.aulens.cli.index;

import dev.aulens.Failure;
import dev.aulens.FileFault;
import dev.aulens.cli.options.RecordOptions;
import dev.aulens.index.Partition;
import dev.aulens.interpret.Identities;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say what becomes of a log's lines: how they are read, and where they go. */
final class DocumentOptions {

    @Mixin
    private RecordOptions records;

    @Option(
            names = "--passwd",
            paramLabel = "FILE",
            defaultValue = "/etc/passwd",
            description = "The passwd(5) file of the host that wrote the log, for numbers that the log does not name."
                    + " Default: ${DEFAULT-VALUE}.")
    private Path passwd;

    @Option(
            names = "--group",
            paramLabel = "FILE",
            defaultValue = "/etc/group",
            description = "The group(5) file of that host. Default: ${DEFAULT-VALUE}.")
    private Path group;

    @Option(
            names = "--partition",
            paramLabel = "month|day",
            defaultValue = "month",
            description = "How much time one index holds. Default: ${DEFAULT-VALUE}.")
    private Partition partition;

    @Option(
            names = "--keep-dead-letters",
            paramLabel = "FILE",
            description = "Where to keep what cannot be indexed (NDJSON). Default: a new file in the state folder.")
    private @Nullable Path deadLetterFile;

    /** Tells whether a file for what cannot be indexed was named. */
    boolean namesDeadLetters() {
        return deadLetterFile != null;
    }

    /**
     * Returns the file for what cannot be indexed.
     *
     * @param isInput whether a file is read by the run: its letters would be read and kept again without end
     * @throws Failure if the file that was named is an input
     */
    Path deadLetters(Predicate<Path> isInput) {
        if (deadLetterFile == null) {
            return DeadLetterFile.ofThisRun();
        }
        if (isInput.test(deadLetterFile)) {
            throw new Failure(deadLetterFile + " is one of the inputs; name another file with --keep-dead-letters");
        }
        return deadLetterFile;
    }

    /**
     * Returns what an indexing run is told.
     *
     * @param prefix of the indices
     * @param patience how long to wait for a busy server
     * @throws Failure if the files with names cannot be read
     */
    Indexing indexing(String prefix, Duration atStart, Duration patience) {
        return new Indexing(prefix, partition, records.parser(), names(), atStart, patience);
    }

    private Identities names() {
        try {
            return Identities.of(passwd, group);
        } catch (IOException e) {
            throw new Failure(
                    "cannot read the names of users and groups: " + FileFault.fileAndReason(e)
                            + "; correct --passwd or --group",
                    e);
        }
    }
}
