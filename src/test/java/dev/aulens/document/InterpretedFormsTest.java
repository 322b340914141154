package dev.aulens.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aulens.event.AuditEvent;
import dev.aulens.interpret.Identities;
import dev.aulens.record.EventId;
import dev.aulens.testing.AuditTool;
import dev.aulens.testing.Corpus;
import dev.aulens.testing.ReadLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.*;
import org.junit.jupiter.api.Test;

class InterpretedFormsTest {

    @Test
    void measure() throws IOException {
        DocumentWriter writer = new DocumentWriter(Identities.of(Path.of("/etc/passwd"), Path.of("/etc/group")));
        Map<String, Integer> counts = new TreeMap<>();
        Map<String, List<String>> examples = new TreeMap<>();
        int compared = 0;
        int skipped = 0;
        for (Path log : Corpus.all()) {
            if (log.toString().contains("interpreted")) continue;
            byte[] bytes = Files.readAllBytes(log);
            Path plain = Files.createTempFile("x", ".log");
            ReadLog raw = ReadLog.of(bytes);
            StringBuilder all = new StringBuilder();
            for (AuditEvent e : raw.events())
                for (var r : e.records())
                    all.append(new String(r.line(), ISO_8859_1).substring(r.start()))
                            .append('\n');
            Files.writeString(plain, all, ISO_8859_1);
            raw = ReadLog.of(Files.readAllBytes(plain));
            String text = AuditTool.AUSEARCH
                    .run(List.of("-i", "-if", plain.toString()))
                    .output();
            Files.delete(plain);
            ReadLog read = ReadLog.of(text.getBytes(ISO_8859_1));
            for (String reason : read.reasons()) {
                counts.merge("REASON " + reason, 1, Integer::sum);
                examples.computeIfAbsent("REASON " + reason, k -> new ArrayList<>())
                        .add(log.getFileName().toString());
            }
            Map<EventId, List<AuditEvent>> byId = new HashMap<>();
            for (AuditEvent e : raw.events())
                byId.computeIfAbsent(e.id(), k -> new ArrayList<>()).add(e);
            for (AuditEvent e : read.events()) {
                List<AuditEvent> originals = byId.getOrDefault(e.id(), List.of());
                if (originals.size() != 1
                        || originals.get(0).records().size() != e.records().size()
                        || originals.get(0).first().interpreted()) {
                    skipped++;
                    continue;
                }
                compared++;
                AuditEvent o = originals.get(0);
                for (String d : differences("", document(writer, e), document(writer, o))) {
                    String field = d.substring(0, d.indexOf(": "));
                    String kind = d.contains("MISSING instead")
                            ? "missing"
                            : d.contains(" instead of MISSING") ? "added" : "changed";
                    String key = field + "\t" + kind;
                    counts.merge(key, 1, Integer::sum);
                    List<String> ex = examples.computeIfAbsent(key, k -> new ArrayList<>());
                    if (ex.size() < 400)
                        ex.add(log.getFileName() + " " + e.id() + " " + d + "\n      " + e.records() + "\n      "
                                + o.records());
                }
            }
        }
        StringBuilder out = new StringBuilder("compared " + compared + " skipped " + skipped + "\n");
        counts.forEach((k, v) -> out.append(v).append('\t').append(k).append('\n'));
        Files.writeString(Path.of("/tmp/forms/measure.txt"), out);
        StringBuilder ex = new StringBuilder();
        examples.forEach(
                (k, v) -> v.forEach(x -> ex.append(k).append("\n   ").append(x).append('\n')));
        Files.writeString(Path.of("/tmp/forms/examples.txt"), ex);
    }

    private static JsonNode document(DocumentWriter writer, AuditEvent event) {
        ObjectNode document = (ObjectNode) Documents.parse(writer.write(event));
        document.remove("log");
        ((ObjectNode) document.get("event")).remove("original");
        return document;
    }

    private static List<String> differences(String path, JsonNode found, JsonNode expected) {
        if (!(found.isObject() || expected.isObject())) {
            if (found.equals(expected)) return List.of();
            return List.of(path + ": " + (found.isMissingNode() ? "MISSING" : found) + " instead of "
                    + (expected.isMissingNode() ? "MISSING" : expected));
        }
        List<String> differences = new ArrayList<>();
        Set<String> names = new TreeSet<>();
        found.fieldNames().forEachRemaining(names::add);
        expected.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            differences.addAll(differences(path + "/" + name, found.path(name), expected.path(name)));
        }
        return differences;
    }
}
