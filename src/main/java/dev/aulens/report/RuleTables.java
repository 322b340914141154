package dev.aulens.report;

import dev.aulens.facts.Fact;
import dev.aulens.facts.Success;
import dev.aulens.interpret.Interpreter;
import dev.aulens.query.Filter;
import dev.aulens.record.RecordTypes;
import dev.aulens.search.ExactTerms.Answer;
import dev.aulens.search.ExactTerms.Question;
import dev.aulens.search.ExactTerms.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What rules cost: events by key, the combinations of key, system call, result and program that log most, each with the
 * rule that would leave it out, and the keys of given rules that have not logged anything.
 *
 * <p>An event with several keys counts for each of them. One that tells that a rule was added or removed has that rule's
 * key too, but the rule has not logged it: it counts as one without key. System calls that succeeded are counted
 * together, whatever they returned: their results are descriptors, sizes and process ids. The rate is of a day of the
 * time between the first and the last event; of less than a day's logs it is what they hold, not what a day might have
 * held.
 */
final class RuleTables {

    /** How many combinations are shown, if nobody has said how many. */
    static final int USUAL_COMBINATIONS = 20;

    private static final long DAY = 86_400_000;
    private static final String NO_KEY = "(null)";
    private static final String KEY = String.valueOf(Fact.KEY.field());
    private static final String ARCHITECTURE = "auditd.data.arch";
    private static final String CALL = "auditd.data.syscall";
    private static final String EXIT = "auditd.data.exit_code";
    private static final String EXECUTABLE = "process.executable";
    private static final Filter CHANGE = new Filter.Term(Names.TYPES, "CONFIG_CHANGE");
    private static final Fields SUCCEEDED = Fields.of(KEY, ARCHITECTURE, CALL, EXECUTABLE);
    private static final Fields FAILED = SUCCEEDED.and(EXIT);

    private final Selection events;
    private final ReportStyle style;
    private final Interpreter interpreter;
    private final Filter succeeded;
    private final Filter failed;

    RuleTables(Selection events, ReportStyle style, Interpreter interpreter, RecordTypes types) {
        this.events = events;
        this.style = style;
        this.interpreter = interpreter;
        this.succeeded = EventCondition.result(Success.YES).filter().apply(types);
        this.failed = EventCondition.result(Success.NO).filter().apply(types);
    }

    /**
     * Returns the tables.
     *
     * @param rules that may have logged nothing; null if none were given
     * @param top the most combinations
     */
    List<Table> tables(@Nullable RuleFile rules, int top) {
        Filter call = Filter.all(new Filter.Exists(CALL), Filter.not(CHANGE));
        Filter keyed = Filter.all(new Filter.Exists(KEY), Filter.not(CHANGE));
        Question all = new Question(new Filter.Everything(), List.of(), true);
        Question byKey = new Question(keyed, List.of(KEY), true);
        Question withoutKey = new Question(Filter.not(keyed), List.of(), true);
        Question didSucceed = new Question(Filter.all(call, succeeded), SUCCEEDED.names(), false);
        Question didFail = new Question(Filter.all(call, failed), FAILED.names(), false);
        Answers answers = events.askAll(all, byKey, withoutKey, didSucceed, didFail);
        List<Term> keys = answers.to(byKey).terms();
        List<Table> tables = new ArrayList<>();
        tables.add(keys(answers.to(all), keys, answers.to(withoutKey)));
        tables.add(
                combinations(answers.to(didSucceed).terms(), answers.to(didFail).terms(), top));
        if (rules != null) {
            tables.add(silent(rules, keys));
        }
        return tables;
    }

    private Table keys(Answer all, List<Term> found, Answer without) {
        List<Term> keys = new ArrayList<>(found);
        Long first = without.first();
        Long last = without.last();
        if (first != null && last != null) {
            keys.add(new Term(List.of(NO_KEY), without.events(), first, last));
        }
        keys.sort(Comparator.comparingLong(Term::events).reversed().thenComparing(Term::value));
        double days = days(all);
        List<List<String>> rows = keys.stream()
                .map(key -> List.of(
                        key.value(),
                        Long.toString(key.events()),
                        style.share(key.events(), all.events()),
                        String.format(Locale.ROOT, "%.1f", key.events() / days),
                        style.moment(key.first()),
                        style.moment(key.last())))
                .toList();
        return new Table(
                "keys",
                List.of(
                        Column.text("key"),
                        Column.number("events"),
                        Column.number("share"),
                        Column.number("per day"),
                        Column.text("first"),
                        Column.text("last")),
                rows);
    }

    private static double days(Answer all) {
        Long first = all.first();
        Long last = all.last();
        return first == null || last == null ? 1 : Math.max(1, (double) (last - first) / DAY);
    }

    /** What is left out by one rule. */
    private record Combination(long events, String key, String exit, ExcludeRule rule) {}

    private Table combinations(List<Term> yes, List<Term> no, int top) {
        List<Combination> all = new ArrayList<>();
        yes.forEach(term -> all.add(success(term)));
        no.forEach(term -> all.add(failure(term)));
        all.sort(Comparator.comparingLong(Combination::events)
                .reversed()
                .thenComparing(each -> each.key() + each.rule().line() + each.exit()));
        List<List<String>> rows = all.stream()
                .limit(top)
                .map(each -> List.of(
                        Long.toString(each.events()),
                        each.key(),
                        each.rule().call(),
                        each.exit(),
                        Names.orNone(each.rule().executable()),
                        Names.orNone(each.rule().line())))
                .toList();
        return new Table(
                "noisiest",
                List.of(
                        Column.number("events"),
                        Column.text("key"),
                        Column.text("syscall"),
                        Column.text("exit"),
                        Column.text("exe"),
                        Column.text("rule that would leave them out")),
                rows);
    }

    private Combination success(Term term) {
        return combination(term, "success", "success=1");
    }

    private Combination failure(Term term) {
        String exit = FAILED.value(EXIT, term);
        if (exit.isEmpty()) {
            return combination(term, "failure", "success=0");
        }
        String name = interpreter.errnoName(Long.parseLong(exit));
        return combination(term, name == null ? exit : name, "exit=" + exit);
    }

    private static Combination combination(Term term, String exit, String result) {
        String key = SUCCEEDED.value(KEY, term);
        ExcludeRule rule = new ExcludeRule(
                SUCCEEDED.value(ARCHITECTURE, term),
                SUCCEEDED.value(CALL, term),
                SUCCEEDED.value(EXECUTABLE, term),
                result);
        return new Combination(term.events(), key.isEmpty() ? NO_KEY : key, exit, rule);
    }

    private static Table silent(RuleFile rules, List<Term> found) {
        Set<String> keys = new HashSet<>();
        found.forEach(term -> keys.add(term.value()));
        List<List<String>> rows = rules.keys().stream()
                .filter(key -> !keys.contains(key.name()))
                .map(key -> List.of(key.name(), Integer.toString(key.line()), key.rule()))
                .toList();
        return new Table("never fired", List.of(Column.text("key"), Column.number("line"), Column.text("rule")), rows);
    }
}
