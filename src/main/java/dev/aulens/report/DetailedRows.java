package dev.aulens.report;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one of aureport's reports, each as soon as it is there. What stands above them comes with the first, so that
 * a report that fails before has nothing at all.
 */
final class DetailedRows {

    private final ReportHeading heading;
    private final ReportStyle style;
    private final AureportText text;
    private final OutputStream out;
    private @Nullable TableWriter table;
    private long count;

    /**
     * @param text writes the rows if the style's format is text
     * @param out is not closed
     */
    DetailedRows(ReportHeading heading, ReportStyle style, AureportText text, OutputStream out) {
        this.heading = heading;
        this.style = style;
        this.text = text;
        this.out = out;
    }

    /** Returns how many there are. */
    long count() {
        return count;
    }

    /** Writes one. */
    void row(ReportedEvent event, List<String> cells) throws IOException {
        if (count++ == 0) {
            begin();
        }
        if (table == null) {
            text.row(event.facts().event().id(), cells);
        } else {
            table.row(withTimeAndNode(event, cells));
        }
    }

    /** Writes what stands below them; of none what stands above them, too. */
    void end() throws IOException {
        if (count == 0) {
            begin();
        }
        if (table != null) {
            table.end();
        } else if (count == 0) {
            text.nothing();
        }
    }

    private void begin() throws IOException {
        if (style.format() == ReportFormat.TEXT) {
            text.detailedTitle(heading);
        } else {
            table = TableWriter.of(style, columns(heading), out);
        }
    }

    private static List<Column> columns(ReportHeading heading) {
        List<Column> columns = new ArrayList<>(List.of(Column.text("time"), Column.text("node")));
        columns.addAll(Column.named(heading.columns()));
        return columns;
    }

    private static List<String> withTimeAndNode(ReportedEvent event, List<String> cells) {
        String node = event.facts().event().id().node();
        List<String> row = new ArrayList<>(cells.size() + 2);
        row.add(Instant.ofEpochMilli(event.facts().event().id().millis()).toString());
        row.add(node == null ? "" : node);
        row.addAll(cells);
        return row;
    }
}
