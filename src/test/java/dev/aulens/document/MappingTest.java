package dev.aulens.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aulens.event.AuditEvent;
import dev.aulens.record.AuditRecord;
import dev.aulens.record.ReversibleUtf8;
import dev.aulens.testing.Corpus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MappingTest {

    private static final Mapping MAPPING = Mapping.read();

    /** ECS 9: event.category. */
    private static final Set<String> CATEGORIES = Set.of(
            "api",
            "authentication",
            "configuration",
            "database",
            "driver",
            "email",
            "file",
            "host",
            "iam",
            "intrusion_detection",
            "library",
            "malware",
            "network",
            "package",
            "process",
            "registry",
            "session",
            "threat",
            "vulnerability",
            "web");

    /** ECS 9: event.type. */
    private static final Set<String> TYPES = Set.of(
            "access",
            "admin",
            "allowed",
            "change",
            "connection",
            "creation",
            "deletion",
            "denied",
            "device",
            "end",
            "error",
            "group",
            "indicator",
            "info",
            "installation",
            "protocol",
            "start",
            "user");

    static List<Path> logs() {
        return Corpus.all();
    }

    @ParameterizedTest
    @MethodSource("logs")
    void everyDocumentIsAsTheMappingSays(Path log) {
        Set<String> faults = new TreeSet<>();
        for (JsonNode document : Documents.of(log)) {
            faults.addAll(MAPPING.faults(document));
        }
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("logs")
    void categoriesAndTypesAreOnesOfEcs(Path log) {
        for (JsonNode document : Documents.of(log)) {
            JsonNode event = document.get("event");
            assertThat(CATEGORIES).containsAll(texts(event.path("category")));
            assertThat(TYPES).containsAll(texts(event.path("type")));
            assertThat(event.get("kind").asText()).isIn("event", "alert");
            assertThat(event.get("outcome").asText()).isIn("success", "failure", "unknown");
        }
    }

    @ParameterizedTest
    @MethodSource("logs")
    void originalsOfAllDocumentsGiveBackEveryRecord(Path log) throws IOException {
        Map<String, Integer> expected = new HashMap<>();
        for (AuditRecord record : Documents.records(Files.readAllBytes(log), "")) {
            expected.merge(latin1(record.line()), 1, Integer::sum);
        }
        Map<String, Integer> found = new HashMap<>();
        DocumentWriter writer = new DocumentWriter();
        for (AuditEvent event : Documents.events(log)) {
            String original =
                    Documents.parse(writer.write(event)).at("/event/original").asText();
            for (String line : latin1(ReversibleUtf8.encode(original)).split("\n", -1)) {
                found.merge(line, 1, Integer::sum);
            }
        }
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void noDocumentHasAFieldTwice() throws IOException {
        ObjectMapper strict =
                new ObjectMapper().enable(com.fasterxml.jackson.core.JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        DocumentWriter writer = new DocumentWriter();
        for (Path log : logs()) {
            for (AuditEvent event : Documents.events(log)) {
                assertThat(strict.readTree(writer.write(event).json()).isObject())
                        .isTrue();
            }
        }
    }

    @Test
    void everyTemplateSaysWhoManagesItAndItsVersion() throws IOException {
        for (String name : List.of("auditd", "auditd@mappings", "auditd@settings")) {
            JsonNode template = new ObjectMapper()
                    .readTree(Path.of("mappings", name + ".json").toFile());
            assertThat(template.at("/_meta/managed_by").asText()).as(name).isEqualTo("aulens");
            assertThat(template.at("/_meta/version").isInt()).as(name).isTrue();
        }
    }

    @Test
    void aliasesPointToFieldsOfTheMapping() {
        MAPPING.fields().forEach((name, definition) -> {
            if (definition.get("type").asText().equals("alias")) {
                assertThat(MAPPING.fields())
                        .as(name)
                        .containsKey(definition.get("path").asText());
            }
        });
    }

    private static String latin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.asText()));
        return texts;
    }
}
