package dev.aulens.document;

import com.fasterxml.jackson.core.SerializableString;
import dev.aulens.event.AuditEvent;
import dev.aulens.record.AuditRecord;
import dev.aulens.record.ReversibleUtf8;
import java.io.IOException;
import java.util.Arrays;

/** The raw lines of an event, divided by line feeds: {@code event.original}. Scratch space, reused. */
final class OriginalText {

    private static final SerializableString ORIGINAL = DocumentJson.name("original");

    private byte[] bytes = new byte[8192];
    private int length;

    void write(DocumentJson json, AuditEvent event) throws IOException {
        length = 0;
        for (AuditRecord record : event.records()) {
            byte[] line = record.line();
            ensure(length + 1 + line.length);
            if (length > 0) {
                bytes[length++] = '\n';
            }
            System.arraycopy(line, 0, bytes, length, line.length);
            length += line.length;
        }
        if (isAscii()) {
            json.utf8(ORIGINAL, bytes, length);
        } else {
            json.whole(ORIGINAL, ReversibleUtf8.decode(bytes, 0, length));
        }
    }

    private void ensure(int size) {
        if (size > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size, 2 * bytes.length));
        }
    }

    private boolean isAscii() {
        for (int i = 0; i < length; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }
}
