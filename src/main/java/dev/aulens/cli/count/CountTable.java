package dev.aulens.cli.count;

import dev.aulens.cli.terminal.Style;
import dev.aulens.cli.terminal.Terminal;
import dev.aulens.render.Bar;
import dev.aulens.render.Escaping;
import dev.aulens.render.TableRenderer;
import dev.aulens.render.TextWidth;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes rows of texts, numbers and a bar for people.
 *
 * <pre>
 *   process.name  events  share
 *   sshd           1,234  52.1%  ████████████████████
 *   cron             321  13.5%  █████
 * </pre>
 */
final class CountTable {

    private static final int COLUMNS_OF_A_FILE = 80;
    private static final int LONGEST_BAR = 40;
    private static final int SHORTEST_BAR = 8;
    private static final int GAP = 2;

    private final Terminal terminal;
    private final int width;
    private final List<List<String>> columns = new ArrayList<>();
    private final List<String> headings = new ArrayList<>();

    CountTable(Terminal terminal) {
        this.terminal = terminal;
        this.width = terminal.outIsTerminal() ? terminal.width() : 0;
    }

    /** Adds a column of texts. */
    CountTable texts(String heading, List<String> texts) {
        headings.add(heading);
        columns.add(texts);
        return this;
    }

    /** Adds a column whose texts end below each other. */
    CountTable numbers(String heading, List<String> numbers) {
        int width = TextWidth.of(heading);
        for (String number : numbers) {
            width = Math.max(width, number.length());
        }
        int widest = width;
        return texts(
                " ".repeat(widest - TextWidth.of(heading)) + heading,
                numbers.stream()
                        .map(number -> " ".repeat(widest - number.length()) + number)
                        .toList());
    }

    /** Adds a column of bars, the highest number being as wide as there is room. */
    CountTable bars(List<Long> numbers) {
        long highest = numbers.stream().mapToLong(Long::longValue).max().orElse(0);
        int columns = width > 0 ? width : COLUMNS_OF_A_FILE;
        int room = Math.max(SHORTEST_BAR, Math.min(LONGEST_BAR, columns - taken()));
        return texts(
                "",
                numbers.stream().map(number -> Bar.of(number, highest, room)).toList());
    }

    /** Writes all rows below their headings. */
    void write(OutputStream out) throws IOException {
        TableRenderer table = new TableRenderer(
                headings, width, Escaping.TTY, heading -> terminal.colour() ? Style.HEADING.apply(heading) : heading);
        int rows = columns.get(0).size();
        for (int i = 0; i < rows; i++) {
            int row = i;
            table.row(columns.stream().map(column -> column.get(row)).toList(), out);
        }
        table.end(out);
    }

    /** Returns a number as people read it. */
    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private int taken() {
        int taken = 0;
        for (int i = 0; i < columns.size(); i++) {
            int widest = TextWidth.of(headings.get(i));
            for (String text : columns.get(i)) {
                widest = Math.max(widest, TextWidth.of(text));
            }
            taken += widest + GAP;
        }
        return taken;
    }
}
