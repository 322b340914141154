package dev.aulens.cli.count;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Writes counts as JSON. What a terminal would obey is escaped here too: output is often looked at first. */
final class CountJson {

    private static final int DELETE = 0x7F;

    private CountJson() {}

    /** Returns what writes one JSON object on a line, in ASCII; the caller closes it. */
    static JsonGenerator generator(OutputStream out) throws IOException {
        JsonGenerator json = new JsonFactory().createGenerator(out);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.setHighestNonEscapedChar(DELETE);
        json.setCharacterEscapes(new DeleteToo());
        return json;
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
