package dev.aulens.cli.count;

import dev.aulens.cli.question.QuestionCommand;
import dev.aulens.cli.terminal.Terminal;
import dev.aulens.query.WrongUsageException;
import dev.aulens.query.options.ArgumentParser;
import dev.aulens.query.options.SearchOptions;
import dev.aulens.search.EventHistogram;
import dev.aulens.search.Histogram;
import dev.aulens.search.Indices;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code aulens histogram}: events over time. */
@Command(
        name = "histogram",
        description = {
            "Count events over time, from the first that a search finds to the last, in bars as long as Kibana's.",
            "",
            "Conditions, times and words to look for are those of 'aulens search'; with --by each bar is divided by the field's most"
                    + " frequent values, and what has none of them is in the column 'others'."
        },
        customSynopsis = "aulens histogram [--by FIELD] [OPTION...] [WORD...]",
        footerHeading = "%nExamples:%n",
        footer = {
            "  aulens histogram -ts now-1d/d -m USER_LOGIN              logins since yesterday",
            "  aulens histogram -k passwd --by user.name --limit 5      who touched it, and when",
            "  aulens histogram --kql 'event.outcome: failure' --format csv",
            "",
            "--limit is the number of values of --by, 3 by default; --format is text, json or csv.",
            "Exit status: 0 found, 1 nothing found, 2 wrong usage or a fault."
        })
public final class HistogramCommand extends QuestionCommand {

    private static final int USUAL_LIMIT = 3;

    @Override
    protected ArgumentParser.Dialect dialect() {
        return ArgumentParser.Dialect.HISTOGRAM;
    }

    @Override
    protected boolean needsWords() {
        return false;
    }

    @Override
    protected int answer(SearchOptions options, Indices indices, Terminal terminal)
            throws IOException, WrongUsageException {
        List<String> by = options.fields();
        new CountedFields(indices).check(by);
        ZoneId zone = ZoneId.systemDefault();
        EventHistogram histograms = new EventHistogram(indices, zone);
        int limit = (int) Math.min(HistogramOutput.MOST_VALUES, options.limit().orElse(USUAL_LIMIT));
        Histogram histogram =
                by.isEmpty() ? histograms.of(options.filter()) : histograms.of(options.filter(), by.get(0), limit);
        if (histogram.count() == 0) {
            return noMatches(terminal);
        }
        return print(
                terminal,
                out -> new HistogramOutput(histogram, zone, terminal, out).write(options.format(), options.escaping()));
    }
}
