package dev.aulens.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.aulens.render.Escaping;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes counts for programs. What a terminal would obey is escaped here too: output is often looked at first. */
final class CountFile {

    private static final int LAST_HARMLESS = 0x7E;

    private CountFile() {}

    /** Writes a line of comma-separated values (RFC 4180), with a line feed at its end. */
    static void csv(List<String> values, Escaping escaping, OutputStream out) throws IOException {
        StringBuilder line = new StringBuilder();
        for (String value : values) {
            line.append(line.isEmpty() ? "" : ",").append(quoted(escaping.escaped(value)));
        }
        out.write(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Returns what writes one JSON object on a line, in ASCII; the caller closes it. */
    static JsonGenerator json(OutputStream out) throws IOException {
        JsonGenerator json = new JsonFactory().createGenerator(out);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.setHighestNonEscapedChar(LAST_HARMLESS);
        return json;
    }

    private static String quoted(String value) {
        boolean plain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain && !value.isEmpty() ? value : "\"" + value.replace("\"", "\"\"") + "\"";
    }
}
