package dev.aulens.report;

import dev.aulens.facts.Success;
import dev.aulens.query.Filter;
import dev.aulens.record.RecordTypes;
import dev.aulens.search.ExactTerms.Answer;
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
    private static final List<String> KEY = List.of(Names.NODE, Names.SESSION, Names.LOGIN_USER);
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
        Filter all = new Filter.Everything();
        List<Answer> answers = period.ask(List.of(
                new Question(all, with(Names.LOGIN_NAME), true),
                new Question(RAN, KEY, false),
                new Question(failed, KEY, false),
                new Question(Filter.all(LET_IN, new Filter.Exists(Names.ADDRESS)), with(Names.ADDRESS), false)));
        Map<List<String>, Session> sessions = new HashMap<>();
        answers.get(0).terms().forEach(term -> of(term, sessions).add(term));
        answers.get(1).terms().forEach(term -> of(term, sessions).commands += term.events());
        answers.get(2).terms().forEach(term -> of(term, sessions).failures += term.events());
        answers.get(3)
                .terms()
                .forEach(term -> of(term, sessions).addresses.add(term.values().get(KEY.size())));
        return List.copyOf(sessions.values());
    }

    private static List<String> with(String field) {
        List<String> fields = new ArrayList<>(KEY);
        fields.add(field);
        return fields;
    }

    private static Session of(Term term, Map<List<String>, Session> sessions) {
        return sessions.computeIfAbsent(term.values().subList(0, KEY.size()), Session::new);
    }

    private List<String> row(Session session) {
        return List.of(
                style.moment(session.from),
                style.moment(session.to),
                session.key.get(0),
                session.key.get(1),
                Names.user(session.key.get(2), session.name),
                session.addresses.isEmpty() ? Names.NONE : String.join(" ", session.addresses),
                Long.toString(session.commands),
                Long.toString(session.failures),
                Long.toString(session.events));
    }

    /** What was counted of a session. */
    private static final class Session {

        private final List<String> key;
        private final Set<String> addresses = new TreeSet<>();
        private String name = "";
        private long from = Long.MAX_VALUE;
        private long to = Long.MIN_VALUE;
        private long events;
        private long commands;
        private long failures;

        Session(List<String> key) {
            this.key = List.copyOf(key);
        }

        /** Counts events that agree in the user's name, too: not all records carry it. */
        void add(Term term) {
            String carried = term.values().get(KEY.size());
            name = carried.isEmpty() ? name : carried;
            from = Math.min(from, term.first());
            to = Math.max(to, term.last());
            events += term.events();
        }
    }
}
