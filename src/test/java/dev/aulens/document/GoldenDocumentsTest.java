package dev.aulens.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aulens.event.AuditEvent;
import dev.aulens.testing.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Documents as they were read and found right, one file each. After a change that is meant, write them anew and read
 * the difference: {@code mvn test -Dtest=GoldenDocumentsTest -Daulens.golden=update}.
 */
class GoldenDocumentsTest {

    private static final Path FOLDER = Path.of("src/test/resources/documents");
    private static final boolean UPDATE = "update".equals(System.getProperty("aulens.golden"));
    private static final Map<Path, List<AuditEvent>> LOGS = new HashMap<>();

    /** An event of the corpus. */
    record Golden(String name, String file, String id) {

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Golden> goldens() throws IOException {
        List<Golden> goldens = new ArrayList<>();
        for (String line : Files.readAllLines(FOLDER.resolve("events.tsv"))) {
            if (!line.startsWith("#")) {
                String[] cells = line.split("\t", -1);
                goldens.add(new Golden(cells[0], cells[1], cells[2]));
            }
        }
        return goldens;
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void theDocumentIsAsItWasFoundRight(Golden golden) throws IOException {
        String found = pretty(document(golden));
        Path file = FOLDER.resolve(golden.name() + ".json");
        if (UPDATE) {
            Files.writeString(file, found);
        }
        assertThat(found).isEqualTo(Files.readString(file));
    }

    private static JsonNode document(Golden golden) {
        Path log = Corpus.samples().resolveSibling(golden.file());
        for (AuditEvent event : LOGS.computeIfAbsent(log, Documents::events)) {
            if (event.id().timeAndSerial().equals(golden.id())) {
                return Documents.parse(new DocumentWriter().write(event));
            }
        }
        throw new AssertionError("no event " + golden.id() + " in " + log);
    }

    private static String pretty(JsonNode document) throws IOException {
        return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
    }
}
