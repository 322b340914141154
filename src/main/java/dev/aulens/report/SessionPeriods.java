package dev.aulens.report;

import dev.aulens.query.Filter;
import dev.aulens.search.ExactTerms.Question;
import dev.aulens.search.ExactTerms.Term;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Divides time where the numbers of a host's sessions began anew: the kernel counts them from 1 at each boot
 * (audit_set_loginuid in kernel/auditsc.c), so that one number is several people's in the course of months.
 *
 * <p>Each session begins with a LOGIN record. A number that occurs in a second one shows that there was a boot between
 * them, and the lowest number behind the highest shows when the new count began.
 */
final class SessionPeriods {

    private static final Filter LOGIN = new Filter.Term(Names.TYPES, "LOGIN");

    private final Selection events;

    SessionPeriods(Selection events) {
        this.events = events;
    }

    /** A session's beginning. */
    record Login(long millis, long session) {}

    /** Returns filters of which one holds for each event: within it a host has each number for one session only. */
    List<Filter> filters() {
        List<Filter> periods = new ArrayList<>();
        List<Filter> divided = new ArrayList<>();
        repeated().forEach((node, logins) -> {
            Filter host =
                    node.isEmpty() ? Filter.not(new Filter.Exists(Names.NODE)) : new Filter.Term(Names.NODE, node);
            divided.add(host);
            List<Long> limits = limits(logins);
            for (int i = 0; i <= limits.size(); i++) {
                Filter.Bound from = i == 0 ? null : bound(limits.get(i - 1), true);
                Filter.Bound to = i == limits.size() ? null : bound(limits.get(i), false);
                periods.add(
                        from == null && to == null ? host : Filter.all(host, new Filter.Range(Names.TIME, from, to)));
            }
        });
        periods.add(divided.isEmpty() ? new Filter.Everything() : Filter.not(Filter.any(divided)));
        return periods;
    }

    private static Filter.Bound bound(long millis, boolean inclusive) {
        return new Filter.Bound(Instant.ofEpochMilli(millis).toString(), inclusive);
    }

    /** Returns the logins of the hosts that have had a number twice. */
    private Map<String, List<Login>> repeated() {
        Set<String> nodes = new HashSet<>();
        for (Term term : events.ask(new Question(LOGIN, List.of(Names.NODE, Names.SESSION), false))
                .terms()) {
            if (term.events() > 1 && Names.isSet(term.values().get(1))) {
                nodes.add(term.values().get(0));
            }
        }
        Map<String, List<Login>> logins = new TreeMap<>();
        if (nodes.isEmpty()) {
            return logins;
        }
        Question each = new Question(LOGIN, List.of(Names.NODE, Names.TIME, Names.SESSION), false);
        for (Term term : events.ask(each).terms()) {
            String node = term.values().get(0);
            if (nodes.contains(node) && Names.isSet(term.values().get(2))) {
                logins.computeIfAbsent(node, key -> new ArrayList<>())
                        .add(new Login(
                                Long.parseLong(term.values().get(1)),
                                Long.parseLong(term.values().get(2))));
            }
        }
        return logins;
    }

    /** Returns when the numbers began anew. */
    static List<Long> limits(List<Login> logins) {
        List<Login> sorted = logins.stream()
                .sorted(Comparator.comparingLong(Login::millis).thenComparingLong(Login::session))
                .toList();
        List<Long> limits = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        int start = 0;
        for (int i = 0; i < sorted.size(); i++) {
            if (!seen.add(sorted.get(i).session())) {
                start = beginning(sorted, start, i);
                limits.add(sorted.get(start).millis());
                seen.clear();
                sorted.subList(start, i + 1).forEach(login -> seen.add(login.session()));
            }
        }
        return limits;
    }

    /** Returns the place of the lowest number behind the highest of those before the one that is there again. */
    private static int beginning(List<Login> logins, int start, int again) {
        int highest = start;
        for (int i = start; i < again; i++) {
            highest = logins.get(i).session() >= logins.get(highest).session() ? i : highest;
        }
        int lowest = highest + 1;
        for (int i = lowest; i <= again; i++) {
            lowest = logins.get(i).session() < logins.get(lowest).session() ? i : lowest;
        }
        return lowest;
    }
}
