package dev.aulens.dashboards.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aulens.dashboards.SavedObjects;
import dev.aulens.index.MappedFields;
import dev.aulens.testing.SavedObjectLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SavedObjectChecksTest {

    private static final Path BREAKAGES = Path.of("src/test/resources/dev/aulens/dashboards/check/breakages.tsv");
    private static final String GONE = "-";
    private static final List<String> LINES =
            SavedObjects.of("auditd", Optional.empty()).ndjson().lines().toList();

    private final SavedObjectChecks checks =
            new SavedObjectChecks(MappedFields.load().types(), "auditd-*");

    /**
     * One thing in one object that is made wrong.
     *
     * @param id of the object
     * @param pointer to the thing, in the opened object
     * @param value that it gets, as JSON; a minus if it is taken away
     * @param finding part of what must be found
     */
    record Breakage(String id, String pointer, String value, String finding) {}

    static Stream<Breakage> breakages() throws IOException {
        return Files.readAllLines(BREAKAGES).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .map(columns -> new Breakage(columns[0], columns[1], columns[2], columns[3]));
    }

    @ParameterizedTest
    @MethodSource("breakages")
    void everyBreakageIsFound(Breakage breakage) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line : LINES) {
            ObjectNode object = SavedObjectLine.open(line);
            lines.add(object.path("id").asText().equals(breakage.id()) ? broken(object, breakage) : line);
        }

        assertThat(lines).isNotEqualTo(LINES);
        assertThat(found(lines)).anyMatch(finding -> finding.contains(breakage.finding()));
    }

    @Test
    void linesThatAreNoObjectsAreFound() {
        List<String> lines = new ArrayList<>(LINES);
        lines.set(1, lines.get(1).substring(1));
        lines.add(lines.get(0));
        lines.add("{\"id\":\"x\"}");
        lines.add("{\"exportedCount\":3}");

        assertThat(found(lines))
                .contains(
                        "line 2: it is no JSON",
                        "line " + (LINES.size() + 1) + ": index-pattern auditd-data-view is there twice",
                        "line " + (LINES.size() + 2) + ": it has no id or no type");
    }

    private List<String> found(List<String> lines) {
        return checks.check(String.join("\n", lines)).stream()
                .map(Finding::toString)
                .toList();
    }

    private static String broken(ObjectNode object, Breakage breakage) throws IOException {
        JsonPointer pointer = JsonPointer.compile(breakage.pointer());
        JsonNode parent = object.at(pointer.head());
        String name = pointer.last().getMatchingProperty();
        boolean gone = breakage.value().equals(GONE);
        JsonNode value = gone ? object.nullNode() : new ObjectMapper().readTree(breakage.value());
        if (parent instanceof ArrayNode array) {
            int index = Integer.parseInt(name);
            if (gone) {
                array.remove(index);
            } else if (index >= array.size()) {
                array.add(value);
            } else {
                array.set(index, value);
            }
        } else if (gone) {
            ((ObjectNode) parent).remove(name);
        } else {
            ((ObjectNode) parent).set(name, value);
        }
        return SavedObjectLine.close(object);
    }
}
