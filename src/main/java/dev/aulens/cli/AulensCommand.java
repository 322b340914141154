package dev.aulens.cli;

import dev.aulens.cli.command.Context;
import dev.aulens.cli.command.ExitStatus;
import dev.aulens.cli.command.RootCommand;
import dev.aulens.cli.command.Version;
import dev.aulens.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The root of the commands, which {@link Subcommand} lists. */
@Command(
        name = "aulens",
        description = "Linux audit logs as Elasticsearch documents, and ausearch over them.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        usageHelpAutoWidth = true,
        exitCodeOnInvalidInput = ExitStatus.FAILED,
        exitCodeOnExecutionException = ExitStatus.FAILED,
        footerHeading = "%nExamples:%n",
        footer = {
            "  aulens demo                              a server, sample logs and answers",
            "  aulens index /var/log/audit              index the log of this host",
            "  aulens search -k passwd -ts today -i     as ausearch, from the index",
            "",
            "Exit status: 0 done or found, 1 nothing found, 2 wrong usage or a fault, 3 done with losses."
        })
final class AulensCommand implements Runnable, RootCommand {

    private final Context context;

    @Spec
    private CommandSpec spec;

    @Option(names = "-vv", scope = ScopeType.INHERIT, description = "Show the stack trace of a fault.")
    private boolean stackTraces;

    AulensCommand(Context context) {
        this.context = context;
    }

    @Override
    public Context context() {
        return context;
    }

    @Override
    public int run(Terminal terminal, String... words) {
        return Main.run(terminal, words);
    }

    boolean stackTraces() {
        return stackTraces;
    }

    /** Without a subcommand there is nothing to do but to say what there is. */
    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "name a command");
    }
}
