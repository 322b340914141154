package dev.aulens.report;

import dev.aulens.render.Escaping;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A table in Markdown. Text from the log never becomes markup, a link or a line of its own. */
final class MarkdownTable implements TableWriter {

    private static final String MARKUP = "\\|`*_[]<>&#!~$";

    private final List<Column> columns;
    private final OutputStream out;

    MarkdownTable(List<Column> columns, OutputStream out) throws IOException {
        this.columns = columns;
        this.out = out;
        StringBuilder head = new StringBuilder("|");
        StringBuilder rule = new StringBuilder("|");
        for (Column column : columns) {
            head.append(' ').append(column.name()).append(" |");
            rule.append(column.isNumber() ? " ---: |" : " --- |");
        }
        write(head.append('\n').append(rule));
    }

    @Override
    public void row(List<String> cells) throws IOException {
        StringBuilder line = new StringBuilder("|");
        for (int i = 0; i < columns.size(); i++) {
            line.append(' ').append(escaped(cells.get(i))).append(" |");
        }
        write(line);
    }

    @Override
    public void end() {}

    private void write(StringBuilder line) throws IOException {
        out.write(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String escaped(String value) {
        String text = Escaping.TTY.escaped(value);
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (MARKUP.indexOf(c) >= 0 || makesLink(text, i)) {
                escaped.append('\\');
            }
            escaped.append(c);
        }
        return escaped.toString();
    }

    /** GitHub's Markdown makes links of {@code http://}, {@code www.} and addresses of mail without being asked. */
    private static boolean makesLink(String text, int i) {
        return switch (text.charAt(i)) {
            case '@' -> true;
            case ':' -> text.startsWith("//", i + 1);
            case '.' -> i >= 3 && text.regionMatches(true, i - 3, "www", 0, 3);
            default -> false;
        };
    }
}
