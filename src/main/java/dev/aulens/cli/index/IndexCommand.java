package dev.aulens.cli.index;

import dev.aulens.Failure;
import dev.aulens.cli.command.Context;
import dev.aulens.cli.command.ExitStatus;
import dev.aulens.cli.command.RootCommand;
import dev.aulens.cli.options.DurationConverter;
import dev.aulens.cli.options.ServerOptions;
import dev.aulens.cli.terminal.ProgressLine;
import dev.aulens.elastic.ElasticsearchConnection;
import dev.aulens.index.DeadLetterReplay;
import dev.aulens.index.DeadLetters;
import dev.aulens.index.IndexingProgress;
import dev.aulens.index.IndexingSummary;
import dev.aulens.index.LogIndexer;
import dev.aulens.render.Escaping;
import dev.aulens.source.LogInputs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Indexes logs. */
@Command(
        name = "index",
        description = {
            "Index audit logs: each event once, however often it is read.",
            "",
            "Knows by its content, without an option: audit.log raw or enriched; syslogs and journals (journalctl -o"
                    + " export, -o json) with records in them; what ausearch prints (--raw, by default, -i in any"
                    + " locale); gzip, bzip2, xz and zstd. Rotated files are read oldest first. A line that is no"
                    + " record is kept in a dead-letter file and stops nothing; --dead-letters feeds such a file"
                    + " again."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  aulens index /var/log/audit",
            "  aulens index --host web1 audit.log.3.gz",
            "  ssh web1 cat /var/log/audit/audit.log | aulens index --host web1 -",
            "  aulens index --dead-letters dead.ndjson     what failed before, after a repair or an upgrade"
        })
public final class IndexCommand implements Callable<Integer> {

    private static final Duration USUAL_PATIENCE = Duration.ofMinutes(5);

    @ParentCommand
    private RootCommand aulens;

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE|DIR|-",
            description = "Log files, directories with audit.log and its rotated files, - for standard input.")
    private List<String> inputs = List.of();

    @Option(
            names = "--dead-letters",
            paramLabel = "FILE",
            description =
                    "Instead of logs, index again what is kept in a dead-letter file. What fails again stays there.")
    private @Nullable Path lettersToFeed;

    @Option(
            names = "--retry-for",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description =
                    "How long to wait for a server that is busy, full or away. Default: 5m, but not at the start, where"
                            + " one that does not answer may be another one than you meant.")
    private @Nullable Duration patience;

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress.")
    private boolean quiet;

    @Mixin
    private DocumentOptions documents;

    @Mixin
    private ServerOptions indices;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (lettersToFeed == null) {
            return indexLogs();
        }
        if (!inputs.isEmpty() || documents.namesDeadLetters()) {
            throw new ParameterException(
                    spec.commandLine(), "--dead-letters stands alone: no logs and no --keep-dead-letters with it");
        }
        return feedAgain(lettersToFeed);
    }

    private int indexLogs() {
        if (inputs.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "name a log, a directory of logs, or - for standard input");
        }
        Context context = aulens.context();
        LogInputs logs = LogInputs.of(inputs, context.terminal().in());
        String prefix = indices.prefix(context.settings());
        Path letters = documents.deadLetters(logs::hold);
        try (ElasticsearchConnection server = indices.connect(context.settings());
                DeadLetters deadLetters = new DeadLetters(letters);
                DeadLetterNotice notice = DeadLetterNotice.despiteSignals(deadLetters, context.terminal())) {
            IndexingSummary summary = index(logs, server, prefix, deadLetters);
            SummaryText.print(summary, letters, context.terminal().out());
            notice.dismiss();
            return status(summary);
        }
    }

    private int feedAgain(Path letters) {
        Context context = aulens.context();
        String prefix = indices.prefix(context.settings());
        try (ElasticsearchConnection server = indices.connect(context.settings());
                DeadLetters rest = new DeadLetters(DeadLetterReplay.besides(letters))) {
            IndexingSummary summary = run(prefix).startReplay(server, rest).feed(letters);
            SummaryText.print(summary, letters, context.terminal().out());
            if (!Files.exists(letters)) {
                context.terminal()
                        .out()
                        .println("no dead letter is left: " + Escaping.TTY.escaped(letters.toString()) + " is deleted");
            }
            return status(summary);
        }
    }

    private Indexing run(String prefix) {
        return patience == null
                ? documents.indexing(prefix, Duration.ZERO, USUAL_PATIENCE)
                : documents.indexing(prefix, patience, patience);
    }

    private IndexingSummary index(
            LogInputs logs, ElasticsearchConnection server, String prefix, DeadLetters deadLetters) {
        try (ProgressLine line = new ProgressLine(aulens.context().terminal(), "indexing", logs.totalSize())) {
            LogIndexer indexer = run(prefix).start(server, deadLetters, quiet ? IndexingProgress.NONE : line);
            logs.forEach(indexer::index);
            return indexer.finish();
        }
    }

    private static int status(IndexingSummary summary) {
        if (!summary.addsUp()) {
            throw new Failure("the counts above do not add up; this is a fault of aulens: please report it");
        }
        return summary.hasLosses() ? ExitStatus.FINISHED_WITH_LOSSES : ExitStatus.DONE;
    }
}
