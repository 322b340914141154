package dev.aulens.query.options;

import dev.aulens.interpret.Edition;
import dev.aulens.query.Filter;
import dev.aulens.query.WrongUsageException;
import dev.aulens.render.Escaping;
import dev.aulens.render.OutputFormat;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gathers options in the order of the command line, and holds the rules about repeated and conflicting ones. */
final class OptionCollector {

    private static final Set<SearchOption> CSV_ONLY =
            EnumSet.of(SearchOption.EXTRA_KEYS, SearchOption.EXTRA_LABELS, SearchOption.EXTRA_TIME);
    private static final Set<SearchOption> WITHOUT_EVENTS =
            EnumSet.of(SearchOption.COUNT, SearchOption.EXPLAIN, SearchOption.KIBANA_LINK);

    /** Options that stand for several: one of them that comes later is an alternative, not one more condition. */
    private static final Map<SearchOption, Set<SearchOption>> PARTS = Map.of(
            SearchOption.UID_ALL,
            EnumSet.of(SearchOption.UID, SearchOption.UID_EFFECTIVE, SearchOption.LOGIN_UID),
            SearchOption.GID_ALL,
            EnumSet.of(SearchOption.GID, SearchOption.GID_EFFECTIVE));

    private final Map<SearchOption, Condition> conditions = new EnumMap<>(SearchOption.class);
    private final Map<SearchOption, Filter.Range> times = new EnumMap<>(SearchOption.class);
    private final Set<SearchOption> flags = EnumSet.noneOf(SearchOption.class);
    private OutputFormat format = OutputFormat.DEFAULT;
    private Escaping escaping = Escaping.TTY;
    private Edition edition = Edition.AUSEARCH_3;
    private List<String> columns = List.of();
    private @Nullable String field;
    private @Nullable String by;
    private @Nullable String index;
    private @Nullable Path checkpoint;
    private @Nullable Long limit;
    private boolean syscallByName;

    /** Takes an option without a value. */
    void flag(SearchOption option, String name) throws WrongUsageException {
        if (option == SearchOption.INTERPRET || option == SearchOption.RAW) {
            if (format != OutputFormat.DEFAULT) {
                throw new WrongUsageException(
                        "Conflicting output format " + (option == SearchOption.RAW ? "--raw" : name));
            }
            format = option == SearchOption.RAW ? OutputFormat.RAW : OutputFormat.INTERPRET;
        }
        flags.add(option);
    }

    /** Takes an option that asks something of documents. */
    void condition(SearchOption option, String value, ConditionTable.Reader reader) throws WrongUsageException {
        if (option == SearchOption.ARCH) {
            checkArch();
        }
        Condition condition = reader.read(value);
        switch (option) {
            case MESSAGE -> {
                if (!value.equalsIgnoreCase("ALL")) {
                    conditions.merge(option, condition, Condition::or);
                }
            }
            case NODE -> conditions.merge(option, condition, Condition::or);
            case KQL, LUCENE -> conditions.merge(option, condition, Condition::and);
            case CONTEXT -> {
                conditions.remove(SearchOption.SUBJECT);
                conditions.remove(SearchOption.OBJECT);
                conditions.put(option, condition);
            }
            case SUBJECT, OBJECT -> {
                conditions.remove(SearchOption.CONTEXT);
                conditions.put(option, condition);
            }
            case UID_ALL, GID_ALL -> {
                PARTS.getOrDefault(option, Set.of()).forEach(conditions::remove);
                conditions.put(option, condition);
            }
            default -> conditions.put(option, condition);
        }
        syscallByName |= option == SearchOption.SYSCALL && !Numbers.looksLikeNumber(value);
    }

    private void checkArch() throws WrongUsageException {
        if (conditions.containsKey(SearchOption.ARCH)) {
            throw new WrongUsageException("Arch is already defined");
        }
        if (syscallByName) {
            throw new WrongUsageException("Arch needs to be defined before the syscall");
        }
    }

    /** Takes an option whose value says how to search or print. */
    void setting(SearchOption option, String value) throws WrongUsageException {
        switch (option) {
            case FORMAT -> format(value);
            case ESCAPE -> escaping = known(Escaping.of(value), "Unknown option (" + value + ")");
            case AUSEARCH_VERSION -> edition = known(Edition.of(value), "--ausearch-version is 3 or 4, was " + value);
            case COLUMNS -> columns = columns(value);
            case BY -> by = value;
            case INDEX -> index = value;
            case LIMIT -> limit = positive("--limit", value);
            case CHECKPOINT -> checkpoint = path(value);
            case EOE_TIMEOUT -> checkTimeout(value);
            default -> throw new IllegalArgumentException("no setting: " + option);
        }
    }

    /** Takes an end of the range of time. */
    void time(SearchOption option, Filter.Range range) {
        times.put(option, range);
        if (option == SearchOption.START) {
            flags.remove(SearchOption.CHECKPOINT);
        }
    }

    /** Takes the field whose values are counted. */
    void field(String name) {
        field = name;
    }

    /** Refuses formats that counts are not printed in. */
    void checkCounts() throws WrongUsageException {
        if (format != OutputFormat.DEFAULT && !ArgumentParser.Dialect.FORMATS_OF_COUNTS.contains(format)) {
            throw new WrongUsageException("--format of counts is text, json or csv");
        }
        if (flags.contains(SearchOption.CHECKPOINT)) {
            throw new WrongUsageException("checkpoints are for 'aulens search'");
        }
    }

    /** Takes {@code -ts checkpoint}. */
    void startAtCheckpoint() {
        times.remove(SearchOption.START);
        flags.add(SearchOption.CHECKPOINT);
    }

    /** Tells whether help or the version was asked for, which nothing after it can change. */
    boolean asksForInformation() {
        return flags.contains(SearchOption.HELP) || flags.contains(SearchOption.VERSION);
    }

    /**
     * Returns what was asked for.
     *
     * @param text the condition of the words that belong to no option
     */
    SearchOptions result(Filter text) throws WrongUsageException {
        if (!asksForInformation()
                && format != OutputFormat.CSV
                && flags.stream().anyMatch(CSV_ONLY::contains)) {
            throw new WrongUsageException("--extra options requires format to be csv");
        }
        if (!columns.isEmpty() && format != OutputFormat.TABLE) {
            throw new WrongUsageException("--columns requires format to be table");
        }
        if (checkpoint != null && flags.contains(SearchOption.REVERSE)) {
            throw new WrongUsageException("--checkpoint goes on in the order of time; leave out --reverse");
        }
        checkAnswersWithoutEvents();
        joinAlternatives();
        boolean wholeWords = flags.contains(SearchOption.WORD);
        List<Filter> asked = new ArrayList<>();
        conditions.values().forEach(condition -> asked.add(condition.filter(wholeWords)));
        asked.add(text);
        return new SearchOptions(
                List.copyOf(times.values()),
                Filter.all(asked),
                format,
                escaping,
                edition,
                columns,
                Stream.of(Optional.ofNullable(field), Optional.ofNullable(by))
                        .flatMap(Optional::stream)
                        .toList(),
                Optional.ofNullable(index),
                limit == null ? OptionalLong.empty() : OptionalLong.of(limit),
                Optional.ofNullable(checkpoint),
                flags);
    }

    private void joinAlternatives() {
        PARTS.forEach((all, parts) -> {
            for (SearchOption part : parts) {
                Condition alternative = conditions.containsKey(all) ? conditions.remove(part) : null;
                if (alternative != null) {
                    conditions.merge(all, alternative, Condition::or);
                }
            }
        });
    }

    /** Refuses what would have no effect where the answer is a number, a query or a link. */
    private void checkAnswersWithoutEvents() throws WrongUsageException {
        Set<SearchOption> answers = EnumSet.copyOf(WITHOUT_EVENTS);
        answers.retainAll(flags);
        if (answers.isEmpty()) {
            return;
        }
        SearchOption answer = answers.iterator().next();
        String name = answer.text().names().get(0);
        if (checkpoint != null || flags.contains(SearchOption.CHECKPOINT)) {
            throw new WrongUsageException(name + " prints no events, so no checkpoint can go on after them");
        }
        if (answer == SearchOption.COUNT && (limit != null || flags.contains(SearchOption.JUST_ONE))) {
            throw new WrongUsageException("--count counts all events; leave out --limit and --just-one");
        }
    }

    private void format(String name) throws WrongUsageException {
        if (format != OutputFormat.DEFAULT) {
            throw new WrongUsageException("Multiple output formats, use only 1");
        }
        format = known(OutputFormat.of(name), "Unknown option (" + name + ")");
    }

    private static List<String> columns(String value) throws WrongUsageException {
        List<String> names = List.of(value.split(",", -1));
        if (names.contains("")) {
            throw new WrongUsageException("--columns needs names with a comma between, was " + value);
        }
        return names;
    }

    private static <T> T known(@Nullable T value, String otherwise) throws WrongUsageException {
        if (value == null) {
            throw new WrongUsageException(otherwise);
        }
        return value;
    }

    private static void checkTimeout(String value) throws WrongUsageException {
        if (!Numbers.looksLikeNumber(value)) {
            throw new WrongUsageException("End of Event Timeout must be a numeric value, was " + value);
        }
        if (Numbers.unsigned(value).orElse(0) == 0) {
            throw new WrongUsageException("Illegal value for End of Event Timeout, was " + value);
        }
    }

    private static long positive(String option, String value) throws WrongUsageException {
        long number = Numbers.unsigned(value).orElse(0);
        if (number == 0) {
            throw new WrongUsageException(option + " needs a number from 1 up, was " + value);
        }
        return number;
    }

    private static Path path(String value) throws WrongUsageException {
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            throw new WrongUsageException("no file can have the name " + value);
        }
    }
}
