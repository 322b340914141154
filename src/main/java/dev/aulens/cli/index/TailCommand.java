package dev.aulens.cli.index;

import dev.aulens.Failure;
import dev.aulens.cli.command.ExitStatus;
import dev.aulens.cli.command.RootCommand;
import dev.aulens.cli.command.Version;
import dev.aulens.cli.options.DurationConverter;
import dev.aulens.cli.options.ServerOptions;
import dev.aulens.cli.options.Settings;
import dev.aulens.cli.terminal.Terminal;
import dev.aulens.elastic.ElasticsearchConnection;
import dev.aulens.index.DeadLetters;
import dev.aulens.index.IndexingProgress;
import dev.aulens.index.IndexingSummary;
import dev.aulens.index.LogIndexer;
import dev.aulens.index.Patience;
import dev.aulens.index.Tail;
import dev.aulens.index.TailCheckpoint;
import dev.aulens.metrics.MetricsServer;
import dev.aulens.node.Installation;
import dev.aulens.source.FollowedLog;
import dev.aulens.source.LogInput;
import dev.aulens.source.LogInputs;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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

/** Indexes logs while they are written. */
@Command(
        name = "tail",
        description = {
            "Index audit logs while they are written, each event once, until interrupted.",
            "",
            "Begins where the last run ended (a checkpoint says so; the first time with the oldest rotated file), and"
                    + " follows each log through rotation, truncation and deletion. A server that is busy, full or away"
                    + " is waited for without end."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  aulens tail                          the log_file of auditd.conf",
            "  aulens tail --metrics-port 9640      with figures for Prometheus",
            "  aulens tail /srv/web1/audit.log /srv/web2/audit.log",
            "  aulens tail -                        a stream, as a plugin of auditd",
            "",
            "Exit status: 0 ended by a signal or the end of the stream, all acknowledged;",
            "2 wrong usage or a fault; 3 the stream has ended, with losses."
        })
public final class TailCommand implements Callable<Integer> {

    private static final int HIGHEST_PORT = 65_535;

    @ParentCommand
    private RootCommand aulens;

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE|-",
            description = "Logs that are written to, - for standard input. Default: the log_file of auditd.conf.")
    private @Nullable List<String> inputs;

    @Option(
            names = "--latency",
            paramLabel = "TIME",
            defaultValue = "2s",
            converter = DurationConverter.class,
            description = "When an event is sent at the latest, after its last record. Default: ${DEFAULT-VALUE}.")
    private Duration latency;

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description =
                    "Where to keep how far the logs are acknowledged. Default: tail/PREFIX.json in the state folder.")
    private @Nullable Path checkpointFile;

    @Option(
            names = "--metrics-port",
            paramLabel = "PORT",
            description = "Serve figures for Prometheus on this port. Default: no.")
    private @Nullable Integer metricsPort;

    @Option(
            names = "--metrics-address",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "Where to listen for that. Default: ${DEFAULT-VALUE}.")
    private InetAddress metricsAddress;

    @Option(
            names = {"-q", "--quiet"},
            description = "No line each minute.")
    private boolean quiet;

    @Mixin
    private DocumentOptions documents;

    @Mixin
    private ServerOptions indices;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Terminal terminal = aulens.context().terminal();
        try (Termination termination = Termination.ofThisThread()) {
            int status;
            try {
                status = follow(termination);
            } catch (Failure e) {
                if (!termination.isRequested()) {
                    throw e;
                }
                terminal.say("ended before all was acknowledged: " + e.getMessage());
                status = ExitStatus.FAILED;
            }
            terminal.err().flush();
            termination.ended(status);
            return status;
        }
    }

    private int follow(Termination termination) {
        if (metricsPort != null && (metricsPort < 0 || metricsPort > HIGHEST_PORT)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--metrics-port is a number from 0 to " + HIGHEST_PORT + ", not " + metricsPort);
        }
        Settings settings = aulens.context().settings();
        String prefix = indices.prefix(settings);
        List<String> names = names();
        Path letters = documents.deadLetters(file -> reads(names, file));
        Indexing run = documents.indexing(prefix, Patience.FOR_EVER, Patience.FOR_EVER);
        boolean hasFiles = names.stream().anyMatch(name -> !name.equals(LogInput.STANDARD_INPUT));
        try (TailCheckpoint checkpoint = hasFiles ? TailCheckpoint.open(checkpoint(prefix), prefix) : null;
                ElasticsearchConnection server = indices.connect(settings);
                DeadLetters deadLetters = new DeadLetters(letters);
                DeadLetterNotice notice =
                        new DeadLetterNotice(deadLetters, aulens.context().terminal())) {
            List<Path> logs = logs(names, checkpoint);
            LogIndexer indexer = run.start(server, deadLetters, IndexingProgress.NONE);
            try (Tail tail = new Tail(indexer, checkpoint, latency)) {
                logs.forEach(tail::follow);
                if (names.contains(LogInput.STANDARD_INPUT)) {
                    tail.follow(aulens.context().terminal().in());
                }
                return follow(tail, termination, letters, notice);
            }
        }
    }

    private int follow(Tail tail, Termination termination, Path letters, DeadLetterNotice notice) {
        Terminal terminal = aulens.context().terminal();
        try (MetricsServer metrics = metrics(tail);
                TailReport report = new TailReport(terminal.err(), tail::status)) {
            if (!quiet) {
                report.begin();
                sayWhere(metrics);
            }
            IndexingSummary summary = tail.run(termination.requested());
            if (!summary.addsUp()) {
                throw new Failure("the counts do not add up; this is a fault of aulens: please report it");
            }
            if (termination.isRequested()) {
                return ExitStatus.DONE;
            }
            SummaryText.print(summary, letters, terminal.out());
            notice.dismiss();
            return summary.hasLosses() ? ExitStatus.FINISHED_WITH_LOSSES : ExitStatus.DONE;
        } catch (RuntimeException e) {
            tail.abandonStreams();
            throw e;
        }
    }

    private @Nullable MetricsServer metrics(Tail tail) {
        if (metricsPort == null) {
            return null;
        }
        InetSocketAddress address = new InetSocketAddress(metricsAddress, metricsPort);
        return MetricsServer.start(address, tail::status, Version.number());
    }

    private void sayWhere(@Nullable MetricsServer metrics) {
        if (metrics != null) {
            String address = metricsAddress.getHostAddress() + ":" + metrics.port();
            aulens.context().terminal().say("metrics at http://" + address + "/metrics");
        }
    }

    private List<String> names() {
        return inputs == null || inputs.isEmpty()
                ? List.of(AuditdConfig.logFile(AuditdConfig.USUAL).toString())
                : inputs;
    }

    /** Returns whether a file is one of those that are followed, or would become one. */
    private boolean reads(List<String> names, Path file) {
        return names.stream()
                .anyMatch(name -> name.equals(LogInput.STANDARD_INPUT)
                        ? LogInputs.of(
                                        List.of(name),
                                        aulens.context().terminal().in())
                                .hold(file)
                        : FollowedLog.reads(Path.of(name), file));
    }

    /** Returns the logs to follow, each once. A log that has never been there is a typing error. */
    private static List<Path> logs(List<String> names, @Nullable TailCheckpoint checkpoint) {
        List<Path> logs = new ArrayList<>();
        for (String name : names) {
            if (name.equals(LogInput.STANDARD_INPUT)) {
                continue;
            }
            Path log = Path.of(name).toAbsolutePath().normalize();
            boolean known =
                    checkpoint != null && !checkpoint.positions(log.toString()).isEmpty();
            if (Files.isDirectory(log)) {
                throw new Failure(
                        log + " is a directory; name the log that is written to, such as " + log.resolve("audit.log"));
            }
            if (!known && !Files.exists(log)) {
                throw new Failure("no such file: " + log + "; name a log, or - for standard input");
            }
            LogInputs.requireReadable(log);
            if (Files.exists(log) && !Files.isRegularFile(log)) {
                throw new Failure(log + " is a pipe or a device, which cannot be followed by name; let it write into"
                        + " 'aulens tail -'");
            }
            if (!logs.contains(log)) {
                logs.add(log);
            }
        }
        return logs;
    }

    private Path checkpoint(String prefix) {
        return checkpointFile != null
                ? checkpointFile
                : Installation.current().state().resolveSibling("tail").resolve(prefix + ".json");
    }
}
