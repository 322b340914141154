package dev.aulens.cli.dashboards;

import dev.aulens.cli.command.ExitStatus;
import dev.aulens.cli.options.AccessOptions;
import dev.aulens.cli.options.IndexOption;
import dev.aulens.cli.options.KibanaOptions;
import dev.aulens.cli.options.Settings;
import dev.aulens.cli.terminal.Terminal;
import dev.aulens.dashboards.ImportAnswer;
import dev.aulens.dashboards.KibanaAddress;
import dev.aulens.dashboards.KibanaImport;
import dev.aulens.dashboards.KibanaLinks;
import dev.aulens.dashboards.SavedObjects;
import dev.aulens.elastic.Trust;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code aulens dashboards import}. */
@Command(
        name = "import",
        description = {
            "Import the data view, saved searches and dashboards into Kibana.",
            "",
            "Objects of the same ids are replaced, others are left alone. Credentials and the authority of Kibana's"
                    + " certificate are those of Elasticsearch."
        },
        footerHeading = "%n",
        footer = "Exit status: 0 imported, 2 wrong usage or a fault, 3 imported but for some objects.")
final class DashboardsImportCommand implements Callable<Integer> {

    private static final KibanaLinks.TimeRange LAST_WEEK = new KibanaLinks.TimeRange("now-7d/d", "now");

    @ParentCommand
    private DashboardsCommand dashboards;

    @Mixin
    private KibanaOptions kibana;

    @Mixin
    private IndexOption index;

    @Mixin
    private AccessOptions access;

    @Override
    public Integer call() {
        Settings settings = dashboards.context().settings();
        Terminal terminal = dashboards.context().terminal();
        KibanaAddress address = kibana.address(settings);
        String prefix = index.prefix(settings);
        SavedObjects objects = SavedObjects.of(prefix, address.space());
        Trust trust = access.trust(settings).orElseGet(Trust.Jvm::new);
        ImportAnswer answer = new KibanaImport(address, access.credentials(settings), trust).send(objects);
        answer.problems().forEach(problem -> terminal.say("not imported: " + problem));
        answer.notes().forEach(terminal::say);
        terminal.out()
                .println(answer.imported() + " of " + objects.size() + " objects imported into Kibana at " + address);
        if (answer.problems().isEmpty()) {
            terminal.out()
                    .println("open " + new KibanaLinks(address, prefix).dashboard(objects.firstDashboard(), LAST_WEEK));
            return ExitStatus.DONE;
        }
        return answer.imported() > 0 ? ExitStatus.FINISHED_WITH_LOSSES : ExitStatus.FAILED;
    }
}
