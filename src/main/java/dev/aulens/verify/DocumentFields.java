package dev.aulens.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.aulens.document.DocumentWriter;
import dev.aulens.event.AuditEvent;
import dev.aulens.index.StoredPlace;
import dev.aulens.interpret.Identities;
import dev.aulens.record.AuditRecord;
import dev.aulens.record.EventId;
import dev.aulens.record.ParsedLine;
import dev.aulens.record.RecordParser;
import dev.aulens.record.ReversibleUtf8;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Makes documents again from the records that they hold, and tells which of their fields are others.
 *
 * <p>Taken from the document, because no record has it: where its log is and what stands before it there ({@code log},
 * {@code auditd.overtaken}), and the names that were known when it was indexed ({@code auditd.resolved}).
 */
final class DocumentFields {

    private static final String ORIGINAL = "event.original";

    private final RecordParser parser;
    private final NamesOfDocument names = new NamesOfDocument();
    private final DocumentWriter writer = new DocumentWriter(names);
    private final ObjectMapper json = new ObjectMapper();

    /** The names that a document holds. */
    private static final class NamesOfDocument implements Identities {

        private JsonNode resolved = MissingNode.getInstance();

        @Override
        public @Nullable String user(long uid) {
            return name("user", uid);
        }

        @Override
        public @Nullable String group(long gid) {
            return name("group", gid);
        }

        private @Nullable String name(String kind, long id) {
            return resolved.path(kind).path(Long.toString(id)).textValue();
        }
    }

    /** @param parser of the logs' lines; it does not see those of documents */
    DocumentFields(RecordParser parser) {
        this.parser = parser.anew();
    }

    /**
     * Returns the names of the fields that are not what the records say, in alphabetical order.
     *
     * @param id of the event in the log
     * @param document its source
     */
    List<String> altered(EventId id, JsonNode document) {
        AuditEvent event = event(id, document);
        if (event == null) {
            return List.of(ORIGINAL);
        }
        names.resolved = document.path("auditd").path("resolved");
        Set<String> altered = new TreeSet<>();
        compare("", tree(writer.write(event).json()), document, altered);
        return List.copyOf(altered);
    }

    /** Returns the event of a document, null if that cannot be one that was indexed. */
    private @Nullable AuditEvent event(EventId id, JsonNode document) {
        StoredPlace place;
        try {
            place = StoredPlace.of(document);
        } catch (DateTimeException e) {
            return null;
        }
        List<AuditRecord> records = new ArrayList<>();
        for (String line : StoredDocuments.original(document).split("\n", -1)) {
            byte[] bytes = ReversibleUtf8.encode(line);
            ParsedLine parsed = parser.parse(bytes, 0, bytes.length, place.origin());
            if (!(parsed instanceof AuditRecord record)) {
                return null;
            }
            records.add(record);
        }
        return new AuditEvent(id, records, place.overtaken());
    }

    private static void compare(String path, JsonNode wanted, JsonNode found, Set<String> altered) {
        if (!wanted.isObject() || !found.isObject()) {
            if (!wanted.equals(found)) {
                altered.add(path);
            }
            return;
        }
        Set<String> fields = new TreeSet<>();
        addNames(wanted, fields);
        addNames(found, fields);
        for (String field : fields) {
            compare(path.isEmpty() ? field : path + "." + field, wanted.path(field), found.path(field), altered);
        }
    }

    private static void addNames(JsonNode object, Set<String> fields) {
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            fields.add(names.next());
        }
    }

    private JsonNode tree(byte[] document) {
        try {
            return json.readTree(document);
        } catch (IOException e) {
            throw new IllegalStateException("a document that aulens wrote is JSON", e);
        }
    }
}
