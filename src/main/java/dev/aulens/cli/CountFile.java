package dev.aulens.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import dev.aulens.render.Escaping;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes counts for programs. What a terminal would obey is escaped here too: output is often looked at first. */
final class CountFile {

    private static final int DELETE = 0x7F;

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
        json.setHighestNonEscapedChar(DELETE);
        json.setCharacterEscapes(new DeleteToo());
        return json;
    }

    private static String quoted(String value) {
        boolean plain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain && !value.isEmpty() ? value : "\"" + value.replace("\"", "\"\"") + "\"";
    }

    /** The usual escapes, and that of the one control character in ASCII that JSON leaves as it is. */
    private static final class DeleteToo extends CharacterEscapes {

        private static final long serialVersionUID = 1L;

        private final int[] escapes = standardAsciiEscapesForJSON();

        DeleteToo() {
            escapes[DELETE] = ESCAPE_STANDARD;
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return escapes;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int c) {
            return null;
        }
    }
}
