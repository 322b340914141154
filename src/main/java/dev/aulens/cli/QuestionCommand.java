package dev.aulens.cli;

import dev.aulens.elastic.ElasticsearchConnection;
import dev.aulens.index.IndexNames;
import dev.aulens.index.MappedFields;
import dev.aulens.locale.DateFormat;
import dev.aulens.query.Filter;
import dev.aulens.query.WrongUsageException;
import dev.aulens.query.kql.DataView;
import dev.aulens.query.kql.KqlPrinter;
import dev.aulens.query.kql.LucenePrinter;
import dev.aulens.query.kql.Sayable;
import dev.aulens.query.kql.SearchBar;
import dev.aulens.query.options.ArgumentParser;
import dev.aulens.query.options.LocalNames;
import dev.aulens.query.options.SearchOption;
import dev.aulens.query.options.SearchOptions;
import dev.aulens.query.time.TimeExpressions;
import dev.aulens.query.time.Uptime;
import dev.aulens.record.RecordTypes;
import dev.aulens.search.EventSearch;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that asks for events with the options of ausearch. */
abstract class QuestionCommand implements Callable<Integer>, WordCommand {

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
    abstract ArgumentParser.Dialect dialect();

    /** Tells whether the command makes sense without a word. */
    abstract boolean needsWords();

    /**
     * Answers the question.
     *
     * @param pattern of the indices
     * @return the exit status
     */
    abstract int answer(SearchOptions options, ElasticsearchConnection server, String pattern, Terminal terminal)
            throws IOException, WrongUsageException;

    @Override
    public final Integer call() throws IOException {
        Context context = context();
        Terminal terminal = context.terminal();
        if (words.isEmpty() && needsWords()) {
            spec.commandLine().usage(terminal.out());
            return wrongUsage();
        }
        try {
            SearchOptions options =
                    parser(dialect(), RecordTypes.load(), terminal).parse(words);
            if (informs(options, terminal)) {
                return ExitStatus.DONE;
            }
            try (ElasticsearchConnection server =
                    ElasticsearchConnection.open(connection.toSettings(context.settings()))) {
                return answer(options, server, IndexNames.pattern(prefix(options)), terminal);
            }
        } catch (WrongUsageException e) {
            terminal.err().println(e.getMessage());
            e.place().lines().forEach(terminal.err()::println);
            return wrongUsage();
        }
    }

    /** What is printed of an answer. */
    @FunctionalInterface
    interface Answer {
        void write(OutputStream out) throws IOException;
    }

    /** Prints an answer; a reader who leaves before its end is no fault. */
    static int print(Terminal terminal, Answer answer) throws IOException {
        try (OutputStream out = new ResultStream(terminal.out())) {
            answer.write(out);
            out.flush();
        } catch (ResultStream.ClosedException e) {
            return ExitStatus.DONE;
        }
        return ExitStatus.DONE;
    }

    /** Says that nothing was found, as ausearch does. */
    static int noMatches(Terminal terminal) {
        terminal.err().println("<no matches>");
        return ExitStatus.NOTHING_FOUND;
    }

    /** Returns what the command works with. */
    final Context context() {
        return ((AulensCommand) spec.root().userObject()).context();
    }

    /** Returns the prefix of the indices that the options, then the settings name. */
    final String prefix(SearchOptions options) {
        return IndexNames.checked(
                options.index().or(() -> context().settings().get("index")).orElse(IndexNames.DEFAULT_PREFIX));
    }

    /** Returns what reads the options of a search. */
    static ArgumentParser parser(ArgumentParser.Dialect dialect, RecordTypes types, Terminal terminal) {
        SearchBar searchBar = new SearchBar(DataView.of(MappedFields.load().types()), ZoneId.systemDefault());
        return new ArgumentParser(dialect, LocalNames.ofThisMachine(), types, times(terminal), searchBar);
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
            explain(options.filter(), terminal);
            return true;
        }
        return false;
    }

    private static void explain(Filter filter, Terminal terminal) {
        terminal.out().println(EventSearch.explain(filter));
        Set<Filter.Language> languages = Sayable.in(filter);
        if (languages.contains(Filter.Language.KQL)) {
            terminal.out().println(KqlPrinter.print(filter));
        } else if (languages.contains(Filter.Language.LUCENE)) {
            terminal.out().println(LucenePrinter.print(filter));
            terminal.err().println("aulens: KQL cannot say this exactly; the second line is Lucene's syntax");
        } else {
            terminal.err().println("aulens: neither KQL nor Lucene's syntax alone can say this");
        }
    }

    /** Returns what reads the words for times, as this process's zone and locale have them. */
    static TimeExpressions times(Terminal terminal) {
        return new TimeExpressions(
                Clock.system(ZoneId.systemDefault()), DateFormat.of(terminal.environment()), Uptime::ofThisMachine);
    }
}
