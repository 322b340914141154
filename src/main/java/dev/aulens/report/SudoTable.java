package dev.aulens.report;

import dev.aulens.facts.Success;
import dev.aulens.query.Filter;
import dev.aulens.record.RecordTypes;
import dev.aulens.search.ExactTerms.Answer;
import dev.aulens.search.ExactTerms.Question;
import dev.aulens.search.ExactTerms.Term;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who ran what as whom with sudo: its USER_CMD records.
 *
 * <p>Such a record does not say as whom. PAM's messages of the same process do (USER_START, CRED_REFR, CRED_ACQ with
 * {@code acct=}), which come with the command; where there is none within a minute, or there are two that differ, the
 * report does not say it either.
 */
final class SudoTable {

    private static final List<Column> COLUMNS = List.of(
            Column.text("first"),
            Column.text("last"),
            Column.text("node"),
            Column.text("user"),
            Column.text("as"),
            Column.number("succeeded"),
            Column.number("failed"),
            Column.text("command"));
    private static final List<String> PROCESS = List.of(Names.NODE, "process.pid", Names.SESSION);
    private static final List<String> COMMAND = List.of(
            Names.NODE,
            "process.pid",
            Names.SESSION,
            Names.LOGIN_USER,
            Names.LOGIN_NAME,
            "user.id",
            "user.name",
            "process.command_line");
    private static final List<String> ACCOUNT = List.of(Names.NODE, "process.pid", Names.SESSION, Names.ACCOUNT);
    private static final Filter RAN = new Filter.Term(Names.TYPES, "USER_CMD");
    private static final Filter BECAME = Filter.all(
            new Filter.Exists(Names.ACCOUNT),
            Filter.any(
                    new Filter.Term(Names.TYPES, "USER_START"),
                    new Filter.Term(Names.TYPES, "CRED_REFR"),
                    new Filter.Term(Names.TYPES, "CRED_ACQ")));
    private static final long NEAR_MILLIS = 60_000;

    private final Selection events;
    private final ReportStyle style;
    private final Filter failed;

    SudoTable(Selection events, ReportStyle style, RecordTypes types) {
        this.events = events;
        this.style = style;
        this.failed = EventCondition.result(Success.NO).filter().apply(types);
    }

    /** What the commands of a row have in common. */
    private record Use(String node, String user, String target, String command) {}

    Table table() {
        List<Answer> answers = events.ask(List.of(
                new Question(Filter.all(RAN, Filter.not(failed)), COMMAND, true),
                new Question(Filter.all(RAN, failed), COMMAND, true),
                new Question(BECAME, ACCOUNT, true)));
        Map<List<String>, Set<Term>> targets = new HashMap<>();
        answers.get(2)
                .terms()
                .forEach(term -> targets.computeIfAbsent(process(term), key -> new HashSet<>())
                        .add(term));
        Map<Use, Count> counts = new HashMap<>();
        answers.get(0).terms().forEach(term -> count(term, targets, counts).succeeded += term.events());
        answers.get(1).terms().forEach(term -> count(term, targets, counts).failed += term.events());
        Comparator<Map.Entry<Use, Count>> order = Comparator.comparingLong(
                        (Map.Entry<Use, Count> use) -> use.getValue().first)
                .thenComparing(use -> use.getKey().toString());
        return new Table(
                "sudo",
                COLUMNS,
                counts.entrySet().stream()
                        .sorted(order)
                        .map(use -> row(use.getKey(), use.getValue()))
                        .toList());
    }

    private static List<String> process(Term term) {
        return term.values().subList(0, PROCESS.size());
    }

    private static Count count(Term term, Map<List<String>, Set<Term>> targets, Map<Use, Count> counts) {
        List<String> values = term.values();
        String user = Names.isSet(values.get(3))
                ? Names.user(values.get(3), values.get(4))
                : Names.user(values.get(5), values.get(6));
        Use use = new Use(
                values.get(0), user, target(term, targets.getOrDefault(process(term), Set.of())), values.get(7));
        Count count = counts.computeIfAbsent(use, key -> new Count());
        count.first = Math.min(count.first, term.first());
        count.last = Math.max(count.last, term.last());
        return count;
    }

    private static String target(Term command, Set<Term> messages) {
        List<String> accounts = messages.stream()
                .filter(message -> message.last() >= command.first() && message.first() <= command.last() + NEAR_MILLIS)
                .map(message -> message.values().get(PROCESS.size()))
                .distinct()
                .toList();
        return accounts.size() == 1 ? accounts.get(0) : Names.NONE;
    }

    private List<String> row(Use use, Count count) {
        return List.of(
                style.moment(count.first),
                style.moment(count.last),
                use.node(),
                use.user(),
                use.target(),
                Long.toString(count.succeeded),
                Long.toString(count.failed),
                Names.orNone(use.command()));
    }

    /** How often and when. */
    private static final class Count {

        private long succeeded;
        private long failed;
        private long first = Long.MAX_VALUE;
        private long last = Long.MIN_VALUE;
    }
}
