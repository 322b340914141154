package dev.aulens.report;

import org.jspecify.annotations.Nullable;

/** What is to be reported. */
public sealed interface Report {

    /** Tells whether it is an answer even with nothing in it, as aureport's status has it. */
    default boolean tellsOfNothing() {
        return true;
    }

    /** Rows, one for each event that the report is about. */
    record Detailed(ReportKind kind) implements Report {
        @Override
        public boolean tellsOfNothing() {
            return false;
        }
    }

    /** Counts of what such a report is about, the most frequent first. */
    record Summary(ReportKind kind) implements Report {}

    /** How many events of each sort there are: what aureport prints when it is asked for no report. */
    record Plain() implements Report {}

    /** From when to when the logs go. */
    record LogTimes() implements Report {}

    /**
     * A report that aureport does not have.
     *
     * @param rules whose keys are looked for; null if none were given
     */
    record More(MoreReport kind, @Nullable RuleFile rules) implements Report {
        @Override
        public boolean tellsOfNothing() {
            return false;
        }
    }
}
