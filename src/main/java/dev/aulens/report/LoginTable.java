package dev.aulens.report;

import dev.aulens.facts.Success;
import dev.aulens.query.Filter;
import dev.aulens.record.RecordTypes;
import dev.aulens.search.ExactTerms.Question;
import dev.aulens.search.ExactTerms.Term;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Logins by the address that they came from, those with the most failures first.
 *
 * <p>A login is what aureport counts as one: an event with a USER_LOGIN record. One without a result counts as neither.
 * The accounts are all that were tried, by name where the record has one, else by number.
 */
final class LoginTable {

    private static final List<Column> COLUMNS = List.of(
            Column.text("address"),
            Column.number("succeeded"),
            Column.number("failed"),
            Column.number("accounts"),
            Column.text("first"),
            Column.text("last"));
    private static final String TARGET_NAME = "user.target.name";
    private static final Fields FIELDS =
            Fields.of(Names.ADDRESS, Names.ACCOUNT, TARGET_NAME, Names.LOGIN_NAME, Names.LOGIN_USER);
    private static final Filter LOGIN = new Filter.Term(Names.TYPES, "USER_LOGIN");

    private final Selection events;
    private final ReportStyle style;
    private final Filter succeeded;
    private final Filter failed;

    LoginTable(Selection events, ReportStyle style, RecordTypes types) {
        this.events = events;
        this.style = style;
        this.succeeded = EventCondition.result(Success.YES).filter().apply(types);
        this.failed = EventCondition.result(Success.NO).filter().apply(types);
    }

    Table table() {
        Question all = new Question(new Filter.Everything(), FIELDS.names(), true);
        Question didSucceed = new Question(succeeded, FIELDS.names(), false);
        Question didFail = new Question(failed, FIELDS.names(), false);
        Answers answers = events.and(LOGIN).askAll(all, didSucceed, didFail);
        Map<String, Source> sources = new TreeMap<>();
        for (Term term : answers.to(all).terms()) {
            of(term, sources).add(term);
        }
        answers.to(didSucceed).terms().forEach(term -> of(term, sources).succeeded += term.events());
        answers.to(didFail).terms().forEach(term -> of(term, sources).failed += term.events());
        Comparator<Source> order = Comparator.comparingLong((Source source) -> source.failed)
                .thenComparingLong(source -> source.succeeded)
                .reversed();
        return new Table(
                "logins",
                COLUMNS,
                sources.values().stream().sorted(order).map(this::row).toList());
    }

    private static Source of(Term term, Map<String, Source> sources) {
        return sources.computeIfAbsent(Names.orNone(FIELDS.value(Names.ADDRESS, term)), Source::new);
    }

    private List<String> row(Source source) {
        return List.of(
                source.address,
                Long.toString(source.succeeded),
                Long.toString(source.failed),
                Long.toString(source.accounts.size()),
                style.moment(source.first),
                style.moment(source.last));
    }

    /** What was counted of an address. */
    private static final class Source {

        private final String address;
        private final Set<String> accounts = new HashSet<>();
        private long succeeded;
        private long failed;
        private long first = Long.MAX_VALUE;
        private long last = Long.MIN_VALUE;

        Source(String address) {
            this.address = address;
        }

        void add(Term term) {
            String user = FIELDS.value(Names.LOGIN_USER, term);
            String account = Names.orNone(
                    FIELDS.value(Names.ACCOUNT, term),
                    FIELDS.value(TARGET_NAME, term),
                    FIELDS.value(Names.LOGIN_NAME, term),
                    Names.isSet(user) ? user : "");
            if (!account.equals(Names.NONE)) {
                accounts.add(account);
            }
            first = Math.min(first, term.first());
            last = Math.max(last, term.last());
        }
    }
}
