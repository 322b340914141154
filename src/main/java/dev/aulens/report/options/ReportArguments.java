package dev.aulens.report.options;

import dev.aulens.facts.Success;
import dev.aulens.query.WrongUsageException;
import dev.aulens.query.options.ArgumentParser;
import dev.aulens.query.options.SearchOption;
import dev.aulens.query.options.SearchOptions;
import dev.aulens.report.MoreReport;
import dev.aulens.report.Report;
import dev.aulens.report.ReportFormat;
import dev.aulens.report.ReportRequest;
import dev.aulens.report.RuleFile;
import dev.aulens.report.TimeRange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the words after {@code aulens report} by the grammar of aureport.
 *
 * <p>In aulens' own dialect all options of searches are conditions too. Where aureport has a report of the same spelling,
 * a word behind it makes it a condition: {@code -k} is the report of keys, {@code -k passwd} asks for events with that
 * key. What else is no option of aureport's goes to the search's parser as it stands.
 */
public final class ReportArguments {

    private static final String UNIMPLEMENTED = "Unimplemented option";

    /** The types of events that {@code --delete} leaves out. */
    private static final List<String> ADDITIONS = List.of(
            "ADD_USER",
            "ADD_GROUP",
            "MAC_CIPSOV4_ADD",
            "MAC_MAP_ADD",
            "MAC_IPSEC_ADDSA",
            "MAC_IPSEC_ADDSPD",
            "MAC_UNLBL_STCADD");

    /** The types of events that {@code --add} leaves out. */
    private static final List<String> DELETIONS = List.of(
            "DEL_USER",
            "DEL_GROUP",
            "MAC_CIPSOV4_DEL",
            "MAC_MAP_DEL",
            "MAC_IPSEC_DELSA",
            "MAC_IPSEC_DELSPD",
            "MAC_UNLBL_STCDEL");

    private final ArgumentParser.Dialect dialect;
    private final ArgumentParser searches;

    /** Wrong usage after which aureport does not print its usage. */
    public static final class UnimplementedException extends Exception {

        private static final long serialVersionUID = 1L;

        UnimplementedException() {
            super(UNIMPLEMENTED);
        }
    }

    /** @param searches reads what searches take too, in the same dialect */
    public ReportArguments(ArgumentParser.Dialect dialect, ArgumentParser searches) {
        this.dialect = dialect;
        this.searches = searches;
    }

    /**
     * Returns what the words ask for. A word that asks for help or the version ends the reading.
     *
     * @throws WrongUsageException with the message for the user
     * @throws UnimplementedException where aureport says no more than that
     */
    public ReportOptions parse(List<String> words) throws WrongUsageException, UnimplementedException {
        return new Reading(words).run();
    }

    /** One command line on its way. */
    private final class Reading {

        private final List<String> words;
        private final List<String> searched = new ArrayList<>();
        private final Set<ReportOption> flags = EnumSet.noneOf(ReportOption.class);
        private final Set<String> nodes = new HashSet<>();
        private @Nullable Report report;
        private ReportFormat format = ReportFormat.TEXT;
        private OptionalInt top = OptionalInt.empty();
        private Optional<String> rules = Optional.empty();
        private Success only = Success.UNSET;
        private List<String> without = List.of();
        private boolean standardInput;
        private boolean conditions;
        private int at;

        Reading(List<String> words) {
            this.words = words;
        }

        ReportOptions run() throws WrongUsageException, UnimplementedException {
            while (at < words.size() && !asksForInformation()) {
                String word = words.get(at++);
                ReportOption option = ReportOption.of(word);
                if (option == null || (isAulens() && isCondition(word))) {
                    search(word);
                } else if (!isAulens() && !option.isAureport()) {
                    throw unsupported(word);
                } else {
                    read(option, word);
                }
            }
            return result();
        }

        private boolean asksForInformation() {
            return flags.contains(ReportOption.HELP) || flags.contains(ReportOption.VERSION);
        }

        private boolean isAulens() {
            return dialect == ArgumentParser.Dialect.AULENS;
        }

        /** Tells whether a word that is spelled as a report is a condition, because a value follows it. */
        private boolean isCondition(String word) {
            SearchOption option = SearchOption.of(word);
            if (option == null || ReportOption.of(word) == ReportOption.NODE) {
                return false;
            }
            String next = at < words.size() ? words.get(at) : null;
            boolean signed = option.takes() == SearchOption.Takes.SIGNED_VALUE;
            boolean value = next != null && (!next.startsWith("-") || (signed && isNumber(next)));
            return switch (option.takes()) {
                case VALUE, SIGNED_VALUE -> value && !isSetting(option);
                case NOTHING, NOTHING_AND_SAYS_SO, TIME -> false;
            };
        }

        private static boolean isSetting(SearchOption option) {
            return switch (option) {
                case ESCAPE, EOE_TIMEOUT, INPUT, FORMAT -> true;
                default -> false;
            };
        }

        private static boolean isNumber(String word) {
            return word.length() > 1 && Character.isDigit(word.charAt(1));
        }

        /** Hands a word, and its value if it has one, to the search's parser. */
        private void search(String word) throws WrongUsageException {
            SearchOption option = SearchOption.of(word);
            if (!isAulens() || (option != null && isOutputOfSearches(option))) {
                throw unsupported(word);
            }
            searched.add(word);
            conditions |= option == null || isCondition(option);
            if (option != null && option.takes() == SearchOption.Takes.SIGNED_VALUE && at < words.size()) {
                searched.add(words.get(at++));
            } else if (option != null) {
                addValues(option.takes() == SearchOption.Takes.VALUE ? 1 : 0);
            }
        }

        private static boolean isCondition(SearchOption option) {
            return option.group() == SearchOption.Group.WHAT
                    || option == SearchOption.KQL
                    || option == SearchOption.LUCENE;
        }

        private static boolean isOutputOfSearches(SearchOption option) {
            return switch (option) {
                case RAW,
                        EXTRA_KEYS,
                        EXTRA_LABELS,
                        EXTRA_OBJ2,
                        EXTRA_TIME,
                        JUST_ONE,
                        COLUMNS,
                        LIMIT,
                        REVERSE,
                        COUNT,
                        EXPLAIN,
                        KIBANA_LINK,
                        CHECKPOINT -> true;
                default -> false;
            };
        }

        private void addValues(int most) {
            for (int i = 0; i < most && hasValue(); i++) {
                searched.add(words.get(at++));
            }
        }

        private void read(ReportOption option, String word) throws WrongUsageException, UnimplementedException {
            flags.add(option);
            Report asked = option.report();
            if (asked != null) {
                if (report != null) {
                    throw new WrongUsageException("Error - only one report can be specified");
                }
                report = asked;
            }
            switch (option.takes()) {
                case NO_VALUE -> {
                    if (hasValue()) {
                        throw new UnimplementedException();
                    }
                }
                case NOTHING_AND_SAYS_SO -> {
                    if (hasValue()) {
                        throw new WrongUsageException("Argument is NOT required for " + word);
                    }
                }
                case NOTHING -> flag(option, word);
                case VALUE -> value(option, word);
                case TIME -> {
                    int first = searched.size();
                    searched.add(word);
                    addValues(2);
                    check(searched.subList(first, searched.size()));
                }
            }
        }

        private void flag(ReportOption option, String word) {
            switch (option) {
                case FAILED -> only = Success.NO;
                case SUCCESS -> only = Success.YES;
                case ADD -> without = DELETIONS;
                case DELETE -> without = ADDITIONS;
                case RULES -> rules = hasValue() ? Optional.of(words.get(at++)) : Optional.empty();
                case DEBUG, INPUT_LOGS -> searched.add(word);
                default -> {}
            }
        }

        private void value(ReportOption option, String word) throws WrongUsageException {
            boolean isStandardInput = option == ReportOption.INPUT && isAulens() && "-".equals(next());
            if (!hasValue() && !isStandardInput) {
                throw new WrongUsageException("Argument is required for " + word);
            }
            String value = words.get(at++);
            switch (option) {
                case FORMAT -> format = format(value);
                case TOP -> top = OptionalInt.of(number(value));
                case INPUT -> {
                    standardInput = isStandardInput;
                    conditions |= !isStandardInput;
                    if (!isStandardInput) {
                        searched.addAll(List.of(word, value));
                    }
                }
                case NODE -> {
                    nodes.add(value);
                    searched.addAll(List.of(word, value));
                }
                default -> {
                    searched.addAll(List.of(word, value));
                    check(List.of(word, value));
                }
            }
        }

        /** What is wrong with a value is said at once, as aureport does, whatever is wrong after it. */
        private void check(List<String> option) throws WrongUsageException {
            if (searches.parse(option).has(SearchOption.CHECKPOINT)) {
                throw new WrongUsageException("Invalid start date (checkpoint). Month, Day, and Year are required.");
            }
        }

        private static ReportFormat format(String value) throws WrongUsageException {
            ReportFormat format = ReportFormat.of(value);
            if (format == null) {
                throw new WrongUsageException("Unknown format " + value + "; it is text, csv, json or markdown");
            }
            return format;
        }

        private static int number(String value) throws WrongUsageException {
            try {
                int number = Integer.parseInt(value);
                if (number > 0) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // said below
            }
            throw new WrongUsageException("--top takes a number from 1 on, was " + value);
        }

        private ReportOptions result() throws WrongUsageException, UnimplementedException {
            SearchOptions search = searches.parse(searched);
            Report asked = asked();
            if (asked instanceof Report.More more && more.kind() == MoreReport.GAPS && isPartial()) {
                throw new WrongUsageException(
                        "--gaps needs all events of a time: give no condition but -ts, -te, --node");
            }
            boolean names = flags.contains(ReportOption.INTERPRET);
            ReportRequest request = new ReportRequest(
                    asked,
                    names,
                    search.filter(),
                    search.conditions(),
                    TimeRange.of(search.times()),
                    only,
                    flags.contains(ReportOption.NO_CONFIG),
                    without,
                    nodes,
                    top);
            return new ReportOptions(request, search, format, standardInput, conditions, flags);
        }

        /** Tells whether other conditions than the time and the host leave events out. */
        private boolean isPartial() {
            return conditions || only != Success.UNSET || flags.contains(ReportOption.NO_CONFIG) || !without.isEmpty();
        }

        private Report asked() throws UnimplementedException {
            Report asked = report == null ? new Report.Plain() : report;
            if (asked instanceof Report.More more && rules.isPresent()) {
                return new Report.More(more.kind(), RuleFile.read(Path.of(rules.get())));
            }
            return flags.contains(ReportOption.SUMMARY) && !asksForInformation() ? summary(asked) : asked;
        }

        private Report summary(Report asked) throws UnimplementedException {
            if (asked instanceof Report.Plain) {
                return asked;
            }
            if (asked instanceof Report.Detailed detailed && detailed.kind().hasSummary()) {
                return new Report.Summary(detailed.kind());
            }
            throw new UnimplementedException();
        }

        private @Nullable String next() {
            return at < words.size() ? words.get(at) : null;
        }

        private boolean hasValue() {
            String next = next();
            return next != null && !next.startsWith("-");
        }
    }

    private static WrongUsageException unsupported(String word) {
        return new WrongUsageException(word + " is an unsupported option");
    }
}
