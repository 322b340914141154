package dev.aulens.report;

import dev.aulens.render.Escaping;
import dev.aulens.render.TableRenderer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
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
            case CSV -> new CsvTable(columns, style.escaping(), out);
            case JSON -> new JsonTable(columns, out);
            case MARKDOWN -> new MarkdownTable(columns, out);
            case TEXT -> new AlignedTable(columns, style, out);
        };
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

    /** RFC 4180. Control characters are escaped; a cell that a spreadsheet would calculate begins with a quote. */
    final class CsvTable implements TableWriter {

        private final List<Column> columns;
        private final Escaping escaping;
        private final OutputStream out;

        CsvTable(List<Column> columns, Escaping escaping, OutputStream out) throws IOException {
            this.columns = columns;
            this.escaping = escaping;
            this.out = out;
            write(columns.stream().map(Column::name).toList());
        }

        @Override
        public void row(List<String> cells) throws IOException {
            write(cells);
        }

        @Override
        public void end() {}

        private void write(List<String> cells) throws IOException {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < cells.size(); i++) {
                line.append(i == 0 ? "" : ",").append(cell(cells.get(i), columns.get(i)));
            }
            out.write(line.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        }

        private String cell(String value, Column column) {
            String text = escaping.escaped(value);
            boolean formula = !column.isNumber() && !text.isEmpty() && "=+@".indexOf(text.charAt(0)) >= 0;
            String safe = formula ? "'" + text : text;
            boolean special = safe.indexOf(',') >= 0
                    || safe.indexOf('"') >= 0
                    || safe.indexOf('\n') >= 0
                    || safe.indexOf('\r') >= 0;
            return special ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
        }
    }
}
