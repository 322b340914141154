package dev.aulens.report;

import dev.aulens.facts.EventFacts;
import dev.aulens.facts.Fact;
import dev.aulens.facts.FactsReader;
import dev.aulens.interpret.Interpreter;
import dev.aulens.query.Filter;
import dev.aulens.record.RecordParser;
import dev.aulens.record.RecordTypes;
import dev.aulens.search.EventDecoder;
import dev.aulens.search.EventSearch;
import dev.aulens.search.ExactTerms;
import dev.aulens.search.SearchRequest;
import dev.aulens.source.LogInput;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Events in the index: rows are streamed, counts come from aggregations. */
public final class IndexedEvents extends EventSource {

    private static final String TYPE = "auditd.message_type";
    private static final String LOG = "log.file.path";

    /** A log begins with the event that stands first in it, be another earlier. */
    private static final Filter IN_ORDER = Filter.not(EventSearch.OVERTAKEN);

    private final EventSearch search;
    private final ExactTerms terms;
    private final ReportRequest request;
    private final RecordTypes types;
    private final Interpreter interpreter;
    private final ZoneId zone;

    /**
     * @param search finds the events of rows
     * @param terms counts
     * @param interpreter turns numbers into names
     * @param zone where the dates of records that {@code ausearch -i} printed are local
     */
    public IndexedEvents(
            EventSearch search,
            ExactTerms terms,
            ReportRequest request,
            RecordTypes types,
            Interpreter interpreter,
            ZoneId zone) {
        this.search = search;
        this.terms = terms;
        this.request = request;
        this.types = types;
        this.interpreter = interpreter;
        this.zone = zone;
    }

    @Override
    void forEach(EventCondition ofReport, Sink sink) throws IOException {
        FactsReader facts = new FactsReader(interpreter);
        EventDecoder decoder = new EventDecoder(new RecordParser(types, zone));
        EventCondition condition = request.condition(ofReport);
        search.stream(SearchRequest.of(request.filter(ofReport, types)), decoder, hit -> {
            EventFacts read = facts.read(hit.event());
            return !condition.test().test(read) || sink.accept(new ReportedEvent(read, hit.names()));
        });
    }

    @Override
    Tally tally(EventCondition ofReport, Measure measure) {
        FactCounts counts = new FactCounts(terms, request.filter(ofReport, types));
        Words words = new Words(interpreter, request.names());
        Filter all = new Filter.Everything();
        return switch (measure) {
            case TYPE -> types(counts, words);
            case SYSCALL ->
                words.names()
                        ? new SyscallCounts(counts, interpreter).tally()
                        : counts.tally(
                                FactCounts.parts(
                                        Fact.SYSCALL, all, found -> found.get(0).equals("0") ? null : found.get(0)),
                                Tally.Order.LOG);
            case LOGIN_USER -> new UserCounts(counts, words).users(all);
            case LOGGED_IN -> new UserCounts(counts, words).logins();
            case AUTHENTICATED -> new UserCounts(counts, words).accounts();
            case PROCESS, OBJECT, FILE, HOST, TERMINAL, EXECUTABLE, COMMAND, KEY -> {
                List<FactCounts.Part> parts = FactCounts.parts(measure.fact(), all, found -> found.get(0));
                yield counts.tally(parts, measure.order());
            }
        };
    }

    private Tally types(FactCounts counts, Words words) {
        ExactTerms.Question question = ExactTerms.Question.terms(new Filter.Everything(), TYPE);
        Tally tally = new Tally(Tally.Order.NUMBER);
        for (ExactTerms.Term term : counts.ask(question).terms()) {
            types.find(term.value().toUpperCase(Locale.ROOT))
                    .ifPresent(type -> tally.add(
                            Measure.typeLabel(type, words), type.number(), term.events(), new Tally.Place(0, 0, 0)));
        }
        return tally;
    }

    @Override
    SummaryCounts counts() {
        Filter wanted = request.condition(EventCondition.all()).filter().apply(types);
        List<ExactTerms.Question> questions = new ArrayList<>();
        for (PlainSummary.Line line : PlainSummary.LINES) {
            Fact distinct = line.distinct();
            line.conditions()
                    .forEach(condition -> questions.add(ExactTerms.Question.events(
                            Filter.all(wanted, condition.filter().apply(types)))));
            if (distinct != null) {
                FactCounts.parts(distinct, wanted, found -> "")
                        .forEach(part -> questions.add(ExactTerms.Question.terms(
                                part.question().where(),
                                part.question().fields().get(0))));
            }
        }
        questions.add(new ExactTerms.Question(IN_ORDER, List.of(), true));
        List<ExactTerms.Answer> answers = terms.ask(request.filter(), questions);
        List<Long> numbers = new ArrayList<>();
        int next = 0;
        for (PlainSummary.Line line : PlainSummary.LINES) {
            Fact distinct = line.distinct();
            int used = distinct == null ? line.conditions().size() : distinct.field() == null ? 1 : 2;
            List<ExactTerms.Answer> own = answers.subList(next, next + used);
            numbers.add(
                    distinct == null
                            ? own.stream().mapToLong(ExactTerms.Answer::events).sum()
                            : different(distinct, own));
            next += used;
        }
        ExactTerms.Answer times = answers.get(next);
        return new SummaryCounts(first(times), times.last(), numbers);
    }

    /** Returns when the logs begin, whatever range of time is asked for, and whether that event is wanted or not. */
    private @Nullable Long first(ExactTerms.Answer inRange) {
        return request.range().isAll()
                ? inRange.first()
                : terms.ask(request.conditions(), new ExactTerms.Question(IN_ORDER, List.of(), true))
                        .first();
    }

    private static long different(Fact fact, List<ExactTerms.Answer> answers) {
        Set<String> values = new HashSet<>();
        for (int i = 0; i < answers.size(); i++) {
            boolean placed = fact.isList() && i == answers.size() - 1;
            for (ExactTerms.Term term : answers.get(i).terms()) {
                String value = term.value();
                values.add(placed ? value.substring(value.indexOf(' ') + 1) : plain(fact, value));
            }
        }
        return values.size();
    }

    /** A user is a number to the audit tools, whatever word the log has. */
    private static String plain(Fact fact, String value) {
        return fact == Fact.LOGIN_USER ? Integer.toString(Fact.user(value)) : value;
    }

    @Override
    List<Table> tables(Report.More report, ReportStyle style) throws IOException {
        Selection events = new Selection(terms, request.filter(EventCondition.all(), types));
        return switch (report.kind()) {
            case SESSIONS -> List.of(new SessionTable(events, style, types).table());
            case LOGINS -> List.of(new LoginTable(events, style, types).table());
            case SUDO -> List.of(new SudoTable(events, style, types).table());
            case RULES ->
                new RuleTables(events, style, interpreter, types)
                        .tables(report.rules(), request.top().orElse(RuleTables.USUAL_COMBINATIONS));
            case GAPS -> new GapTables(search, events, style, new EventDecoder(new RecordParser(types, zone))).tables();
        };
    }

    @Override
    List<LogTime> logTimes() {
        List<ExactTerms.Term> all = logs(request.conditions());
        boolean isWhole = request.filter().equals(request.conditions());
        Map<String, ExactTerms.Term> inRange = new HashMap<>();
        (isWhole ? all : logs(request.filter())).forEach(term -> inRange.put(term.value(), term));
        return all.stream()
                .sorted(Comparator.comparingLong(ExactTerms.Term::first).thenComparing(ExactTerms.Term::value))
                .map(term -> logTime(term.value(), inRange.get(term.value())))
                .toList();
    }

    private List<ExactTerms.Term> logs(Filter filter) {
        return terms.ask(filter, new ExactTerms.Question(IN_ORDER, List.of(LOG), true))
                .terms();
    }

    private static LogTime logTime(String log, ExactTerms.@Nullable Term inRange) {
        return new LogTime(
                log.equals(LogInput.STANDARD_INPUT) ? "stdin" : log,
                inRange == null ? null : inRange.first(),
                inRange == null ? null : inRange.last());
    }
}
