package dev.aulens.report;

import dev.aulens.render.Escaping;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes rows as comma-separated values (RFC 4180), each with CR LF at its end.
 *
 * <p>What a terminal would obey is escaped here too: output is often looked at first. A value that a spreadsheet would
 * calculate ({@code =}, {@code +}, {@code @}, {@code -} before anything but a number) begins with a single quote, which makes it a text there.
 */
public final class CsvWriter implements TableWriter {

    /** What a spreadsheet takes for the beginning of a formula; a blank that it leaves out may stand before that. */
    private static final String BEFORE_FORMULAS = "=+@\t\r";

    private final Escaping escaping;
    private final OutputStream out;

    /** @param out is not closed */
    public CsvWriter(Escaping escaping, OutputStream out) {
        this.escaping = escaping;
        this.out = out;
    }

    /**
     * Writes a row; the first one is that of the headings.
     *
     * @throws IOException if the output takes no more
     */
    @Override
    public void row(List<String> cells) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            line.append(i == 0 ? "" : ",").append(cell(escaping.escaped(cells.get(i))));
        }
        out.write(line.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Does nothing: nothing stands after the last row. */
    @Override
    public void end() {}

    private static String cell(String text) {
        String safe = isFormula(text) ? "'" + text : text;
        boolean special = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return special ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    /** A spreadsheet calculates what begins with a sign too, {@code -2+3+cmd|...}; a negative number is none of that. */
    private static boolean isFormula(String text) {
        if (text.isEmpty()) {
            return false;
        }
        char first = text.charAt(0);
        return BEFORE_FORMULAS.indexOf(first) >= 0 || (first == '-' && !isDigits(text, 1));
    }

    private static boolean isDigits(String text, int from) {
        return from < text.length() && text.chars().skip(from).allMatch(c -> c >= '0' && c <= '9');
    }
}
