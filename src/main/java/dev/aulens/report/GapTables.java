package dev.aulens.report;

import dev.aulens.Failure;
import dev.aulens.continuity.Continuity;
import dev.aulens.continuity.LossSign;
import dev.aulens.continuity.LossSigns;
import dev.aulens.continuity.NodeSummary;
import dev.aulens.continuity.SerialGap;
import dev.aulens.query.EventIdFields;
import dev.aulens.query.Filter;
import dev.aulens.record.EventId;
import dev.aulens.search.EventDecoder;
import dev.aulens.search.EventIdDecoder;
import dev.aulens.search.EventSearch;
import dev.aulens.search.ExactTerms.Question;
import dev.aulens.search.ExactTerms.Term;
import dev.aulens.search.SearchRequest;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the index lacks: serial numbers of the kernel's events, and what kernel and auditd say of records that they have
 * lost, by host.
 *
 * <p>Each number must be looked at, so the ids of all events are streamed, without their documents; {@link Continuity}
 * judges them as it does for {@code aulens verify}.
 */
final class GapTables {

    private static final List<Column> NODES = List.of(
            Column.text("node"),
            Column.number("events"),
            Column.number("boots"),
            Column.number("gaps"),
            Column.number("lacking"),
            Column.number("clock set back"));
    private static final List<Column> GAPS = List.of(
            Column.text("node"),
            Column.number("from"),
            Column.number("to"),
            Column.number("lacking"),
            Column.text("after"),
            Column.text("before"),
            Column.text("auditd started"));
    private static final List<Column> SIGNS =
            List.of(Column.text("node"), Column.number("events"), Column.number("records"), Column.text("what"));
    private static final String FIRST_TYPE = "auditd.message_type";
    private static final Filter STARTED = new Filter.Term(FIRST_TYPE, "daemon_start");
    private static final Filter INITIALIZED = new Filter.Term(FIRST_TYPE, "kernel");
    private static final Filter NUMBERED = Filter.not(new Filter.Prefix(FIRST_TYPE, "daemon_"));

    private final EventSearch search;
    private final Selection events;
    private final ReportStyle style;
    private final EventDecoder decoder;

    /** @param decoder reads the events that tell of losses */
    GapTables(EventSearch search, Selection events, ReportStyle style, EventDecoder decoder) {
        this.search = search;
        this.events = events;
        this.style = style;
        this.decoder = decoder;
    }

    List<Table> tables() throws IOException {
        Continuity continuity = continuity();
        if (!continuity.trackedAll()) {
            throw new Failure("there are too many gaps or hosts to keep track of each; ask for a shorter time with -ts"
                    + " and -te, or for one host with --node");
        }
        List<NodeSummary> nodes = continuity.summaries();
        return List.of(
                new Table("nodes", NODES, nodes.stream().map(GapTables::row).toList()),
                new Table(
                        "gaps",
                        GAPS,
                        nodes.stream()
                                .flatMap(node -> node.listed().stream().map(gap -> row(node, gap)))
                                .toList()),
                new Table("lost records", SIGNS, signs()));
    }

    private Continuity continuity() throws IOException {
        Deque<Term> starts = new ArrayDeque<>(
                events.ask(new Question(STARTED, List.of(Names.NODE, Names.TIME), true)).terms().stream()
                        .sorted(Comparator.comparingLong(Term::first))
                        .toList());
        Set<EventId> boots = new HashSet<>();
        Question initialized = new Question(INITIALIZED, List.of(Names.NODE, Names.TIME, EventIdFields.SERIAL), false);
        for (Term term : events.ask(initialized).terms()) {
            boots.add(new EventId(
                    node(term),
                    Long.parseLong(term.values().get(1)),
                    Long.parseLong(term.values().get(2))));
        }
        Continuity continuity = new Continuity();
        Filter numbered = Filter.all(events.filter(), NUMBERED);
        search.stream(SearchRequest.byTime(numbered), new EventIdDecoder(), id -> {
            while (!starts.isEmpty() && starts.element().first() <= id.millis()) {
                continuity.daemonStarted(node(starts.remove()));
            }
            continuity.accept(id, boots.contains(id));
            return true;
        });
        return continuity;
    }

    private static @Nullable String node(Term term) {
        String node = term.values().get(0);
        return node.isEmpty() ? null : node;
    }

    private static List<String> row(NodeSummary node) {
        return List.of(
                name(node.node()),
                Long.toString(node.events()),
                Integer.toString(node.boots()),
                Long.toString(node.gaps()),
                Long.toString(node.lacking()),
                Integer.toString(node.jumps().size()));
    }

    private List<String> row(NodeSummary node, SerialGap gap) {
        return List.of(
                name(node.node()),
                Long.toString(gap.first()),
                Long.toString(gap.last()),
                Long.toString(gap.count()),
                style.moment(gap.after()),
                style.moment(gap.before()),
                gap.daemonStarted() ? "yes" : "no");
    }

    private static String name(@Nullable String node) {
        return node == null ? "" : node;
    }

    private List<List<String>> signs() throws IOException {
        Map<String, LossSigns> byNode = new TreeMap<>();
        Filter telling = Filter.all(
                events.filter(),
                Filter.any(LossSigns.types().stream()
                        .map(type -> new Filter.Term(Names.TYPES, type))
                        .toList()));
        search.stream(SearchRequest.of(telling), decoder, hit -> {
            byNode.computeIfAbsent(name(hit.event().id().node()), node -> LossSigns.load())
                    .accept(hit.event());
            return true;
        });
        List<List<String>> rows = new ArrayList<>();
        byNode.forEach((node, signs) -> {
            for (LossSign sign : signs.found()) {
                OptionalLong records = sign.records();
                rows.add(List.of(
                        node,
                        Long.toString(sign.lines()),
                        records.isPresent() ? Long.toString(records.getAsLong()) : "",
                        sign.meaning()));
            }
        });
        return rows;
    }
}
