package dev.aulens.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints tables one below the other, an empty line between them. Of several tables the one without rows is left out; in
 * text and Markdown each has its name above it, in JSON each row has it as {@code table}.
 */
final class TablePrinter {

    private final ReportStyle style;
    private final OutputStream out;

    /** @param out is not closed */
    TablePrinter(ReportStyle style, OutputStream out) {
        this.style = style;
        this.out = out;
    }

    /**
     * Prints tables.
     *
     * @param top the most rows of each
     * @return whether there was a row
     */
    boolean print(List<Table> tables, int top) throws IOException {
        List<Table> filled =
                tables.stream().filter(table -> !table.rows().isEmpty()).toList();
        for (int i = 0; i < filled.size(); i++) {
            print(filled.get(i), i > 0, tables.size() > 1, top);
        }
        return !filled.isEmpty();
    }

    private void print(Table table, boolean isNext, boolean isNamed, int top) throws IOException {
        boolean inRows = isNamed && style.format() == ReportFormat.JSON;
        if (isNext && style.format() != ReportFormat.JSON) {
            write("\n");
        }
        if (isNamed) {
            write(
                    switch (style.format()) {
                        case TEXT -> style.emphasis().apply(table.name()) + "\n";
                        case MARKDOWN -> "### " + table.name() + "\n\n";
                        case CSV, JSON -> "";
                    });
        }
        TableWriter writer = TableWriter.of(style, inRows ? named(table.columns()) : table.columns(), out);
        for (List<String> row :
                table.rows().subList(0, Math.min(top, table.rows().size()))) {
            writer.row(inRows ? named(table.name(), row) : row);
        }
        writer.end();
    }

    private static List<Column> named(List<Column> columns) {
        List<Column> more = new ArrayList<>(columns);
        more.add(0, Column.text("table"));
        return more;
    }

    private static List<String> named(String name, List<String> cells) {
        List<String> more = new ArrayList<>(cells);
        more.add(0, name);
        return more;
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
