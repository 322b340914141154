package dev.aulens.cli.dashboards;

import dev.aulens.cli.command.Context;
import dev.aulens.cli.command.RootCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code aulens dashboards}: the data view, saved searches and dashboards for Kibana. */
@Command(
        name = "dashboards",
        description = {
            "Bring the dashboards to Kibana, and searches to its Discover page.",
            "",
            "There are nine: overview, executions, files, logins, privilege, network, tampering, MAC and anomalies, data"
                    + " quality; with a data view and saved searches."
        },
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {DashboardsImportCommand.class, DashboardsExportCommand.class, DashboardsOpenCommand.class},
        footerHeading = "%nExamples:%n",
        footer = {
            "  aulens dashboards import --kibana https://kibana.example.org --space soc",
            "  aulens dashboards export-ndjson auditd.ndjson     a file that Kibana imports",
            "  aulens dashboards open -k passwd -ts today        a link to Discover"
        })
public final class DashboardsCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @ParentCommand
    private RootCommand aulens;

    /** Without a subcommand there is nothing to do. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name a command: import, export-ndjson or open");
    }

    Context context() {
        return aulens.context();
    }
}
