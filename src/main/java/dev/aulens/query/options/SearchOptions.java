package dev.aulens.query.options;

import dev.aulens.interpret.Edition;
import dev.aulens.query.Filter;
import dev.aulens.render.Escaping;
import dev.aulens.render.OutputFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What the words after {@code aulens search} ask for.
 *
 * @param times the ranges of {@code @timestamp} that are asked for, each with one bound; none for all time
 * @param conditions what else is asked of events
 * @param format how to print them
 * @param escaping how to print what a terminal would act on
 * @param edition whose words interpretation speaks
 * @param columns of the table, as they were typed; none for the usual ones
 * @param fields whose values are counted, in the order of columns; none if events are printed
 * @param index the prefix of the indices, if one is given
 * @param limit the most events to print, if there is a limit
 * @param checkpoint the file that says where to go on, if one is given
 * @param flags the options without a value that were given
 */
public record SearchOptions(
        List<Filter.Range> times,
        Filter conditions,
        OutputFormat format,
        Escaping escaping,
        Edition edition,
        List<String> columns,
        List<String> fields,
        Optional<String> index,
        OptionalLong limit,
        Optional<Path> checkpoint,
        Set<SearchOption> flags) {

    public SearchOptions {
        times = List.copyOf(times);
        columns = List.copyOf(columns);
        fields = List.copyOf(fields);
        flags = Set.copyOf(flags);
    }

    /** Returns the filter for the events: the time and the conditions. */
    public Filter filter() {
        return Filter.all(Filter.all(times), conditions);
    }

    /** Tells whether an option without a value was given. */
    public boolean has(SearchOption flag) {
        return flags.contains(flag);
    }
}
