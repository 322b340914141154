package dev.aulens.cli.dashboards;

import dev.aulens.cli.options.KibanaOptions;
import dev.aulens.cli.question.DiscoverLink;
import dev.aulens.cli.question.QuestionCommand;
import dev.aulens.cli.terminal.Terminal;
import dev.aulens.query.options.ArgumentParser;
import dev.aulens.query.options.SearchOptions;
import dev.aulens.search.Indices;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code aulens dashboards open}: a link to Discover for a search. */
@Command(
        name = "open",
        description = {
            "Print a link to Kibana's Discover page that shows what a search finds.",
            "",
            "Conditions, times and words to look for are those of 'aulens search'. Where -ts or -te is not given the link begins or ends with"
                    + " the first or last event that is found."
        },
        customSynopsis = "aulens dashboards open [OPTION...] [WORD...]",
        footerHeading = "%n",
        footer = {
            "Kibana needs the data view that 'aulens dashboards import' brings.",
            "Exit status: 0 done, 1 nothing found, 2 wrong usage or a fault."
        })
final class DashboardsOpenCommand extends QuestionCommand {

    @Mixin
    private KibanaOptions kibana;

    @Override
    protected ArgumentParser.Dialect dialect() {
        return ArgumentParser.Dialect.LINK;
    }

    @Override
    protected boolean needsWords() {
        return false;
    }

    @Override
    protected int answer(SearchOptions options, Indices indices, Terminal terminal) {
        return new DiscoverLink(kibana.address(context().settings()), indices, prefix(options))
                .print(options, terminal);
    }
}
