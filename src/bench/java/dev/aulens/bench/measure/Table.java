package dev.aulens.bench.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Rows of results under one title. A cell is a text or a number; a cell that has no value is the empty text. */
public final class Table {

    private static final int HUNDREDTHS_BELOW = 10;
    private static final int TENTHS_BELOW = 1000;

    private final String name;
    private final String title;
    private final List<String> columns;
    private final List<List<Object>> rows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /**
     * @param name in the file of results
     * @param title above the printed table
     * @param columns their names
     */
    public Table(String name, String title, String... columns) {
        this.name = name;
        this.title = title;
        this.columns = List.of(columns);
    }

    /** Adds a row; cells that are left out at its end are empty. */
    public void row(Object... cells) {
        List<Object> row = new ArrayList<>(List.of(cells));
        row.addAll(Collections.nCopies(columns.size() - cells.length, ""));
        rows.add(List.copyOf(row));
    }

    /** Adds a line below the table. */
    public void note(String line) {
        notes.add(line);
    }

    /** Returns its name in the file of results. */
    public String name() {
        return name;
    }

    /** Returns the names of the columns. */
    public List<String> columns() {
        return columns;
    }

    /** Returns the rows, each with a cell for each column. */
    public List<List<Object>> rows() {
        return Collections.unmodifiableList(rows);
    }

    /** Returns the lines below the table. */
    public List<String> notes() {
        return Collections.unmodifiableList(notes);
    }

    /** Returns the table as lines, numbers to the right. */
    public String text() {
        StringBuilder text = new StringBuilder("\n").append(title).append("\n\n");
        int[] widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = columns.get(i).length();
            for (List<Object> row : rows) {
                widths[i] = Math.max(widths[i], shown(row.get(i)).length());
            }
        }
        line(text, new ArrayList<>(columns), widths);
        rows.forEach(row -> line(text, row, widths));
        notes.forEach(note -> text.append("    ").append(note).append('\n'));
        return text.toString();
    }

    private void line(StringBuilder text, List<Object> cells, int[] widths) {
        StringBuilder line = new StringBuilder("    ");
        for (int i = 0; i < cells.size(); i++) {
            String shown = shown(cells.get(i));
            String padding = " ".repeat(widths[i] - shown.length());
            line.append(i == 0 ? shown + padding : padding + shown).append("  ");
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    private static String shown(Object cell) {
        if (cell instanceof Double value) {
            double size = Math.abs(value);
            String format = size < HUNDREDTHS_BELOW ? "%.3f" : size < TENTHS_BELOW ? "%.1f" : "%,.0f";
            return String.format(Locale.ROOT, format, value);
        }
        return cell instanceof Number number ? String.format(Locale.ROOT, "%,d", number.longValue()) : cell.toString();
    }
}
