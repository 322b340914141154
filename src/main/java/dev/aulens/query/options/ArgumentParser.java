package dev.aulens.query.options;

import dev.aulens.query.EventIdFields;
import dev.aulens.query.Filter;
import dev.aulens.query.WrongUsageException;
import dev.aulens.query.kql.SearchBar;
import dev.aulens.query.time.TimeExpressions;
import dev.aulens.record.RecordTypes;
import dev.aulens.render.OutputFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the words after {@code aulens search} by the grammar of ausearch.
 *
 * <pre>
 *   words  = { option | word }
 *   option = name [ value ]
 * </pre>
 *
 * A name is matched exactly: no {@code --name=value}, no bundles, no abbreviations. A value is the next word, if that
 * does not begin with a minus; {@code -e}, {@code --session} and {@code -ul} take any. Reading stops at the first
 * fault, with ausearch's message. Of an option given twice the last counts, but {@code -m} and {@code -n} add up.
 *
 * <p>{@link Dialect#AULENS} goes further: words that belong to no option are looked for in the text of events, {@code --}
 * ends the options, and {@code -ts} takes a second word only if it can be a date or a time. So do those that count.
 */
public final class ArgumentParser {

    /** Whose command line it is. */
    public enum Dialect {
        /** Exactly as ausearch, where a word without option is an error. */
        AUSEARCH,
        /** As ausearch, with words to look for. */
        AULENS,
        /** The first word names a field whose values are counted. */
        TOP,
        /** Events are counted over time. */
        HISTOGRAM,
        /** A search that another program does: only its conditions matter. */
        LINK;

        /** How counts can be printed. */
        static final List<OutputFormat> FORMATS_OF_COUNTS =
                List.of(OutputFormat.TEXT, OutputFormat.JSON, OutputFormat.CSV);

        private static final Set<SearchOption> OF_LINKS = EnumSet.of(
                SearchOption.START,
                SearchOption.END,
                SearchOption.INDEX,
                SearchOption.KQL,
                SearchOption.LUCENE,
                SearchOption.EXPLAIN,
                SearchOption.HELP,
                SearchOption.VERSION);

        private static final Set<SearchOption> OF_COUNTS = EnumSet.of(
                SearchOption.START,
                SearchOption.END,
                SearchOption.FORMAT,
                SearchOption.ESCAPE,
                SearchOption.INDEX,
                SearchOption.KQL,
                SearchOption.LUCENE,
                SearchOption.LIMIT,
                SearchOption.EXPLAIN,
                SearchOption.HELP,
                SearchOption.VERSION);

        /** Tells whether this command line has the option. */
        public boolean has(SearchOption option) {
            return switch (this) {
                case AUSEARCH, AULENS -> option.group() != SearchOption.Group.COUNTS;
                case TOP, HISTOGRAM ->
                    option.group() == SearchOption.Group.WHAT
                            || option.group() == SearchOption.Group.COUNTS
                            || OF_COUNTS.contains(option);
                case LINK -> option.group() == SearchOption.Group.WHAT || OF_LINKS.contains(option);
            };
        }

        /** Returns what is said of an option that this command line has. */
        public OptionText text(SearchOption option) {
            OptionText text = option.text();
            if (!counts()) {
                return text;
            }
            return switch (option) {
                case FORMAT ->
                    text.oneOf(
                            FORMATS_OF_COUNTS.stream().map(OutputFormat::word).toList());
                case LIMIT -> OptionText.valued("N", "how many values", "--limit");
                default -> text;
            };
        }

        /** Tells whether events are counted instead of printed. */
        public boolean counts() {
            return this == TOP || this == HISTOGRAM;
        }
    }

    private static final String CHECKPOINT_TIME = "checkpoint";

    private final Dialect dialect;
    private final ConditionTable table;
    private final MessageTypeReader messageTypes;
    private final TimeExpressions times;

    /**
     * @param names what options may use in the place of numbers
     * @param types the known record types
     * @param times reads dates and times
     * @param searchBar reads Kibana's languages
     */
    public ArgumentParser(
            Dialect dialect, KnownNames names, RecordTypes types, TimeExpressions times, SearchBar searchBar) {
        this.dialect = dialect;
        this.table = new ConditionTable(names, types, searchBar, dialect == Dialect.AUSEARCH);
        this.messageTypes = new MessageTypeReader("auditd.record_types", types);
        this.times = times;
    }

    /**
     * Returns what the words ask for. A word that asks for help or the version ends the reading.
     *
     * @throws WrongUsageException with the message for the user
     */
    public SearchOptions parse(List<String> words) throws WrongUsageException {
        return new Reading(words).run();
    }

    /** One command line on its way. */
    private final class Reading {

        private final List<String> words;
        private final OptionCollector found = new OptionCollector();
        private final List<String> text = new ArrayList<>();
        private int at;

        Reading(List<String> words) {
            this.words = words;
        }

        SearchOptions run() throws WrongUsageException {
            while (at < words.size()) {
                String word = words.get(at++);
                SearchOption option = SearchOption.of(word);
                if (option != null && dialect.has(option)) {
                    read(option, word);
                } else if (dialect != Dialect.AUSEARCH && word.equals("--")) {
                    text.addAll(words.subList(at, words.size()));
                    at = words.size();
                } else if (dialect != Dialect.AUSEARCH && !word.startsWith("-")) {
                    text.add(word);
                } else {
                    throw new WrongUsageException(word + " is an unsupported option");
                }
                if (found.asksForInformation()) {
                    break;
                }
            }
            if (dialect == Dialect.TOP && !found.asksForInformation()) {
                if (text.isEmpty()) {
                    throw new WrongUsageException("name the field to count, as in: aulens top process.name");
                }
                found.field(text.remove(0));
            }
            if (dialect.counts()) {
                found.checkCounts();
            }
            return found.result(FullText.filter(text));
        }

        private void read(SearchOption option, String name) throws WrongUsageException {
            switch (option.takes()) {
                case NOTHING -> found.flag(option, name);
                case NOTHING_AND_SAYS_SO -> {
                    if (dialect == Dialect.AUSEARCH && hasValue()) {
                        throw new WrongUsageException(
                                "Argument is NOT required for " + (option == SearchOption.RAW ? "--raw" : name));
                    }
                    found.flag(option, name);
                }
                case VALUE -> value(option, requireValue(option, name, hasValue()));
                case SIGNED_VALUE -> value(option, requireValue(option, name, at < words.size()));
                case TIME -> time(option, name);
            }
        }

        private String requireValue(SearchOption option, String name, boolean present) throws WrongUsageException {
            if (!present) {
                String message = "Argument is required for " + name;
                throw new WrongUsageException(
                        option == SearchOption.MESSAGE ? message + "\n" + messageTypes.validTypes() : message);
            }
            return words.get(at++);
        }

        private void value(SearchOption option, String value) throws WrongUsageException {
            ConditionTable.Reader reader = table.reader(option);
            if (reader == null) {
                found.setting(option, value);
            } else {
                found.condition(option, value, reader);
            }
        }

        private void time(SearchOption option, String name) throws WrongUsageException {
            boolean start = option == SearchOption.START;
            if (!hasValue()) {
                throw new WrongUsageException(name + " requires either date and/or time");
            }
            String first = words.get(at++);
            String second = hasSecondTimeWord(first) ? words.get(at++) : null;
            if (start && second == null && first.equals(CHECKPOINT_TIME)) {
                found.startAtCheckpoint();
                return;
            }
            TimeExpressions.Side side = start ? TimeExpressions.Side.START : TimeExpressions.Side.END;
            String moment =
                    Instant.ofEpochMilli(times.parse(side, first, second)).toString();
            Filter.Bound bound = new Filter.Bound(moment, true);
            found.time(
                    option,
                    start
                            ? new Filter.Range(EventIdFields.TIME, bound, null)
                            : new Filter.Range(EventIdFields.TIME, null, bound));
        }

        private boolean hasSecondTimeWord(String first) {
            if (!hasValue() || TimeExpressions.isComplete(first)) {
                return false;
            }
            String next = words.get(at);
            return dialect == Dialect.AUSEARCH
                    || Numbers.looksLikeNumber(next)
                    || (first.indexOf(':') >= 0 && TimeExpressions.isKeyword(next));
        }

        private boolean hasValue() {
            String next = next();
            return next != null && !next.startsWith("-");
        }

        private @Nullable String next() {
            return at < words.size() ? words.get(at) : null;
        }
    }
}
