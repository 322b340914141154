package dev.aulens.cli.node;

import dev.aulens.cli.command.RootCommand;
import dev.aulens.cli.terminal.Terminal;
import dev.aulens.node.Installation;
import dev.aulens.node.LocalNode;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code aulens node}: the embedded Elasticsearch of this installation. */
@Command(
        name = "node",
        description = "Run an Elasticsearch on this machine, to try aulens out.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {NodeStartCommand.class, NodeStopCommand.class, NodeStatusCommand.class, NodeLogsCommand.class},
        footerHeading = "%nEnvironment:%n",
        footer = {
            "  AULENS_STATE    the node's folder, as --state",
            "  AULENS_ES_ZIP   an archive of Elasticsearch, in place of the one of the build",
            "  AULENS_ES_HOME  an unpacked Elasticsearch, in place of an archive"
        })
public final class NodeCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @ParentCommand
    private RootCommand aulens;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "The folder of the node's program, data and logs. Default: one for each installation of"
                    + " aulens, in /var/lib/aulens for root and ~/.local/state/aulens for others.")
    private @Nullable Path state;

    /** Without a subcommand there is nothing to do. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name a command: start, stop, status or logs");
    }

    Terminal terminal() {
        return aulens.context().terminal();
    }

    /** Returns the node that the options name. */
    LocalNode node() {
        Installation installation = Installation.current();
        return state == null ? new LocalNode(installation) : new LocalNode(installation, state);
    }
}
