package dev.aulens.cli.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aulens.cli.Aulens;
import dev.aulens.cli.command.ExitStatus;
import dev.aulens.dashboards.SavedObjects;
import dev.aulens.index.MappedFields;
import dev.aulens.query.kql.DataView;
import dev.aulens.query.kql.SearchBar;
import dev.aulens.testing.Corpus;
import dev.aulens.testing.PanelRequest;
import dev.aulens.testing.RealElasticsearch;
import dev.aulens.testing.SavedObjectLine;
import dev.aulens.testing.TestCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the dashboards ask is asked of a real Elasticsearch with the project's logs in it. */
@ExtendWith(RealElasticsearch.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DashboardsIT {

    private static final Path EMPTY = Path.of("src/test/resources/dev/aulens/dashboards/empty.tsv");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SearchBar searchBar =
            new SearchBar(DataView.of(MappedFields.load().types()), ZoneOffset.UTC);
    private final List<ObjectNode> objects = SavedObjects.of("auditd", Optional.empty())
            .ndjson()
            .lines()
            .map(SavedObjectLine::open)
            .toList();

    private Aulens aulens = Aulens.alone();

    @BeforeAll
    void index(TestCluster cluster) {
        aulens = Aulens.on(cluster);
        List<String> words = new ArrayList<>(List.of("index"));
        Corpus.own().stream().map(Path::toString).forEach(words::add);
        aulens.run(words.toArray(String[]::new));
        assertThat(Long.parseLong(
                        aulens.run("search", "-m", "ALL", "--count").out().trim()))
                .isGreaterThan(4_000);
    }

    @Test
    void everyChartIsAnsweredAndShowsSomething(TestCluster cluster) throws IOException {
        Map<String, PanelRequest> charts = new LinkedHashMap<>();
        for (ObjectNode dashboard : ofType("dashboard")) {
            for (JsonNode panel : dashboard.at("/attributes/panelsJSON")) {
                if (panel.path("type").asText().equals("lens")) {
                    charts.put(
                            dashboard.path("id").asText() + "/"
                                    + panel.path("panelIndex").asText(),
                            new PanelRequest(searchBar, panel.at("/embeddableConfig/attributes")));
                }
            }
        }
        assertThat(charts).hasSizeGreaterThan(100);

        Iterator<JsonNode> answers = search(
                        cluster,
                        charts.values().stream().map(PanelRequest::body).toList())
                .elements();
        Set<String> empty = new TreeSet<>();
        charts.forEach((name, chart) -> {
            JsonNode answer = answers.next();
            assertThat(answer.has("error")).as(name + answer).isFalse();
            assertThat(answer.at("/_shards/failed").asInt()).as(name + answer).isZero();
            chart.empty(answer).forEach(part -> empty.add(part.isEmpty() ? name : name + "/" + part));
        });

        Map<String, String> expected = Files.readAllLines(EMPTY).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .collect(Collectors.toMap(columns -> columns[0], columns -> columns[1]));
        assertThat(expected.values()).allSatisfy(reason -> assertThat(reason).isNotBlank());
        assertThat(empty).containsExactlyInAnyOrderElementsOf(expected.keySet());
    }

    @Test
    void everySavedSearchFindsEventsThatHaveItsColumns(TestCluster cluster) throws IOException {
        List<ObjectNode> searches = ofType("search");
        List<ObjectNode> requests = new ArrayList<>();
        for (ObjectNode search : searches) {
            ObjectNode chart = JSON.createObjectNode();
            chart.withObject("/state/query")
                    .set("query", search.at("/attributes/kibanaSavedObjectMeta/searchSourceJSON/query/query"));
            chart.withObject("/state/datasourceStates/formBased/layers/all");
            ObjectNode body = new PanelRequest(searchBar, chart).body();
            ObjectNode columns = body.putObject("aggs");
            for (JsonNode column : search.at("/attributes/columns")) {
                columns.putObject(column.asText())
                        .putObject("filter")
                        .putObject("exists")
                        .put("field", column.asText());
            }
            requests.add(body);
        }

        JsonNode answers = search(cluster, requests);
        for (int i = 0; i < searches.size(); i++) {
            JsonNode answer = answers.path(i);
            String name = searches.get(i).path("id").asText();
            assertThat(answer.at("/hits/total/value").asLong())
                    .as(name + answer)
                    .isPositive();
            for (JsonNode column : searches.get(i).at("/attributes/columns")) {
                assertThat(answer.path("aggregations")
                                .path(column.asText())
                                .path("doc_count")
                                .asLong())
                        .as(name + ", " + column)
                        .isPositive();
            }
        }
    }

    @Test
    void everyControlHasValues(TestCluster cluster) throws IOException {
        List<String> fields = ofType("dashboard")
                .get(0)
                .at("/attributes/controlGroupInput/panelsJSON")
                .findValuesAsText("fieldName");
        List<ObjectNode> requests = fields.stream()
                .map(field -> {
                    ObjectNode body = JSON.createObjectNode().put("size", 0);
                    body.withObject("/aggs/values/terms").put("field", field).put("size", 10);
                    return body;
                })
                .toList();

        JsonNode answers = search(cluster, requests);
        assertThat(fields).hasSize(6);
        for (int i = 0; i < fields.size(); i++) {
            assertThat(answers.path(i).at("/aggregations/values/buckets"))
                    .as(fields.get(i))
                    .isNotEmpty();
        }
    }

    @Test
    void linkBeginsAndEndsWithWhatIsFound(TestCluster cluster) {
        Aulens.Run link = aulens.with("KIBANA_URL", "https://kibana.example.org/base/s/soc")
                .run("search", "-k", "etc_read", "--kibana-link", "-n", "web01.example");

        assertThat(link.status()).as(link.toString()).isEqualTo(ExitStatus.DONE);
        String prefix = cluster.prefix();
        assertThat(link.out())
                .startsWith("https://kibana.example.org/base/s/soc/app/discover#/?_g=(time:(from:%27")
                .contains("dataSource:(dataViewId:%27" + prefix + "-soc-data-view%27,type:%27dataView%27)")
                .contains("query:(language:%27kuery%27,query:%27")
                .contains("auditd.key%20:%20*etc_read*")
                .doesNotContain("%40timestamp%20%3E")
                .hasLineCount(1);
        assertThat(aulens.run("dashboards", "open", "-k", "no-such-key"))
                .isEqualTo(new Aulens.Run(ExitStatus.NOTHING_FOUND, "", "<no matches>\n"));
    }

    private List<ObjectNode> ofType(String type) {
        return objects.stream()
                .filter(object -> object.path("type").asText().equals(type))
                .toList();
    }

    private static JsonNode search(TestCluster cluster, List<ObjectNode> bodies) throws IOException {
        StringBuilder all = new StringBuilder();
        for (ObjectNode body : bodies) {
            all.append("{\"index\":\"")
                    .append(cluster.prefix())
                    .append("-*\"}\n")
                    .append(body)
                    .append('\n');
        }
        return JSON.readTree(cluster.send("POST", "/_msearch?max_concurrent_searches=2", all.toString()))
                .path("responses");
    }
}
