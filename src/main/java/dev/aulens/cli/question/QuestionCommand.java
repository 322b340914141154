package dev.aulens.cli.question;

import dev.aulens.cli.command.ExitStatus;
import dev.aulens.cli.terminal.ResultStream;
import dev.aulens.cli.terminal.Terminal;
import dev.aulens.elastic.ElasticsearchConnection;
import dev.aulens.query.Filter;
import dev.aulens.query.WrongUsageException;
import dev.aulens.query.kql.KqlPrinter;
import dev.aulens.query.kql.LucenePrinter;
import dev.aulens.query.kql.Sayable;
import dev.aulens.query.options.SearchOption;
import dev.aulens.query.options.SearchOptions;
import dev.aulens.record.RecordTypes;
import dev.aulens.search.EventSearch;
import dev.aulens.search.Indices;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;
import picocli.CommandLine.Command;

/** A command that asks for events with the options of ausearch. */
@Command(modelTransformer = SearchModel.class)
public abstract class QuestionCommand extends WordCommand {

    /** Tells whether the command makes sense without a word. */
    protected abstract boolean needsWords();

    /**
     * Answers the question.
     *
     * @param indices to ask
     * @return the exit status
     */
    protected abstract int answer(SearchOptions options, Indices indices, Terminal terminal)
            throws IOException, WrongUsageException;

    @Override
    public final Integer call() throws IOException {
        Terminal terminal = context().terminal();
        if (words().isEmpty() && needsWords()) {
            spec().commandLine().usage(terminal.out());
            return wrongUsage();
        }
        try {
            SearchOptions options = parser(RecordTypes.load()).parse(words());
            if (informs(options, terminal)) {
                return ExitStatus.DONE;
            }
            try (ElasticsearchConnection server = connect()) {
                Indices indices = indices(options, server);
                int status = answer(options, indices, terminal);
                if (status == ExitStatus.NOTHING_FOUND) {
                    sayUnknownFields(options, indices);
                }
                return status;
            }
        } catch (WrongUsageException e) {
            terminal.line(String.valueOf(e.getMessage()));
            e.place().lines().forEach(terminal::line);
            return wrongUsage();
        }
    }

    /** What is printed of an answer. */
    @FunctionalInterface
    protected interface Answer {
        void write(OutputStream out) throws IOException;
    }

    /** Prints an answer; a reader who leaves before its end is no fault. */
    protected static int print(Terminal terminal, Answer answer) throws IOException {
        try (OutputStream out = new ResultStream(terminal.out())) {
            answer.write(out);
            out.flush();
        } catch (ResultStream.ClosedException e) {
            return ExitStatus.DONE;
        }
        return ExitStatus.DONE;
    }

    /** Says that nothing was found, as ausearch does. */
    protected static int noMatches(Terminal terminal) {
        terminal.line("<no matches>");
        return ExitStatus.NOTHING_FOUND;
    }

    private boolean informs(SearchOptions options, Terminal terminal) {
        if (options.has(SearchOption.HELP)) {
            spec().commandLine().usage(terminal.out());
            return true;
        }
        if (options.has(SearchOption.VERSION)) {
            spec().commandLine().printVersionHelp(terminal.out());
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
            terminal.say("KQL cannot say this exactly; the second line is Lucene's syntax");
        } else {
            terminal.say("neither KQL nor Lucene's syntax alone can say this");
        }
    }
}
