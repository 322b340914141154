package dev.aulens.cli;

import dev.aulens.elastic.ElasticsearchConnection;
import dev.aulens.index.IndexNames;
import dev.aulens.locale.DateFormat;
import dev.aulens.query.Filter;
import dev.aulens.query.SearchedTexts;
import dev.aulens.query.WrongUsageException;
import dev.aulens.query.kql.KqlPrinter;
import dev.aulens.query.options.ArgumentParser;
import dev.aulens.query.options.LocalNames;
import dev.aulens.query.options.SearchOption;
import dev.aulens.query.options.SearchOptions;
import dev.aulens.query.time.TimeExpressions;
import dev.aulens.query.time.Uptime;
import dev.aulens.record.RecordTypes;
import dev.aulens.render.OutputFormat;
import dev.aulens.search.EventSearch;
import dev.aulens.search.SearchOutcome;
import dev.aulens.search.SearchRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Searches the index with the options of ausearch. */
@Command(
        name = "search",
        description = {
            "Search for events, with the options of ausearch(8).",
            "",
            "Texts match as a part of the value, or with -w as the whole. Words that belong to no option are looked for"
                    + " in the sentence, command line and paths of events."
        },
        optionListHeading = "%nConnection and help:%n",
        customSynopsis = "aulens search [OPTION...] [WORD...]",
        modelTransformer = SearchModel.class,
        preprocessor = UnreadWords.class,
        footerHeading = "%nTimes: now, recent, this-hour, boot, today, yesterday, this-week, week-ago, this-month,"
                + " this-year, checkpoint;%na date as the locale writes it or as 2026-11-22; 22:14 or 22:14:10; both;"
                + " 2026-11-22T22:14:10Z.%n%nExamples:%n",
        footer = {
            "  aulens search -k passwd -ts today -i        who touched the password file today",
            "  aulens search -ua alice -m EXECVE -i        what alice ran",
            "  aulens search -sv no -x /usr/bin/sudo       failed attempts with sudo",
            "  aulens search -ts this-week deleted shadow  words of the event's sentence, or of paths",
            "",
            "Exit status: 0 found, 1 nothing found, 2 wrong usage or a fault; 10, 11, 12 as ausearch for checkpoints."
        })
class SearchCommand implements Callable<Integer>, WordCommand {

    @ParentCommand
    private AulensCommand aulens;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConnectionOptions connection;

    private List<String> words = List.of();

    @Override
    public final void words(List<String> unread) {
        words = List.copyOf(unread);
    }

    @Override
    public final boolean owns(String word) {
        return SearchOption.of(word) != null;
    }

    /** Returns how the words are read. */
    ArgumentParser.Dialect dialect() {
        return ArgumentParser.Dialect.AULENS;
    }

    @Override
    public final Integer call() throws IOException {
        Terminal terminal = aulens.context().terminal();
        if (words.isEmpty()) {
            spec.commandLine().usage(terminal.out());
            return wrongUsage();
        }
        SearchOptions options;
        RecordTypes types = RecordTypes.load();
        try {
            options = new ArgumentParser(dialect(), LocalNames.ofThisMachine(), types, times(terminal)).parse(words);
        } catch (WrongUsageException e) {
            terminal.err().println(e.getMessage());
            return wrongUsage();
        }
        return informs(options, terminal) ? ExitStatus.DONE : search(options, terminal);
    }

    /** Returns the status of wrong usage: that of ausearch is the one that elsewhere means that nothing was found. */
    private int wrongUsage() {
        return dialect() == ArgumentParser.Dialect.AUSEARCH ? ExitStatus.NOTHING_FOUND : ExitStatus.FAILED;
    }

    private boolean informs(SearchOptions options, Terminal terminal) {
        if (options.has(SearchOption.HELP)) {
            spec.commandLine().usage(terminal.out());
            return true;
        }
        if (options.has(SearchOption.VERSION)) {
            spec.commandLine().printVersionHelp(terminal.out());
            return true;
        }
        if (options.has(SearchOption.EXPLAIN)) {
            terminal.out().println(EventSearch.explain(options.filter()));
            terminal.out().println(KqlPrinter.print(options.filter()));
            return true;
        }
        return false;
    }

    private int search(SearchOptions options, Terminal terminal) throws IOException {
        Context context = aulens.context();
        String prefix = IndexNames.checked(
                options.index().or(() -> context.settings().get("index")).orElse(IndexNames.DEFAULT_PREFIX));
        try (ElasticsearchConnection server = ElasticsearchConnection.open(connection.toSettings(context.settings()))) {
            EventSearch search = new EventSearch(server, IndexNames.pattern(prefix));
            if (options.has(SearchOption.COUNT)) {
                long count = search.count(options.filter());
                terminal.out().println(count);
                return count > 0 ? ExitStatus.DONE : ExitStatus.NOTHING_FOUND;
            }
            return search(search, options, terminal);
        }
    }

    private static int search(EventSearch search, SearchOptions options, Terminal terminal) throws IOException {
        try {
            Checkpointing checkpoint = Checkpointing.of(options);
            Filter filter = checkpoint == null ? options.filter() : checkpoint.since(options.filter(), search);
            SearchOutcome found = print(search, filter, options, terminal);
            if (checkpoint != null) {
                checkpoint.keep(found);
            }
            if (found.hits() == 0 && options.format() != OutputFormat.RAW) {
                terminal.err().println("<no matches>");
            }
            return found.hits() > 0 ? ExitStatus.DONE : ExitStatus.NOTHING_FOUND;
        } catch (ResultStream.ClosedException e) {
            return ExitStatus.DONE;
        } catch (Checkpointing.UnusableException e) {
            terminal.err().println(e.getMessage());
            return e.status();
        }
    }

    private static SearchOutcome print(EventSearch search, Filter filter, SearchOptions options, Terminal terminal)
            throws IOException {
        OptionalLong limit = options.has(SearchOption.JUST_ONE) ? OptionalLong.of(1) : options.limit();
        SearchRequest request = new SearchRequest(filter, options.has(SearchOption.REVERSE), limit);
        try (OutputStream out = output(options, terminal)) {
            SearchOutcome found = new HitOutput(options, terminal, out).print(search, request);
            out.flush();
            return found;
        }
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

    /** Returns what reads the words for times, as this process's zone and locale have them. */
    static TimeExpressions times(Terminal terminal) {
        return new TimeExpressions(
                Clock.system(ZoneId.systemDefault()), DateFormat.of(terminal.environment()), Uptime::ofThisMachine);
    }
}
