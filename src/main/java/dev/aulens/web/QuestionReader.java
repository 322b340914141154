package dev.aulens.web;

import dev.aulens.index.MappedFields;
import dev.aulens.query.Filter;
import dev.aulens.query.WrongUsageException;
import dev.aulens.query.kql.DataView;
import dev.aulens.query.kql.SearchBar;
import dev.aulens.query.options.ArgumentParser;
import dev.aulens.query.options.LocalNames;
import dev.aulens.query.options.SearchOption;
import dev.aulens.query.options.SearchOptions;
import dev.aulens.query.time.TimeExpressions;
import dev.aulens.record.RecordTypes;
import dev.aulens.render.OutputFormat;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the parameters {@code q} (words of {@code aulens search}), {@code from} and {@code to} (as {@code -ts} and
 * {@code -te} take them, one word each) and {@code filter}.
 *
 * <p>The range of time becomes words too, so that the page and the command line that it shows are read in one way. As
 * there, the last counts: the page's range goes before that of the words. Safe for use by several threads.
 */
final class QuestionReader {

    private static final String END_OF_OPTIONS = "--";
    private static final List<SearchOption> OF_THE_COMMAND_LINE =
            List.of(SearchOption.JUST_ONE, SearchOption.COUNT, SearchOption.EXPLAIN, SearchOption.KIBANA_LINK);

    private final String prefix;
    private final RecordTypes types;
    private final TimeExpressions times;
    private final SearchBar searchBar;
    private final FieldFilters filters;

    /**
     * @param prefix of the indices, for the command line
     * @param zone of times that name none
     */
    QuestionReader(String prefix, RecordTypes types, TimeExpressions times, MappedFields fields, ZoneId zone) {
        this.prefix = prefix;
        this.types = types;
        this.times = times;
        DataView view = DataView.of(fields.types());
        this.searchBar = new SearchBar(view, zone);
        this.filters = new FieldFilters(fields, view);
    }

    /** @throws WrongUsageException with the message for the user */
    Question read(Parameters parameters) throws WrongUsageException {
        List<String> words = words(parameters);
        SearchOptions options = new ArgumentParser(
                        ArgumentParser.Dialect.AULENS, LocalNames.ofThisMachine(), types, times, searchBar)
                .parse(words);
        refuseWhatIsNoQuestion(options);
        Filter filter = Filter.all(options.filter(), filters.parse(parameters.all("filter")));
        return new Question(options, filter, command(words, options));
    }

    private static List<String> words(Parameters parameters) throws WrongUsageException {
        List<String> words = new ArrayList<>(ShellWords.split(parameters.get("q")));
        List<String> range = new ArrayList<>();
        if (!parameters.get("from").isEmpty()) {
            range.addAll(List.of("-ts", parameters.get("from")));
        }
        if (!parameters.get("to").isEmpty()) {
            range.addAll(List.of("-te", parameters.get("to")));
        }
        int end = words.indexOf(END_OF_OPTIONS);
        words.addAll(end < 0 ? words.size() : end, range);
        return words;
    }

    /** The page serves one set of indices and touches no files. */
    private static void refuseWhatIsNoQuestion(SearchOptions options) throws WrongUsageException {
        if (options.index().isPresent()) {
            throw new WrongUsageException("--index is an option of 'aulens serve'");
        }
        if (options.checkpoint().isPresent() || options.has(SearchOption.CHECKPOINT)) {
            throw new WrongUsageException("checkpoints are for the command line");
        }
        if (options.limit().isPresent()) {
            throw new WrongUsageException("--limit is for the command line; 'Load more' shows the next events");
        }
        for (SearchOption option : OF_THE_COMMAND_LINE) {
            if (options.has(option)) {
                String name = option.text().names().get(option.text().names().size() - 1);
                throw new WrongUsageException(name + " is for the command line");
            }
        }
        if (options.has(SearchOption.HELP) || options.has(SearchOption.VERSION)) {
            throw new WrongUsageException("type 'aulens search --help' in a terminal for the options");
        }
    }

    private String command(List<String> words, SearchOptions options) {
        List<String> command = new ArrayList<>(List.of("aulens", "search", "--index", prefix));
        if (!options.has(SearchOption.REVERSE)) {
            command.add("--reverse");
        }
        if (options.format() == OutputFormat.DEFAULT) {
            command.add("-i");
        }
        command.addAll(words);
        return ShellWords.join(command);
    }
}
