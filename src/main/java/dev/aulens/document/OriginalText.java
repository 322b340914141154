package dev.aulens.document;

import com.fasterxml.jackson.core.SerializableString;
import dev.aulens.event.AuditEvent;
import dev.aulens.record.AuditRecord;

/** The raw lines of an event, divided by line feeds: {@code event.original}. */
final class OriginalText {

    private static final SerializableString ORIGINAL = DocumentJson.name("original");

    private OriginalText() {}

    static void write(DocumentJson json, AuditEvent event) {
        json.beginText(ORIGINAL);
        for (AuditRecord record : event.records()) {
            if (record != event.first()) {
                json.lineFeed();
            }
            json.piece(record.line());
        }
        json.endText();
    }
}
