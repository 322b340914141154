package dev.aulens.search;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.aulens.event.AuditEvent;
import dev.aulens.interpret.Identities;
import dev.aulens.record.AuditRecord;
import dev.aulens.record.EventId;
import dev.aulens.record.ParsedLine;
import dev.aulens.record.RecordParser;
import dev.aulens.record.ReversibleUtf8;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns documents back into events: {@code event.original} parsed again, names of {@code auditd.resolved}.
 *
 * <p>Objects are written nested or with dotted names; both are read.
 */
public final class EventDecoder implements HitDecoder<Hit> {

    private static final String ORIGINAL = "event.original";
    private static final String USERS = "auditd.resolved.user";
    private static final String GROUPS = "auditd.resolved.group";
    private static final String FILE = "log.file.path";
    private static final String OFFSET = "log.offset";

    private final RecordParser parser;

    private String original = "";
    private String file = "";
    private long offset;
    private Map<String, String> users = Map.of();
    private Map<String, String> groups = Map.of();

    /** @param parser of the raw records */
    public EventDecoder(RecordParser parser) {
        this.parser = parser;
    }

    @Override
    public List<String> fields() {
        return List.of(ORIGINAL, "auditd.resolved", FILE, OFFSET);
    }

    @Override
    public void document(JsonParser json) throws IOException {
        original = "";
        file = "";
        offset = 0;
        users = Map.of();
        groups = Map.of();
        object(json, "");
    }

    @Override
    public @Nullable Hit hit(EventId id) {
        byte[] bytes = ReversibleUtf8.encode(original);
        AuditRecord.Origin origin = new AuditRecord.Origin(file, offset);
        List<AuditRecord> records = new ArrayList<>();
        int from = 0;
        while (from < bytes.length) {
            int to = from;
            while (to < bytes.length && bytes[to] != '\n') {
                to++;
            }
            ParsedLine line = parser.parse(bytes, from, to, origin);
            if (line instanceof AuditRecord record) {
                records.add(record);
            }
            from = to + 1;
        }
        if (records.isEmpty()) {
            return null;
        }
        Identities names = users.isEmpty() && groups.isEmpty() ? Identities.none() : new ResolvedNames(users, groups);
        return new Hit(new AuditEvent(id, records), names);
    }

    private void object(JsonParser json, String path) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = path.isEmpty() ? json.currentName() : path + "." + json.currentName();
            JsonToken value = json.nextToken();
            switch (name) {
                case ORIGINAL -> original = json.getText();
                case FILE -> file = json.getText();
                case OFFSET -> offset = json.getLongValue();
                case USERS -> users = names(json);
                case GROUPS -> groups = names(json);
                default -> {
                    if (value == JsonToken.START_OBJECT) {
                        object(json, name);
                    } else {
                        json.skipChildren();
                    }
                }
            }
        }
    }

    private static Map<String, String> names(JsonParser json) throws IOException {
        Map<String, String> names = new HashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String id = json.currentName();
            json.nextToken();
            names.put(id, json.getText());
        }
        return names;
    }
}
