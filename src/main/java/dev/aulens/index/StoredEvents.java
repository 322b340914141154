package dev.aulens.index;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aulens.event.AuditEvent;
import dev.aulens.event.EventCopies;
import dev.aulens.event.Overtaken;
import dev.aulens.interpret.PrintedCopies;
import dev.aulens.record.AuditRecord;
import dev.aulens.record.EventId;
import dev.aulens.record.ParsedLine;
import dev.aulens.record.RecordParser;
import dev.aulens.record.ReversibleUtf8;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events as documents hold them: the raw records and where they were read. */
final class StoredEvents {

    /** What has to be read of a document. */
    static final List<String> FIELDS = List.of(
            "@timestamp",
            "event.original",
            "event.sequence",
            "host.name",
            "log.file.path",
            "log.offset",
            "auditd.overtaken");

    private final RecordParser parser;
    private final PrintedCopies copies = new PrintedCopies();

    /** @param parser of the logs' lines; it does not see those of documents */
    StoredEvents(RecordParser parser) {
        this.parser = parser.anew();
    }

    /**
     * The records of a document.
     *
     * @param id of the event; printed records say it only together with a time zone
     * @param lines the records as text ({@link ReversibleUtf8}), in order
     * @param origin of the first record
     * @param overtaken where the first record stands in its log, if not in its place by time
     */
    record Stored(
            EventId id,
            List<String> lines,
            AuditRecord.Origin origin,
            @Nullable Overtaken overtaken) {

        /** Returns the length of all records together, in characters. */
        long length() {
            return lines.stream().mapToLong(String::length).sum();
        }

        boolean holdsAllOf(Stored other) {
            if (lines.equals(other.lines)) {
                return true;
            }
            List<String> left = new ArrayList<>(lines);
            return other.lines.stream().allMatch(line -> EventCopies.take(line, left));
        }

        boolean holdsJust(AuditEvent event) {
            return event.records().stream()
                    .map(record -> ReversibleUtf8.decode(record.line(), 0, record.line().length))
                    .toList()
                    .equals(lines);
        }
    }

    Stored read(JsonNode document) {
        String original = document.path("event").path("original").asText();
        StoredPlace place = StoredPlace.of(document);
        return new Stored(id(document), List.of(original.split("\n", -1)), place.origin(), place.overtaken());
    }

    private static EventId id(JsonNode document) {
        JsonNode host = document.path("host").path("name");
        long millis = Instant.parse(document.path("@timestamp").asText()).toEpochMilli();
        return new EventId(
                host.isTextual() ? host.asText() : null,
                millis,
                document.path("event").path("sequence").asLong());
    }

    /** Returns the event that a document was made of, with the host that the document names. */
    AuditEvent event(JsonNode document) {
        Stored stored = read(document);
        return new AuditEvent(stored.id(), parse(stored), stored.overtaken());
    }

    /**
     * Returns the event of both parts. The order does not depend on which part came first: in one input the part that
     * stands first there, in two inputs the part with the SYSCALL record, which the kernel writes first, and else the
     * part of the older (higher numbered) rotated file.
     */
    AuditEvent join(Stored one, Stored other) {
        List<AuditRecord> ofOne = parse(one);
        List<AuditRecord> ofOther = parse(other);
        boolean inOrder = one.origin().source().equals(other.origin().source())
                ? one.origin().offset() <= other.origin().offset()
                : EventCopies.comesFirst(ofOne, ofOther);
        List<AuditRecord> records = inOrder ? EventCopies.join(ofOne, ofOther) : EventCopies.join(ofOther, ofOne);
        return copies.withoutPrinted(new AuditEvent(one.id(), records, inOrder ? one.overtaken() : other.overtaken()));
    }

    private List<AuditRecord> parse(Stored stored) {
        return stored.lines().stream().map(line -> parse(line, stored.origin())).toList();
    }

    private AuditRecord parse(String line, AuditRecord.Origin origin) {
        byte[] bytes = ReversibleUtf8.encode(line);
        ParsedLine parsed = parser.parse(bytes, 0, bytes.length, origin);
        if (parsed instanceof AuditRecord record) {
            return record;
        }
        throw new IllegalStateException("event.original holds a line that is no record");
    }
}
