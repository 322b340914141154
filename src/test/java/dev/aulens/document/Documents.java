package dev.aulens.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aulens.event.AuditEvent;
import dev.aulens.event.EventAssembler;
import dev.aulens.interpret.Identities;
import dev.aulens.record.AuditRecord;
import dev.aulens.record.ParsedLine;
import dev.aulens.record.RecordParser;
import dev.aulens.record.RecordTypes;
import dev.aulens.testing.Corpus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Documents of logs, for tests. */
final class Documents {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** The id of records that belong to one event. */
    static final String ID = "msg=audit(1700000000.123:7): ";

    /** The record of a system call of x86_64, to be formatted with its number, success and exit. */
    static final String CALL = "type=SYSCALL " + ID + "arch=c000003e syscall=%d success=%s exit=%d a0=4 a1=7f a2=0"
            + " a3=0 items=1 ppid=1 pid=2 auid=0 uid=0 gid=0 euid=0 suid=0 fsuid=0 egid=0 sgid=0 fsgid=0 tty=(none) ses=4"
            + " comm=\"bash\" exe=\"/usr/bin/bash\" key=(null)";

    private Documents() {}

    /** Returns the text at a place of a document, null if nothing is there. */
    static @Nullable String text(JsonNode document, String pointer) {
        JsonNode found = document.at(pointer);
        return found.isMissingNode() ? null : found.asText();
    }

    /** Returns the documents of the lines' events, in the order of the log. */
    static List<JsonNode> of(String... lines) {
        return documents(events(lines), new DocumentWriter(Identities.none()));
    }

    /** Returns the lines' events, in the order of the log. */
    static List<AuditEvent> events(String... lines) {
        return events(String.join("\n", lines).getBytes(StandardCharsets.UTF_8), "");
    }

    /** Returns the document of the lines' only event. */
    static JsonNode only(String... lines) {
        List<JsonNode> documents = of(lines);
        if (documents.size() != 1) {
            throw new AssertionError(documents.size() + " documents");
        }
        return documents.get(0);
    }

    /** Returns the documents of a file of the corpus' edge cases. */
    static List<JsonNode> ofEdgeCase(String name) {
        return of(Corpus.edgeCases().resolve(name));
    }

    static List<JsonNode> of(Path file) {
        return documents(events(file), new DocumentWriter(Identities.none()));
    }

    static List<JsonNode> documents(List<AuditEvent> events, DocumentWriter writer) {
        List<JsonNode> documents = new ArrayList<>();
        for (AuditEvent event : events) {
            documents.add(parse(writer.write(event)));
        }
        return documents;
    }

    static JsonNode parse(EventDocument document) {
        try {
            return MAPPER.readTree(document.json());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<AuditEvent> events(Path file) {
        try {
            return events(Files.readAllBytes(file), file.getFileName().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<AuditEvent> events(byte[] log, String source) {
        List<AuditEvent> events = new ArrayList<>();
        EventAssembler assembler = new EventAssembler(events::add);
        for (AuditRecord record : records(log, source)) {
            assembler.accept(record);
        }
        assembler.flush();
        return events;
    }

    /** Returns the records of a log, lines that are none left out. */
    static List<AuditRecord> records(byte[] log, String source) {
        RecordParser parser = new RecordParser(RecordTypes.load(), ZoneOffset.UTC);
        List<AuditRecord> records = new ArrayList<>();
        int from = 0;
        while (from < log.length) {
            int to = from;
            while (to < log.length && log[to] != '\n') {
                to++;
            }
            ParsedLine line = parser.parse(log, from, to, new AuditRecord.Origin(source, from));
            if (line instanceof AuditRecord record) {
                records.add(record);
            }
            from = to + 1;
        }
        return records;
    }
}
