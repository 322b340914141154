package dev.aulens.report;

import dev.aulens.Failure;
import java.io.IOException;
import java.util.List;

/** Where a report's events are: in the index, or in records that are read. */
public abstract sealed class EventSource permits IndexedEvents, RecordedEvents {

    EventSource() {}

    /** Takes events, one after the other. */
    @FunctionalInterface
    interface Sink {
        /**
         * Takes an event.
         *
         * @return whether more are wanted
         */
        boolean accept(ReportedEvent event) throws IOException;
    }

    /** Hands on the events of a report, in order of time. */
    abstract void forEach(EventCondition ofReport, Sink sink) throws IOException;

    /** Returns what a summary counts. */
    abstract Tally tally(EventCondition ofReport, Measure measure) throws IOException;

    /** Returns the numbers of the plain summary. */
    abstract SummaryCounts counts() throws IOException;

    /**
     * Returns the tables of a report that aureport does not have.
     *
     * @param style how times are written
     * @throws Failure if this source cannot tell
     */
    abstract List<Table> tables(Report.More report, ReportStyle style) throws IOException;

    /** Returns from when to when the logs go, the one that begins first first. */
    abstract List<LogTime> logTimes() throws IOException;
}
