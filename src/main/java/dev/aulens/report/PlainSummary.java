package dev.aulens.report;

import dev.aulens.facts.Fact;
import dev.aulens.facts.Success;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of aureport's summary of everything. */
final class PlainSummary {

    private static final EventCondition POLICY = EventCondition.range(1403, 1417);
    private static final EventCondition AUTHENTICATED = EventCondition.types(1100);
    private static final EventCondition MANAGED = EventCondition.types(1102).and(AUTHENTICATED.not());
    private static final EventCondition GROUP_AUTHENTICATED = EventCondition.types(1126)
            .and(AUTHENTICATED.not())
            .and(EventCondition.types(1102).not());
    private static final EventCondition YES = EventCondition.result(Success.YES);
    private static final EventCondition NO = EventCondition.result(Success.NO);

    /** The lines in order. */
    static final List<Line> LINES = List.of(
            count(
                    "changes in configuration",
                    EventCondition.types(1305),
                    EventCondition.types(1203),
                    EventCondition.types(1111),
                    EventCondition.types(1325),
                    EventCondition.types(1328),
                    EventCondition.types(2312),
                    POLICY),
            count(
                    "changes to accounts, groups, or roles",
                    EventCondition.types(1108),
                    EventCondition.range(1114, 1117),
                    EventCondition.types(1102),
                    EventCondition.types(1132),
                    EventCondition.range(2301, 2302)),
            count("logins", EventCondition.types(1112).and(YES)),
            count("failed logins", EventCondition.types(1112).and(NO)),
            count("authentications", AUTHENTICATED.and(YES), GROUP_AUTHENTICATED.and(YES)),
            count("failed authentications", AUTHENTICATED.and(NO), MANAGED.and(NO), GROUP_AUTHENTICATED.and(NO)),
            distinct("users", Fact.LOGIN_USER),
            distinct("terminals", Fact.TERMINAL),
            distinct("host names", Fact.HOST),
            distinct("executables", Fact.EXECUTABLE),
            distinct("commands", Fact.COMMAND),
            distinct("files", Fact.FILE),
            count("AVC's", EventCondition.types(1400, 1107)),
            count("MAC events", POLICY, EventCondition.range(2300, 2399)),
            count("failed syscalls", EventCondition.call().and(NO)),
            count("anomaly events", EventCondition.range(2100, 2199), EventCondition.range(1700, 1799)),
            count("responses to anomaly events", EventCondition.range(2200, 2299)),
            count("crypto events", EventCondition.range(1600, 1699), EventCondition.range(2400, 2499)),
            count("integrity events", EventCondition.range(1800, 1899)),
            count("virt events", EventCondition.range(2500, 2599)),
            distinct("keys", Fact.KEY),
            distinct("process IDs", Fact.PROCESS),
            count("events", EventCondition.all()));

    private PlainSummary() {}

    /**
     * A line: how many events fulfil the conditions, an event that fulfils several counting as often; or how many
     * different values a fact has.
     *
     * @param what is counted
     * @param conditions none if values are counted
     * @param distinct null if events are counted
     */
    record Line(
            String what,
            List<EventCondition> conditions,
            @Nullable Fact distinct) {}

    private static Line count(String what, EventCondition... conditions) {
        return new Line(what, List.of(conditions), null);
    }

    private static Line distinct(String what, Fact fact) {
        return new Line(what, List.of(), fact);
    }
}
