package dev.aulens.report;

import dev.aulens.facts.Success;
import dev.aulens.query.Filter;
import dev.aulens.record.RecordTypes;
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
    private static final String USER = "user.id";
    private static final String USER_NAME = "user.name";
    private static final String COMMAND_LINE = "process.command_line";
    private static final Fields PROCESS = Fields.of(Names.NODE, "process.pid", Names.SESSION);
    private static final Fields COMMAND =
            PROCESS.and(Names.LOGIN_USER, Names.LOGIN_NAME, USER, USER_NAME, COMMAND_LINE);
    private static final Fields ACCOUNT = PROCESS.and(Names.ACCOUNT);
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
        Question didRun = new Question(Filter.all(RAN, Filter.not(failed)), COMMAND.names(), true);
        Question didFail = new Question(Filter.all(RAN, failed), COMMAND.names(), true);
        Question became = new Question(BECAME, ACCOUNT.names(), true);
        Answers answers = events.askAll(didRun, didFail, became);
        Map<List<String>, Set<Term>> targets = new HashMap<>();
        answers.to(became)
                .terms()
                .forEach(term -> targets.computeIfAbsent(PROCESS.values(term), key -> new HashSet<>())
                        .add(term));
        Map<Use, Count> counts = new HashMap<>();
        answers.to(didRun).terms().forEach(term -> count(term, targets, counts).succeeded += term.events());
        answers.to(didFail).terms().forEach(term -> count(term, targets, counts).failed += term.events());
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

    private static Count count(Term term, Map<List<String>, Set<Term>> targets, Map<Use, Count> counts) {
        Use use = new Use(
                COMMAND.value(Names.NODE, term),
                user(term),
                target(term, targets.getOrDefault(PROCESS.values(term), Set.of())),
                COMMAND.value(COMMAND_LINE, term));
        Count count = counts.computeIfAbsent(use, key -> new Count());
        count.first = Math.min(count.first, term.first());
        count.last = Math.max(count.last, term.last());
        return count;
    }

    /** Returns who has logged in; of a process that nobody's login began, whose it is. */
    private static String user(Term command) {
        String login = COMMAND.value(Names.LOGIN_USER, command);
        return Names.isSet(login)
                ? Names.user(login, COMMAND.value(Names.LOGIN_NAME, command))
                : Names.user(COMMAND.value(USER, command), COMMAND.value(USER_NAME, command));
    }

    private static String target(Term command, Set<Term> messages) {
        List<String> accounts = messages.stream()
                .filter(message -> message.last() >= command.first() && message.first() <= command.last() + NEAR_MILLIS)
                .map(message -> ACCOUNT.value(Names.ACCOUNT, message))
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
