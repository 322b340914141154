package dev.aulens.report;

import dev.aulens.facts.Success;
import dev.aulens.query.Filter;
import dev.aulens.record.RecordTypes;
import dev.aulens.search.ExactTerms.Question;
import dev.aulens.search.ExactTerms.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Login sessions: from the first event to the last, whose, from where, how many programs were run and how much failed.
 *
 * <p>A session is what a host, a number and a login user have in common, within one boot ({@link SessionPeriods}). The
 * address is that of the messages of programs that let people in.
 */
final class SessionTable {

    private static final List<Column> COLUMNS = List.of(
            Column.text("from"),
            Column.text("to"),
            Column.text("node"),
            Column.number("session"),
            Column.text("user"),
            Column.text("address"),
            Column.number("commands"),
            Column.number("failures"),
            Column.number("events"));
    private static final Fields KEY = Fields.of(Names.NODE, Names.SESSION, Names.LOGIN_USER);
    private static final Fields NAMED = KEY.and(Names.LOGIN_NAME);
    private static final Fields FROM = KEY.and(Names.ADDRESS);
    private static final Filter RAN = new Filter.Term(Names.TYPES, "EXECVE");
    private static final Filter LET_IN = Filter.any(
            List.of("USER_LOGIN", "USER_START", "USER_ACCT", "USER_AUTH", "CRED_ACQ", "CRED_REFR", "LOGIN").stream()
                    .map(type -> new Filter.Term(Names.TYPES, type))
                    .toList());

    private final Selection events;
    private final ReportStyle style;
    private final Filter failed;

    SessionTable(Selection events, ReportStyle style, RecordTypes types) {
        this.events = events;
        this.style = style;
        this.failed = EventCondition.result(Success.NO).filter().apply(types);
    }

    Table table() {
        Filter inSession =
                Filter.all(new Filter.Exists(Names.SESSION), Filter.not(new Filter.Term(Names.SESSION, Names.UNSET)));
        Selection ofSessions = events.and(inSession);
        List<Session> sessions = new ArrayList<>();
        for (Filter period : new SessionPeriods(ofSessions).filters()) {
            sessions.addAll(sessions(ofSessions.and(period)));
        }
        sessions.sort(Comparator.comparingLong((Session session) -> session.from)
                .thenComparing(session -> session.key.toString()));
        return new Table("sessions", COLUMNS, sessions.stream().map(this::row).toList());
    }

    private List<Session> sessions(Selection period) {
        Question all = new Question(new Filter.Everything(), NAMED.names(), true);
        Question commands = new Question(RAN, KEY.names(), false);
        Question failures = new Question(failed, KEY.names(), false);
        Question addresses = new Question(Filter.all(LET_IN, new Filter.Exists(Names.ADDRESS)), FROM.names(), false);
        Answers answers = period.askAll(all, commands, failures, addresses);
        Map<Key, Session> sessions = new HashMap<>();
        answers.to(all).terms().forEach(term -> of(term, sessions).add(term));
        answers.to(commands).terms().forEach(term -> of(term, sessions).commands += term.events());
        answers.to(failures).terms().forEach(term -> of(term, sessions).failures += term.events());
        answers.to(addresses)
                .terms()
                .forEach(term -> of(term, sessions).addresses.add(FROM.value(Names.ADDRESS, term)));
        return List.copyOf(sessions.values());
    }

    private static Session of(Term term, Map<Key, Session> sessions) {
        Key key =
                new Key(KEY.value(Names.NODE, term), KEY.value(Names.SESSION, term), KEY.value(Names.LOGIN_USER, term));
        return sessions.computeIfAbsent(key, Session::new);
    }

    private List<String> row(Session session) {
        return List.of(
                style.moment(session.from),
                style.moment(session.to),
                session.key.node(),
                session.key.session(),
                Names.user(session.key.loginUser(), session.name),
                session.addresses.isEmpty() ? Names.NONE : String.join(" ", session.addresses),
                Long.toString(session.commands),
                Long.toString(session.failures),
                Long.toString(session.events));
    }

    /** What the events of a session have in common within a boot. */
    private record Key(String node, String session, String loginUser) {}

    /** What was counted of a session. */
    private static final class Session {

        private final Key key;
        private final Set<String> addresses = new TreeSet<>();
        private String name = "";
        private long from = Long.MAX_VALUE;
        private long to = Long.MIN_VALUE;
        private long events;
        private long commands;
        private long failures;

        Session(Key key) {
            this.key = key;
        }

        /** Counts events that agree in the user's name, too: not all records carry it. */
        void add(Term term) {
            String carried = NAMED.value(Names.LOGIN_NAME, term);
            name = carried.isEmpty() ? name : carried;
            from = Math.min(from, term.first());
            to = Math.max(to, term.last());
            events += term.events();
        }
    }
}
