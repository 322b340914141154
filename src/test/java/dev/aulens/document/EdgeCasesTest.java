package dev.aulens.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.aulens.record.ReversibleUtf8;
import dev.aulens.testing.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The corpus' edge cases: behaviour that other shippers get wrong. */
class EdgeCasesTest {

    private static final Path TABLE = Path.of("src/test/resources/documents/edge-cases.tsv");
    private static final String MISSING = "(missing)";

    /**
     * A row of the table.
     *
     * @param event its number in the log, from 1
     * @param events how many events the log has
     * @param expected a {@link MissingNode} if the document must not have the field
     */
    private record Expectation(String log, int event, int events, String pointer, JsonNode expected, String why) {

        static Expectation of(String row) {
            String[] cells = row.split("\t", -1);
            String[] event = cells[1].split(" of ", -1);
            return new Expectation(
                    cells[0],
                    Integer.parseInt(event[0]),
                    Integer.parseInt(event[1]),
                    cells[2],
                    json(cells[3]),
                    cells[4]);
        }

        private static JsonNode json(String cell) {
            try {
                return cell.equals(MISSING) ? MissingNode.getInstance() : new ObjectMapper().readTree(cell);
            } catch (IOException e) {
                throw new IllegalArgumentException(cell, e);
            }
        }

        @Override
        public String toString() {
            return log + ", event " + event + ", " + pointer + ": " + why;
        }
    }

    static List<Expectation> expectations() throws IOException {
        return Files.readAllLines(TABLE).stream()
                .filter(line -> !line.startsWith("#"))
                .map(Expectation::of)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("expectations")
    void theDocumentHoldsWhatTheTableSays(Expectation row) {
        List<JsonNode> documents = Documents.ofEdgeCase(row.log());

        assertThat(documents).hasSize(row.events());
        assertThat(documents.get(row.event() - 1).at(row.pointer())).isEqualTo(row.expected());
    }

    @Test
    void theSameSerialOfTwoNodesIsTwoEvents() {
        List<String> ids = new ArrayList<>();
        List<String> arguments = new ArrayList<>();
        DocumentWriter writer = new DocumentWriter();
        Documents.events(Corpus.edgeCases().resolve("17_two_nodes_same_serial.log"))
                .forEach(event -> {
                    EventDocument document = writer.write(event);
                    ids.add(document.id());
                    Documents.parse(document)
                            .at("/process/args")
                            .forEach(argument -> arguments.add(document.id() + argument.asText()));
                });

        assertThat(ids).contains("001639712415637-0000000500-hostA", "001639712490100-0000000500-hostB");
        assertThat(arguments)
                .containsExactlyInAnyOrder("001639712415637-0000000500-hostAA", "001639712490100-0000000500-hostBB");
    }

    @Test
    void theOriginalOfBytesThatAreNotUtf8IsExact() throws IOException {
        String log = "23_invalid_utf8.log";

        byte[] original = ReversibleUtf8.encode(
                Documents.ofEdgeCase(log).get(0).at("/event/original").asText());

        assertThat(new String(original, ISO_8859_1))
                .isEqualTo(Files.readString(Corpus.edgeCases().resolve(log), ISO_8859_1)
                        .strip());
    }
}
