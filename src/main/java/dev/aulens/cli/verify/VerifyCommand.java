package dev.aulens.cli.verify;

import dev.aulens.cli.command.Context;
import dev.aulens.cli.command.ExitStatus;
import dev.aulens.cli.command.RootCommand;
import dev.aulens.cli.options.RecordOptions;
import dev.aulens.cli.options.ServerOptions;
import dev.aulens.cli.terminal.ProgressLine;
import dev.aulens.elastic.ElasticsearchConnection;
import dev.aulens.index.IndexingProgress;
import dev.aulens.source.LogInputs;
import dev.aulens.verify.LogVerifier;
import dev.aulens.verify.Verification;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Compares logs with the index. */
@Command(
        name = "verify",
        description = {
            "Prove that the index holds what logs hold, event by event and byte by byte.",
            "",
            "Reads the logs as 'index' does and asks for the document of each event. Missing: there is none. Different:"
                    + " it lacks records that the log has. It also tells, for each host, which of the kernel's serial"
                    + " numbers the logs lack, where the clock was set back, and what the logs say of lost records."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:the index is complete",
            "1:something is missing, different, doubled, or (with --fields) altered, or (with --extra) extra",
            "2:a fault"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  aulens verify /var/log/audit",
            "  aulens verify --host web1 --extra audit.log.3.gz",
            "  ssh web1 cat /var/log/audit/audit.log | aulens verify --host web1 -",
            "  aulens verify --format json /var/log/audit | jq .events"
        })
public final class VerifyCommand implements Callable<Integer> {

    /** How a verification is printed. */
    enum Format {
        TEXT,
        JSON
    }

    @ParentCommand
    private RootCommand aulens;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE|DIR|-",
            description = "Log files, directories with audit.log and its rotated files, - for standard input.")
    private List<String> inputs;

    @Mixin
    private RecordOptions records;

    @Option(
            names = "--fields",
            description = "Also make each document again from its records and compare every field. What another version"
                    + " of aulens has written may differ.")
    private boolean fields;

    @Option(
            names = "--extra",
            description = "Also look for events of the same hosts and time that the logs do not have. Needs memory for"
                    + " the ids of all events.")
    private boolean extra;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            description = "Default: ${DEFAULT-VALUE}.")
    private Format format;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "10",
            description = "Show so many details of each kind. Default: ${DEFAULT-VALUE}.")
    private long limit;

    @Option(
            names = {"-v", "--verbose"},
            description = "Show all details.")
    private boolean verbose;

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress.")
    private boolean quiet;

    @Mixin
    private ServerOptions indices;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Context context = aulens.context();
        if (limit < 0) {
            throw new ParameterException(spec.commandLine(), "--limit is a number from 0 on, not " + limit);
        }
        LogInputs logs = LogInputs.of(inputs, context.terminal().in());
        String prefix = indices.prefix(context.settings());
        try (ElasticsearchConnection server = indices.connect(context.settings())) {
            VerifyReport report = report();
            Verification verification = verify(logs, server, prefix, report);
            report.end(verification);
            return verification.events().agree() ? ExitStatus.DONE : ExitStatus.NOTHING_FOUND;
        }
    }

    private Verification verify(LogInputs logs, ElasticsearchConnection server, String prefix, VerifyReport report) {
        try (ProgressLine line = new ProgressLine(aulens.context().terminal(), "verifying", logs.totalSize())) {
            IndexingProgress progress = quiet ? IndexingProgress.NONE : line;
            LogVerifier verifier =
                    LogVerifier.start(server, prefix, records.parser(), fields, extra, report, progress::event);
            logs.forEach(log -> verifier.read(log, progress::bytes));
            return verifier.finish();
        }
    }

    private VerifyReport report() {
        PrintStream out = aulens.context().terminal().out();
        long most = verbose ? Long.MAX_VALUE : limit;
        return format == Format.JSON ? new VerifyJson(out, most) : new VerifyText(out, most);
    }
}
