package dev.aulens;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Writes answers as JSON in ASCII: what a terminal would obey is escaped, as output is often looked at first. */
public final class AsciiJson {

    private static final int DELETE = 0x7F;

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .highestNonEscapedChar(DELETE)
            .characterEscapes(new DeleteToo())
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private AsciiJson() {}

    /**
     * Returns what writes one JSON object.
     *
     * @param out is not closed with the generator, which the caller closes
     * @throws IOException if the output takes nothing
     */
    public static JsonGenerator generator(OutputStream out) throws IOException {
        return FACTORY.createGenerator(out);
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
