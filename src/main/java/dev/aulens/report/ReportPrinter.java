package dev.aulens.report;

import dev.aulens.interpret.Interpreter;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints reports. */
public final class ReportPrinter {

    private final ReportRequest request;
    private final ReportStyle style;
    private final Interpreter interpreter;
    private final OutputStream out;
    private final AureportText text;

    /** @param out is not closed */
    public ReportPrinter(ReportRequest request, ReportStyle style, Interpreter interpreter, OutputStream out) {
        this.request = request;
        this.style = style;
        this.interpreter = interpreter;
        this.out = out;
        this.text = new AureportText(style, out);
    }

    /**
     * Prints the report.
     *
     * @return whether there is something in it
     * @throws IllegalArgumentException if the report has no summary and one is asked for
     */
    public boolean print(EventSource events) throws IOException {
        Report report = request.report();
        if (report instanceof Report.Detailed detailed) {
            return detailed(detailed.kind(), events);
        }
        if (report instanceof Report.Summary summary) {
            return summary(summary.kind(), events);
        }
        if (report instanceof Report.More more) {
            return tables(more, events);
        }
        return report instanceof Report.LogTimes ? logTimes(events) : plain(events);
    }

    private boolean tables(Report.More report, EventSource events) throws IOException {
        int top = request.top().orElse(Integer.MAX_VALUE);
        boolean found = new TablePrinter(style, out).print(events.tables(report, style), top);
        if (!found && style.format() == ReportFormat.TEXT) {
            text.nothing();
        }
        return found;
    }

    private boolean detailed(ReportKind kind, EventSource events) throws IOException {
        ReportDefinition definition = ReportDefinition.of(kind);
        Words words = new Words(interpreter, request.names());
        DetailedRows rows = new DetailedRows(ReportHeading.of(kind), style, text, out);
        long most = request.top().isPresent() ? request.top().getAsInt() : Long.MAX_VALUE;
        events.forEach(definition.condition(), event -> {
            for (List<String> cells : definition.rows().rows(event, words)) {
                if (rows.count() >= most) {
                    return false;
                }
                rows.row(event, cells);
            }
            return rows.count() < most;
        });
        rows.end();
        return rows.count() > 0;
    }

    private boolean summary(ReportKind kind, EventSource events) throws IOException {
        ReportDefinition definition = ReportDefinition.of(kind);
        Measure measure = definition.measure();
        if (measure == null) {
            throw new IllegalArgumentException(kind + " has no summary");
        }
        ReportHeading heading = ReportHeading.of(kind);
        List<Tally.Entry> entries =
                events.tally(definition.summarized(), measure).sorted();
        entries = entries.subList(0, Math.min(entries.size(), request.top().orElse(Integer.MAX_VALUE)));
        if (style.format() != ReportFormat.TEXT) {
            List<Column> columns = List.of(Column.number("total"), Column.text(heading.counted()));
            TableWriter table = TableWriter.of(style, columns, out);
            for (Tally.Entry entry : entries) {
                table.row(List.of(Long.toString(entry.count()), entry.value()));
            }
            table.end();
            return !entries.isEmpty();
        }
        text.summaryTitle(heading, request.only());
        if (entries.isEmpty()) {
            text.nothing();
        }
        text.counts(entries);
        return !entries.isEmpty();
    }

    private boolean plain(EventSource events) throws IOException {
        SummaryCounts counts = events.counts();
        boolean found = counts.numbers().stream().anyMatch(number -> number > 0);
        if (style.format() == ReportFormat.TEXT) {
            text.plainTitle(request.only());
            text.plain(counts, request.range());
            return found;
        }
        TableWriter table = TableWriter.of(style, List.of(Column.text("what"), Column.number("number")), out);
        for (int i = 0; i < PlainSummary.LINES.size(); i++) {
            table.row(List.of(
                    PlainSummary.LINES.get(i).what(), counts.numbers().get(i).toString()));
        }
        table.end();
        return found;
    }

    private boolean logTimes(EventSource events) throws IOException {
        List<LogTime> logs = events.logTimes();
        if (style.format() == ReportFormat.TEXT) {
            text.logTimes(logs);
            return !logs.isEmpty();
        }
        TableWriter table =
                TableWriter.of(style, List.of(Column.text("log"), Column.text("first"), Column.text("last")), out);
        for (LogTime log : logs) {
            table.row(List.of(log.log(), iso(log.first()), iso(log.last())));
        }
        table.end();
        return !logs.isEmpty();
    }

    private static String iso(@Nullable Long millis) {
        return millis == null ? "" : Instant.ofEpochMilli(millis).toString();
    }
}
