package dev.aulens.report;

import dev.aulens.render.TableRenderer;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes a table, row by row. */
interface TableWriter {

    /** Writes a row: a cell for each column, as text. */
    void row(List<String> cells) throws IOException;

    /** Ends the table. */
    void end() throws IOException;

    /** Begins a table in a style's format. */
    static TableWriter of(ReportStyle style, List<Column> columns, OutputStream out) throws IOException {
        return switch (style.format()) {
            case CSV -> csv(style, columns, out);
            case JSON -> new JsonTable(columns, out);
            case MARKDOWN -> new MarkdownTable(columns, out);
            case TEXT -> new AlignedTable(columns, style, out);
        };
    }

    private static TableWriter csv(ReportStyle style, List<Column> columns, OutputStream out) throws IOException {
        CsvWriter writer = new CsvWriter(style.escaping(), out);
        writer.row(columns.stream().map(Column::name).toList());
        return writer;
    }

    /** Aligned columns. */
    final class AlignedTable implements TableWriter {

        private final TableRenderer renderer;
        private final OutputStream out;

        AlignedTable(List<Column> columns, ReportStyle style, OutputStream out) {
            List<String> heading = columns.stream().map(Column::name).toList();
            this.renderer = new TableRenderer(heading, style.width(), style.escaping(), style.emphasis());
            this.out = out;
        }

        @Override
        public void row(List<String> cells) throws IOException {
            renderer.row(cells, out);
        }

        @Override
        public void end() throws IOException {
            renderer.end(out);
        }
    }
}
