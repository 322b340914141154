package dev.aulens.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** A table as JSON: an object for each row, on a line of its own. */
final class JsonTable implements TableWriter {

    private final List<Column> columns;
    private final OutputStream out;
    private final JsonFactory factory = new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

    JsonTable(List<Column> columns, OutputStream out) {
        this.columns = columns;
        this.out = out;
    }

    @Override
    public void row(List<String> cells) throws IOException {
        try (JsonGenerator json = factory.createGenerator(out)) {
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

    private static boolean isNumber(String text) {
        int from = text.startsWith("-") ? 1 : 0;
        boolean leadingZero = text.length() > from + 1 && text.charAt(from) == '0';
        return text.length() > from && !leadingZero && text.chars().skip(from).allMatch(c -> c >= '0' && c <= '9');
    }
}
