package dev.aulens.document;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.aulens.record.AuditRecord;
import dev.aulens.record.ReversibleUtf8;
import dev.aulens.record.Text;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
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

    private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);

    private final JsonBytes out = new JsonBytes();
    private final @Nullable SerializableString[] names = new @Nullable SerializableString[DEEPEST];
    private final boolean[] arrays = new boolean[DEEPEST];
    private int depth;
    private int written;
    private boolean empty;

    /** Returns a field's name, encoded once. */
    static SerializableString name(String name) {
        SerializedString encoded = new SerializedString(name);
        encoded.asQuotedUTF8();
        return encoded;
    }

    /** Begins a document. */
    void begin() {
        out.clear();
        depth = 0;
        written = 0;
        start('{');
    }

    /** Ends the document and returns its bytes. */
    byte[] end() {
        end('}');
        return out.take();
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
    void close() {
        depth--;
        if (written > depth) {
            written = depth;
            end(arrays[depth] ? ']' : '}');
        }
    }

    void text(SerializableString name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            field(name);
            string(value);
        }
    }

    void number(SerializableString name, long value) {
        field(name);
        out.number(value);
    }

    void bool(SerializableString name, boolean value) {
        field(name);
        out.add(value ? TRUE : FALSE);
    }

    /** Writes a text that is known to need no escape and no cut, encoded before. */
    void constant(SerializableString name, SerializableString value) {
        field(name);
        out.quoted(value.asQuotedUTF8());
    }

    /** Begins a text that comes in pieces and is not cut; {@link #endText} ends it. */
    void beginText(SerializableString name) {
        field(name);
        out.add('"');
    }

    /** Adds bytes to the text; what is no UTF-8 is written as {@link ReversibleUtf8} has it. */
    void piece(byte[] bytes) {
        if (!out.escapedAscii(bytes, 0, bytes.length)) {
            out.escaped(ReversibleUtf8.decode(bytes, 0, bytes.length));
        }
    }

    /** Adds a line feed to the text. */
    void lineFeed() {
        out.escaped("\n");
    }

    void endText() {
        out.add('"');
    }

    /** Writes a field's value without quotes, as it stands. */
    void value(SerializableString name, AuditRecord record, int i) {
        if (!isEmpty(record, i)) {
            field(name);
            value(record, i);
        }
    }

    /** Writes an array of texts; of none, nothing. */
    void texts(SerializableString name, List<String> values) {
        openArray(name);
        for (int i = 0; i < values.size(); i++) {
            element(values.get(i));
        }
        close();
    }

    void element(@Nullable String value) {
        if (value != null && !value.isEmpty()) {
            next();
            string(value);
        }
    }

    /** Writes an element that counts even if it is empty: an argument. */
    void elementOrEmpty(String value) {
        next();
        string(value);
    }

    void element(SerializableString value) {
        next();
        out.quoted(value.asQuotedUTF8());
    }

    void element(long value) {
        next();
        out.number(value);
    }

    private static boolean isEmpty(AuditRecord record, int i) {
        int length = record.valueEnd(i) - record.valueStart(i);
        return length == 0 || (length == 2 && record.isQuoted(i));
    }

    private void value(AuditRecord record, int i) {
        byte[] line = record.line();
        int quote = record.isQuoted(i) ? 1 : 0;
        int from = record.valueStart(i) + quote;
        int to = record.valueEnd(i) - quote;
        if (to - from > LONGEST || !out.asciiText(line, from, to)) {
            string(Text.utf8(line, from, to));
        }
    }

    private void string(String value) {
        out.text(value.length() <= LONGEST ? value : cut(value));
    }

    private static String cut(String value) {
        int end = LONGEST - CUT.length();
        if (Character.isHighSurrogate(value.charAt(end - 1))) {
            end--;
        }
        return value.substring(0, end) + CUT;
    }

    private void field(SerializableString name) {
        materialise();
        name(name);
    }

    /** Makes place for a field or an element. */
    private void next() {
        materialise();
        separate();
    }

    private void separate() {
        if (!empty) {
            out.add(',');
        }
        empty = false;
    }

    private void name(SerializableString name) {
        out.name(name.asQuotedUTF8(), !empty);
        empty = false;
    }

    private void start(char bracket) {
        out.add(bracket);
        empty = true;
    }

    private void end(char bracket) {
        out.add(bracket);
        empty = false;
    }

    private void push(@Nullable SerializableString name, boolean array) {
        names[depth] = name;
        arrays[depth] = array;
        depth++;
    }

    private void materialise() {
        while (written < depth) {
            SerializableString name = names[written];
            if (name != null) {
                name(name);
            } else {
                separate();
            }
            start(arrays[written] ? '[' : '{');
            written++;
        }
    }

    @Override
    public String toString() {
        return "DocumentJson" + Arrays.toString(Arrays.copyOf(names, depth));
    }
}
