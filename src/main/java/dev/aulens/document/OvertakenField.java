package dev.aulens.document;

import com.fasterxml.jackson.core.SerializableString;
import dev.aulens.event.Overtaken;
import org.jspecify.annotations.Nullable;

/** {@code auditd.overtaken}: where an event stands in its log that is not in its place by time. */
final class OvertakenField {

    private static final SerializableString OVERTAKEN = DocumentJson.name("overtaken");
    private static final SerializableString TIMESTAMP = DocumentJson.name("timestamp");
    private static final SerializableString SEQUENCE = DocumentJson.name("sequence");
    private static final SerializableString PLACE = DocumentJson.name("place");

    private final Timestamps timestamps = new Timestamps();

    void write(DocumentJson json, @Nullable Overtaken overtaken) {
        if (overtaken != null) {
            json.open(OVERTAKEN);
            json.text(TIMESTAMP, timestamps.of(overtaken.by().millis()));
            json.number(SEQUENCE, overtaken.by().serial());
            json.number(PLACE, overtaken.place());
            json.close();
        }
    }
}
