package dev.aulens.report;

import dev.aulens.facts.Success;
import dev.aulens.query.Filter;
import dev.aulens.record.RecordTypes;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Which report, of which events.
 *
 * @param report what is to be reported
 * @param names whether numbers become names ({@code -i})
 * @param filter which events, by the conditions that searches take too
 * @param conditions the filter without the range of time
 * @param range that range
 * @param only failed or successful events only; UNSET for all
 * @param withoutConfig whether changes of the configuration are left out ({@code -nc})
 * @param withoutTypes events whose first record is one of these are left out ({@code --add}, {@code --delete})
 * @param nodes only events of these; none for all. Part of {@code filter} already
 * @param top the most rows, if there is a limit
 */
public record ReportRequest(
        Report report,
        boolean names,
        Filter filter,
        Filter conditions,
        TimeRange range,
        Success only,
        boolean withoutConfig,
        List<String> withoutTypes,
        Set<String> nodes,
        OptionalInt top) {

    public ReportRequest {
        withoutTypes = List.copyOf(withoutTypes);
        nodes = Set.copyOf(nodes);
    }

    /** Returns what must hold for an event of a report besides what the search's conditions say. */
    EventCondition condition(EventCondition ofReport) {
        EventCondition all = only == Success.UNSET ? ofReport : ofReport.and(EventCondition.result(only));
        all = withoutConfig ? all.and(EventCondition.firstType("CONFIG_CHANGE").not()) : all;
        for (String type : withoutTypes) {
            all = all.and(EventCondition.firstType(type).not());
        }
        return all;
    }

    /** Returns the filter for the events of a report. */
    Filter filter(EventCondition ofReport, RecordTypes types) {
        return Filter.all(filter, condition(ofReport).filter().apply(types));
    }
}
