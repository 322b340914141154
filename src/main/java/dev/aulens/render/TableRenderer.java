package dev.aulens.render;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Writes rows in aligned columns under a heading.
 *
 * <p>The first rows are kept until there is enough to tell how wide each column is; those after them are written at
 * once, whatever their number. Where the width is limited, the widest columns give way, and what does not fit ends with
 * an ellipsis. Control characters are always escaped: a line end would break the table.
 */
public final class TableRenderer {

    private static final int MEASURED = 200;
    private static final int LEAST = 8;
    private static final String GAP = "  ";

    private final List<String> heading;
    private final int width;
    private final Escaping escaping;
    private final UnaryOperator<String> emphasis;
    private final List<List<String>> waiting = new ArrayList<>();
    private int[] widths = new int[0];

    /**
     * @param heading what stands above each column
     * @param width the most columns of a line, 0 for any number
     * @param escaping how the values are made harmless
     * @param emphasis makes the heading's line stand out
     */
    public TableRenderer(List<String> heading, int width, Escaping escaping, UnaryOperator<String> emphasis) {
        this.heading = List.copyOf(heading);
        this.width = width;
        this.emphasis = emphasis;
        this.escaping = escaping == Escaping.RAW ? Escaping.TTY : escaping;
    }

    /** Writes a row, or keeps it for a moment. */
    public void row(List<String> values, OutputStream out) throws IOException {
        List<String> cells = values.stream().map(escaping::escaped).toList();
        if (widths.length > 0) {
            write(text(cells), out);
            return;
        }
        waiting.add(cells);
        if (waiting.size() == MEASURED) {
            end(out);
        }
    }

    /** Writes the rows that are kept; those of the next calls are aligned to them. */
    public void end(OutputStream out) throws IOException {
        if (widths.length > 0 || waiting.isEmpty()) {
            return;
        }
        widths = measure();
        write(emphasis.apply(text(heading)), out);
        for (List<String> cells : waiting) {
            write(text(cells), out);
        }
        waiting.clear();
    }

    private int[] measure() {
        int[] natural = new int[heading.size()];
        for (int i = 0; i < natural.length; i++) {
            natural[i] = TextWidth.of(heading.get(i));
            for (List<String> cells : waiting) {
                natural[i] = Math.max(natural[i], TextWidth.of(cells.get(i)));
            }
        }
        if (width > 0) {
            shrink(natural, width - GAP.length() * (natural.length - 1));
        }
        return natural;
    }

    /** Takes from the widest column until all fit, or none is worth cutting. */
    private static void shrink(int[] widths, int most) {
        int sum = 0;
        for (int each : widths) {
            sum += each;
        }
        while (sum > most) {
            int widest = 0;
            for (int i = 1; i < widths.length; i++) {
                if (widths[i] > widths[widest]) {
                    widest = i;
                }
            }
            if (widths[widest] <= LEAST) {
                return;
            }
            widths[widest]--;
            sum--;
        }
    }

    private String text(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String cell = width > 0 ? TextWidth.cut(cells.get(i), widths[i]) : cells.get(i);
            line.append(cell);
            if (i < cells.size() - 1) {
                line.append(" ".repeat(Math.max(0, widths[i] - TextWidth.of(cell))))
                        .append(GAP);
            }
        }
        return cells.get(cells.size() - 1).isEmpty() ? line.toString().stripTrailing() : line.toString();
    }

    private static void write(String line, OutputStream out) throws IOException {
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
