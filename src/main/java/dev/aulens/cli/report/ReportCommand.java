package dev.aulens.cli.report;

import dev.aulens.Failure;
import dev.aulens.cli.command.ExitStatus;
import dev.aulens.cli.question.WordCommand;
import dev.aulens.cli.terminal.Pager;
import dev.aulens.cli.terminal.ResultStream;
import dev.aulens.cli.terminal.Style;
import dev.aulens.cli.terminal.Terminal;
import dev.aulens.elastic.ElasticsearchConnection;
import dev.aulens.interpret.Identities;
import dev.aulens.interpret.Interpreter;
import dev.aulens.locale.DateFormat;
import dev.aulens.query.WrongUsageException;
import dev.aulens.query.options.ArgumentParser;
import dev.aulens.query.options.SearchOption;
import dev.aulens.record.RecordTypes;
import dev.aulens.report.EventSource;
import dev.aulens.report.IndexedEvents;
import dev.aulens.report.RecordedEvents;
import dev.aulens.report.ReportFormat;
import dev.aulens.report.ReportPrinter;
import dev.aulens.report.ReportStyle;
import dev.aulens.report.options.ReportArguments;
import dev.aulens.report.options.ReportOption;
import dev.aulens.report.options.ReportOptions;
import dev.aulens.report.options.Usage;
import dev.aulens.search.EventSearch;
import dev.aulens.search.ExactTerms;
import dev.aulens.search.Indices;
import dev.aulens.source.LogInput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.ZoneId;
import picocli.CommandLine.Command;

/** Reports on the index with the options of aureport. */
@Command(
        name = "report",
        description = {
            "Report on events, with the options of aureport(8).",
            "",
            "All conditions of 'aulens search' choose the events. Where one is spelled as a report, a word behind it makes"
                    + " it a condition: -k is the report of keys, -k passwd asks for events with that key. Counts are"
                    + " exact, and no event is read for them.",
            "",
            "Records that 'ausearch --raw' prints are reported on when they come through a pipe, without the index."
        },
        customSynopsis = "aulens report [OPTION...] [CONDITION...]",
        modelTransformer = ReportModel.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  aulens report -ts this-month                   how much of everything",
            "  aulens report -f -i -k efs_changes             which files a rule saw, and who used them",
            "  aulens report -x --summary --failed --top 10   the programs that failed most",
            "  aulens report --logins -ts this-week           who tried to log in from where",
            "  aulens report -au -i --format csv              for a spreadsheet",
            "  ausearch -k passwd --raw | aulens report -f    as ... | aureport -f",
            "",
            "Exit status: 0 done, 1 no events of interest, 2 wrong usage or a fault."
        })
public class ReportCommand extends WordCommand {

    private static final Path PASSWD = Path.of("/etc/passwd");
    private static final Path GROUP = Path.of("/etc/group");

    @Override
    protected final boolean owns(String word) {
        return ReportOption.of(word) != null || super.owns(word);
    }

    @Override
    protected ArgumentParser.Dialect dialect() {
        return ArgumentParser.Dialect.AULENS;
    }

    @Override
    public final Integer call() throws IOException {
        Terminal terminal = context().terminal();
        RecordTypes types = RecordTypes.load();
        ReportOptions options;
        try {
            options = new ReportArguments(dialect(), parser(types)).parse(words());
        } catch (WrongUsageException e) {
            terminal.line(String.valueOf(e.getMessage()));
            e.place().lines().forEach(terminal::line);
            terminal.out().print(Usage.text());
            return wrongUsage();
        } catch (ReportArguments.UnimplementedException e) {
            terminal.line(String.valueOf(e.getMessage()));
            return wrongUsage();
        }
        return informs(options, terminal) ? ExitStatus.DONE : report(options, types, terminal);
    }

    private boolean informs(ReportOptions options, Terminal terminal) {
        if (options.has(ReportOption.HELP)) {
            if (isAlias()) {
                terminal.out().print(Usage.text());
            } else {
                spec().commandLine().usage(terminal.out());
            }
            return true;
        }
        if (options.has(ReportOption.VERSION)) {
            spec().commandLine().printVersionHelp(terminal.out());
            return true;
        }
        return false;
    }

    private int report(ReportOptions options, RecordTypes types, Terminal terminal) throws IOException {
        Interpreter interpreter = Interpreter.load(options.search().edition());
        if (options.standardInput() || isPiped(options, terminal)) {
            if (options.conditions() && !options.standardInput()) {
                throw new Failure("standard input is a pipe, and records that are read can only be chosen by time and"
                        + " node; give the other conditions to ausearch, or --input-logs to ask the index");
            }
            EventSource events = new RecordedEvents(
                    LogInput.stream(terminal.in()),
                    options.request(),
                    types,
                    interpreter,
                    Identities.of(PASSWD, GROUP),
                    ZoneId.systemDefault());
            return status(print(events, options, interpreter, terminal), options);
        }
        try (ElasticsearchConnection server = connect()) {
            Indices indices = indices(options.search(), server);
            EventSource events = new IndexedEvents(
                    new EventSearch(indices),
                    new ExactTerms(indices),
                    options.request(),
                    types,
                    interpreter,
                    ZoneId.systemDefault());
            boolean found = print(events, options, interpreter, terminal);
            if (!found) {
                sayUnknownFields(options.search(), indices);
            }
            return status(found, options);
        }
    }

    private static int status(boolean found, ReportOptions options) {
        return found || options.request().report().tellsOfNothing() ? ExitStatus.DONE : ExitStatus.NOTHING_FOUND;
    }

    /** As aureport: what comes through a pipe is read, unless the options name another place. */
    private static boolean isPiped(ReportOptions options, Terminal terminal) {
        return terminal.inIsPipe()
                && !options.has(ReportOption.INPUT)
                && !options.has(ReportOption.INPUT_LOGS)
                && options.search().index().isEmpty();
    }

    /** Returns whether there is something in the report, as far as its reader wanted to know. */
    private boolean print(EventSource events, ReportOptions options, Interpreter interpreter, Terminal terminal)
            throws IOException {
        boolean forPeople = !isAlias() && terminal.outIsTerminal() && options.format() == ReportFormat.TEXT;
        ReportStyle style = new ReportStyle(
                options.format(),
                options.search().escaping(),
                DateFormat.of(terminal.environment()),
                ZoneId.systemDefault(),
                forPeople ? terminal.width() : 0,
                heading -> terminal.colour() && !isAlias() ? Style.HEADING.apply(heading) : heading);
        try (OutputStream out =
                Pager.orStandardOutput(terminal, forPeople && !options.search().has(SearchOption.NO_PAGER))) {
            boolean found = new ReportPrinter(options.request(), style, interpreter, out).print(events);
            out.flush();
            return found;
        } catch (ResultStream.ClosedException e) {
            return true;
        }
    }
}
