package dev.aulens.report.options;

import dev.aulens.query.options.SearchOptions;
import dev.aulens.report.ReportFormat;
import dev.aulens.report.ReportRequest;
import java.util.Set;

/**
 * What the words after {@code aulens report} ask for.
 *
 * @param request which report, of which events
 * @param search the words that searches take too
 * @param format how to print
 * @param standardInput whether {@code -if -} asks for records from standard input
 * @param conditions whether there are conditions that only the index can answer
 * @param flags the options without a value that were given
 */
public record ReportOptions(
        ReportRequest request,
        SearchOptions search,
        ReportFormat format,
        boolean standardInput,
        boolean conditions,
        Set<ReportOption> flags) {

    public ReportOptions {
        flags = Set.copyOf(flags);
    }

    /** Tells whether an option without a value was given. */
    public boolean has(ReportOption flag) {
        return flags.contains(flag);
    }
}
