package dev.aulens.cli.search;

import dev.aulens.cli.command.ExitStatus;
import dev.aulens.cli.options.KibanaOptions;
import dev.aulens.cli.question.DiscoverLink;
import dev.aulens.cli.question.QuestionCommand;
import dev.aulens.cli.terminal.Pager;
import dev.aulens.cli.terminal.ResultStream;
import dev.aulens.cli.terminal.Terminal;
import dev.aulens.dashboards.KibanaAddress;
import dev.aulens.query.Filter;
import dev.aulens.query.SearchedTexts;
import dev.aulens.query.WrongUsageException;
import dev.aulens.query.options.ArgumentParser;
import dev.aulens.query.options.SearchOption;
import dev.aulens.query.options.SearchOptions;
import dev.aulens.render.OutputFormat;
import dev.aulens.search.EventSearch;
import dev.aulens.search.Indices;
import dev.aulens.search.SearchOutcome;
import dev.aulens.search.SearchRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.OptionalLong;
import picocli.CommandLine.Command;

/** Searches the index with the options of ausearch. */
@Command(
        name = "search",
        description = {
            "Search for events, with the options of ausearch(8).",
            "",
            "Texts match as a part of the value, or with -w as the whole. Words that belong to no option are looked for"
                    + " in the sentence, command line and paths of events."
        },
        customSynopsis = "aulens search [OPTION...] [WORD...]",
        footerHeading = "%nTimes: now, recent, this-hour, boot, today, yesterday, this-week, week-ago, this-month,"
                + " this-year, checkpoint;%na date as the locale writes it or as 2026-11-22; 22:14 or 22:14:10; both;"
                + " 2026-11-22T22:14:10Z;%nas Kibana: now-15m, now-1d/d, 2026-11-22||+1M/d.%n%nExamples:%n",
        footer = {
            "  aulens search -k passwd -ts today -i        who touched the password file today",
            "  aulens search -ua alice -m EXECVE -i        what alice ran",
            "  aulens search -sv no -x /usr/bin/sudo       failed attempts with sudo",
            "  aulens search -ts this-week deleted shadow  words of the event's sentence, or of paths",
            "  aulens search -ts now-1d/d --kql 'event.outcome: failure and not user.name: (root or backup)'",
            "",
            "Exit status: 0 found, 1 nothing found, 2 wrong usage or a fault; 10, 11, 12 as ausearch for checkpoints."
        })
public class SearchCommand extends QuestionCommand {

    @Override
    protected ArgumentParser.Dialect dialect() {
        return ArgumentParser.Dialect.AULENS;
    }

    @Override
    protected final boolean needsWords() {
        return true;
    }

    @Override
    protected final int answer(SearchOptions options, Indices indices, Terminal terminal)
            throws IOException, WrongUsageException {
        if (options.has(SearchOption.KIBANA_LINK)) {
            KibanaAddress kibana = new KibanaOptions().address(context().settings());
            return new DiscoverLink(kibana, indices, prefix(options)).print(options, terminal);
        }
        List<TableColumn> columns = TableColumn.of(options.columns());
        EventSearch search = new EventSearch(indices);
        if (options.has(SearchOption.COUNT)) {
            long count = search.count(options.filter());
            terminal.out().println(count);
            return count > 0 ? ExitStatus.DONE : ExitStatus.NOTHING_FOUND;
        }
        return search(search, options, columns, terminal);
    }

    private static int search(EventSearch search, SearchOptions options, List<TableColumn> columns, Terminal terminal)
            throws IOException {
        try {
            Checkpointing checkpoint = Checkpointing.of(options);
            Filter filter = checkpoint == null ? options.filter() : checkpoint.since(options.filter(), search);
            SearchOutcome found = print(search, filter, options, columns, terminal);
            if (checkpoint != null) {
                checkpoint.keep(found);
            }
            if (found.hits() > 0) {
                return ExitStatus.DONE;
            }
            return options.format() == OutputFormat.RAW ? ExitStatus.NOTHING_FOUND : noMatches(terminal);
        } catch (ResultStream.ClosedException e) {
            return ExitStatus.DONE;
        } catch (Checkpointing.UnusableException e) {
            terminal.line(String.valueOf(e.getMessage()));
            return e.status();
        }
    }

    private static SearchOutcome print(
            EventSearch search, Filter filter, SearchOptions options, List<TableColumn> columns, Terminal terminal)
            throws IOException {
        OptionalLong limit = options.has(SearchOption.JUST_ONE) ? OptionalLong.of(1) : options.limit();
        SearchRequest request =
                new SearchRequest(filter, order(options, limit), options.has(SearchOption.REVERSE), limit, null);
        try (OutputStream out = output(options, terminal)) {
            SearchOutcome found = new HitOutput(options, columns, terminal, out).print(search, request);
            out.flush();
            return found;
        }
    }

    /** A checkpoint is a time: of events of which only some are wanted now, none may stand behind a later one. */
    private static SearchRequest.Order order(SearchOptions options, OptionalLong limit) {
        boolean inParts = options.checkpoint().isPresent() && limit.isPresent();
        return inParts ? SearchRequest.Order.TIME : SearchRequest.Order.LOG;
    }

    /** Returns where results go; what was searched for is coloured where lines are for people. */
    private static OutputStream output(SearchOptions options, Terminal terminal) {
        OutputStream out = Pager.orStandardOutput(terminal, !options.has(SearchOption.NO_PAGER));
        boolean forPeople = switch (options.format()) {
            case DEFAULT, INTERPRET, TEXT, TABLE -> true;
            case RAW, CSV, JSON -> false;
        };
        List<String> texts = SearchedTexts.in(options.conditions());
        return forPeople && terminal.colour() && !texts.isEmpty() ? new MatchHighlighter(out, texts) : out;
    }
}
