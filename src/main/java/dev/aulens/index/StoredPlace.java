package dev.aulens.index;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aulens.event.Overtaken;
import dev.aulens.record.AuditRecord;
import dev.aulens.record.EventId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where an event stands in its log, as its document says: no record does.
 *
 * @param origin of the first record
 * @param overtaken where the first record stands, if not in its place by time
 */
public record StoredPlace(
        AuditRecord.Origin origin, @Nullable Overtaken overtaken) {

    /**
     * Reads the place in a document's source.
     *
     * @throws java.time.DateTimeException if somebody has changed the time of {@code auditd.overtaken} to what is none
     */
    public static StoredPlace of(JsonNode document) {
        JsonNode log = document.path("log");
        AuditRecord.Origin origin = new AuditRecord.Origin(
                log.path("file").path("path").asText(), log.path("offset").asLong());
        return new StoredPlace(origin, overtaken(document.path("auditd").path("overtaken")));
    }

    private static @Nullable Overtaken overtaken(JsonNode overtaken) {
        if (!overtaken.isObject()) {
            return null;
        }
        long millis = Instant.parse(overtaken.path("timestamp").asText()).toEpochMilli();
        EventId by = new EventId(null, millis, overtaken.path("sequence").asLong());
        return new Overtaken(by, overtaken.path("place").asInt());
    }
}
