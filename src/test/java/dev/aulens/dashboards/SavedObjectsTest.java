package dev.aulens.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aulens.dashboards.check.SavedObjectChecks;
import dev.aulens.index.MappedFields;
import dev.aulens.testing.SavedObjectLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SavedObjectsTest {

    private static final Path FILES = Path.of("dashboards");

    @ParameterizedTest
    @ValueSource(strings = {"auditd", "auditbeat-aulens"})
    void nothingIsWrongWithThem(String prefix) {
        SavedObjectChecks checks = new SavedObjectChecks(MappedFields.load().types(), prefix + "-*");

        assertThat(checks.check(SavedObjects.of(prefix, Optional.empty()).ndjson()))
                .isEmpty();
    }

    @Test
    void sameFilesGiveSameBytes() {
        assertThat(SavedObjects.of("auditd", Optional.empty()).ndjson())
                .isEqualTo(SavedObjects.of("auditd", Optional.empty()).ndjson());
    }

    @Test
    void prefixIsInIdsAndTitlesAndPattern() {
        List<JsonNode> objects = objects("web");

        assertThat(objects)
                .allSatisfy(object -> assertThat(object.path("id").asText()).startsWith("web-"));
        assertThat(objects.get(0).at("/attributes/title").asText()).isEqualTo("web-*");
        assertThat(objects.subList(1, objects.size()))
                .allSatisfy(object ->
                        assertThat(object.at("/attributes/title").asText()).startsWith("[web] "));
    }

    @Test
    void spaceIsInIds() {
        String lines = SavedObjects.of("auditd", Optional.of("soc")).ndjson();

        assertThat(lines.lines()
                        .map(line -> SavedObjectLine.open(line).path("id").asText()))
                .allMatch(id -> id.startsWith("auditd-soc-"));
        assertThat(new SavedObjectChecks(MappedFields.load().types(), "auditd-*").check(lines))
                .isEmpty();
    }

    @Test
    void everyFileIsAmongThem() throws IOException {
        DashboardFiles.Contents contents = DashboardFiles.contents();
        List<String> notDashboards = List.of("contents", "shapes", "data-view");

        assertThat(names(FILES))
                .filteredOn(name -> !notDashboards.contains(name))
                .hasSize(9)
                .containsExactlyInAnyOrderElementsOf(contents.dashboards());
        assertThat(names(FILES.resolve("searches"))).containsExactlyInAnyOrderElementsOf(contents.searches());
    }

    @Test
    void everyDashboardHasControlsAndLinksToAllOthers() {
        List<JsonNode> dashboards = objects("auditd").stream()
                .filter(object -> object.path("type").asText().equals("dashboard"))
                .toList();

        assertThat(dashboards).hasSize(9).allSatisfy(dashboard -> {
            assertThat(dashboard.at("/attributes/controlGroupInput/panelsJSON").findValuesAsText("fieldName"))
                    .contains("host.name", "related.user", "auditd.session", "auditd.key", "event.outcome");
            String links = dashboard
                    .at("/attributes/panelsJSON/0/embeddableConfig/savedVis/params/markdown")
                    .asText();
            assertThat(dashboards)
                    .filteredOn(other -> !other.equals(dashboard))
                    .allSatisfy(other -> assertThat(links)
                            .contains("](#/view/" + other.path("id").asText() + ")"));
        });
    }

    @Test
    void chartsAreAsInLens() {
        JsonNode panel = objects("auditd").stream()
                .filter(object -> object.path("id").asText().equals("auditd-overview"))
                .flatMap(object -> Stream.of(object.at("/attributes/panelsJSON")))
                .flatMap(panels ->
                        Stream.iterate(0, i -> i < panels.size(), i -> i + 1).map(panels::get))
                .filter(each -> each.path("panelIndex").asText().equals("over-time"))
                .findFirst()
                .orElseThrow();

        JsonNode state = panel.at("/embeddableConfig/attributes/state");
        JsonNode layer = state.at("/visualization/layers/0");
        assertThat(layer.path("xAccessor").asText()).isEqualTo("time");
        assertThat(layer.path("splitAccessor").asText()).isEqualTo("split");
        assertThat(layer.path("accessors").toString()).isEqualTo("[\"events\"]");
        assertThat(state.at("/datasourceStates/formBased/layers/over-time-layer/columns/split")
                        .toString())
                .isEqualTo(
                        "{\"label\":\"Category\",\"customLabel\":true,\"dataType\":\"string\",\"operationType\":\"terms\","
                                + "\"isBucketed\":true,\"scale\":\"ordinal\",\"sourceField\":\"event.category\","
                                + "\"params\":{\"size\":10,\"orderDirection\":\"desc\",\"otherBucket\":false,"
                                + "\"missingBucket\":false,\"parentFormat\":{\"id\":\"terms\"},\"include\":[],"
                                + "\"exclude\":[],\"includeIsRegex\":false,\"excludeIsRegex\":false,"
                                + "\"orderBy\":{\"type\":\"column\",\"columnId\":\"events\"}}}");
    }

    private static List<JsonNode> objects(String prefix) {
        return SavedObjects.of(prefix, Optional.empty())
                .ndjson()
                .lines()
                .<JsonNode>map(SavedObjectLine::open)
                .toList();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString().replace(".json", ""))
                    .toList();
        }
    }
}
