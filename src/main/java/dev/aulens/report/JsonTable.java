package dev.aulens.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.aulens.AsciiJson;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** A table as JSON: an object for each row, on a line of its own. */
final class JsonTable implements TableWriter {

    private final List<Column> columns;
    private final OutputStream out;

    JsonTable(List<Column> columns, OutputStream out) {
        this.columns = columns;
        this.out = out;
    }

    @Override
    public void row(List<String> cells) throws IOException {
        try (JsonGenerator json = AsciiJson.generator(out)) {
            json.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
            json.writeStartObject();
            for (int i = 0; i < columns.size(); i++) {
                Column column = columns.get(i);
                String cell = cells.get(i);
                if (column.isNumber() && isNumber(cell)) {
                    json.writeFieldName(column.name());
                    json.writeNumber(cell);
                } else {
                    json.writeStringField(column.name(), cell);
                }
            }
            json.writeEndObject();
        }
        out.write('\n');
    }

    @Override
    public void end() {}

    /** Tells whether the text is a number as JSON writes it, without exponent. */
    private static boolean isNumber(String text) {
        int from = text.startsWith("-") ? 1 : 0;
        int whole = digits(text, from);
        boolean leadingZero = whole > from + 1 && text.charAt(from) == '0';
        if (whole == from || leadingZero) {
            return false;
        }
        int end = whole < text.length() && text.charAt(whole) == '.' ? digits(text, whole + 1) : whole;
        return end == text.length() && end != whole + 1;
    }

    /** Returns where the digits end that begin at an index. */
    private static int digits(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }
}
