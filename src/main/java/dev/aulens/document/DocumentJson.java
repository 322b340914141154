package dev.aulens.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.aulens.record.AuditRecord;
import dev.aulens.record.Text;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes the JSON of one document after the other into the same buffer.
 *
 * <p>Objects and arrays come into being when something is written into them, so none is ever empty. Null and empty
 * texts are left out. A text longer than {@link #LONGEST} characters is cut, with a mark: Elasticsearch rejects a
 * document with an indexed value of more than 32766 bytes, and the whole text is in {@code event.original}.
 */
final class DocumentJson {

    /** How many characters a text has at most: what {@code ignore_above} in the mapping lets through. */
    static final int LONGEST = 8191;

    private static final String CUT = "... [cut]";
    private static final int DEEPEST = 16;

    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(16 * 1024);
    private final JsonGenerator generator;
    private final @Nullable SerializableString[] names = new @Nullable SerializableString[DEEPEST];
    private final boolean[] arrays = new boolean[DEEPEST];
    private int depth;
    private int written;

    DocumentJson() throws IOException {
        generator = new JsonFactory().createGenerator(buffer);
        generator.setRootValueSeparator(new SerializedString(""));
    }

    /** Returns a field's name, encoded once. */
    static SerializableString name(String name) {
        SerializedString encoded = new SerializedString(name);
        encoded.asQuotedUTF8();
        return encoded;
    }

    /** Begins a document. */
    void begin() throws IOException {
        buffer.reset();
        depth = 0;
        written = 0;
        generator.writeStartObject();
    }

    /** Ends the document and returns its bytes. */
    byte[] end() throws IOException {
        generator.writeEndObject();
        generator.flush();
        return buffer.toByteArray();
    }

    /** Begins an object; {@link #close} ends it. */
    void open(SerializableString name) {
        push(name, false);
    }

    /** Begins an object inside an array. */
    void openElement() {
        push(null, false);
    }

    /** Begins an array; {@link #close} ends it. */
    void openArray(SerializableString name) {
        push(name, true);
    }

    /** Ends the object or array begun last. */
    void close() throws IOException {
        depth--;
        if (written > depth) {
            written = depth;
            if (arrays[depth]) {
                generator.writeEndArray();
            } else {
                generator.writeEndObject();
            }
        }
    }

    void text(SerializableString name, @Nullable String value) throws IOException {
        if (value != null && !value.isEmpty()) {
            field(name);
            string(value);
        }
    }

    void number(SerializableString name, long value) throws IOException {
        field(name);
        generator.writeNumber(value);
    }

    void bool(SerializableString name, boolean value) throws IOException {
        field(name);
        generator.writeBoolean(value);
    }

    /** Writes bytes that are UTF-8 as a text, however long. */
    void utf8(SerializableString name, byte[] bytes, int length) throws IOException {
        field(name);
        generator.writeUTF8String(bytes, 0, length);
    }

    /** Writes a text that is known to need no escape and no cut, encoded before. */
    void constant(SerializableString name, SerializableString value) throws IOException {
        field(name);
        generator.writeString(value);
    }

    /** Writes a text, however long. */
    void whole(SerializableString name, String value) throws IOException {
        field(name);
        generator.writeString(value);
    }

    /** Writes a field's value without quotes, as it stands. */
    void value(SerializableString name, AuditRecord record, int i) throws IOException {
        if (!isEmpty(record, i)) {
            field(name);
            value(record, i);
        }
    }

    void element(@Nullable String value) throws IOException {
        if (value != null && !value.isEmpty()) {
            materialise();
            string(value);
        }
    }

    /** Writes an element that counts even if it is empty: an argument. */
    void elementOrEmpty(String value) throws IOException {
        materialise();
        string(value);
    }

    void element(SerializableString value) throws IOException {
        materialise();
        generator.writeString(value);
    }

    void element(long value) throws IOException {
        materialise();
        generator.writeNumber(value);
    }

    void element(AuditRecord record, int i) throws IOException {
        if (!isEmpty(record, i)) {
            materialise();
            value(record, i);
        }
    }

    private static boolean isEmpty(AuditRecord record, int i) {
        int length = record.valueEnd(i) - record.valueStart(i);
        return length == 0 || (length == 2 && record.isQuoted(i));
    }

    private void value(AuditRecord record, int i) throws IOException {
        byte[] line = record.line();
        int quote = record.isQuoted(i) ? 1 : 0;
        int from = record.valueStart(i) + quote;
        int to = record.valueEnd(i) - quote;
        if (to - from <= LONGEST && isAscii(line, from, to)) {
            generator.writeUTF8String(line, from, to - from);
        } else {
            string(Text.utf8(line, from, to));
        }
    }

    private void string(String value) throws IOException {
        if (value.length() <= LONGEST) {
            generator.writeString(value);
            return;
        }
        int end = LONGEST - CUT.length();
        if (Character.isHighSurrogate(value.charAt(end - 1))) {
            end--;
        }
        generator.writeString(value.substring(0, end) + CUT);
    }

    private static boolean isAscii(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }

    private void field(SerializableString name) throws IOException {
        materialise();
        generator.writeFieldName(name);
    }

    private void push(@Nullable SerializableString name, boolean array) {
        names[depth] = name;
        arrays[depth] = array;
        depth++;
    }

    private void materialise() throws IOException {
        while (written < depth) {
            SerializableString name = names[written];
            if (name != null) {
                generator.writeFieldName(name);
            }
            if (arrays[written]) {
                generator.writeStartArray();
            } else {
                generator.writeStartObject();
            }
            written++;
        }
    }

    @Override
    public String toString() {
        return "DocumentJson" + Arrays.toString(Arrays.copyOf(names, depth));
    }
}
