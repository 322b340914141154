package dev.aulens.cli.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aulens.cli.Aulens;
import dev.aulens.cli.command.ExitStatus;
import dev.aulens.index.MappedFields;
import dev.aulens.query.Filter;
import dev.aulens.query.kql.DataView;
import dev.aulens.query.kql.KqlException;
import dev.aulens.query.kql.SearchBar;
import dev.aulens.query.options.SearchOption;
import dev.aulens.search.EventSearch;
import dev.aulens.testing.Corpus;
import dev.aulens.testing.RandomKql;
import dev.aulens.testing.RealElasticsearch;
import dev.aulens.testing.TestCluster;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(RealElasticsearch.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KqlIT {

    private static final int RANDOM_QUERIES = 200;
    private static final int AT_ONCE = 250;

    private Aulens aulens = Aulens.alone();

    @BeforeAll
    void index(TestCluster cluster) {
        aulens = Aulens.on(cluster);
        List<String> words = new ArrayList<>(List.of("index"));
        Corpus.own().stream().map(Path::toString).forEach(words::add);
        aulens.run(words.toArray(String[]::new));
        assertThat(Long.parseLong(
                        aulens.run("search", "-m", "ALL", "--count").out().trim()))
                .isGreaterThan(3_000);
    }

    /** Every option, some with values of several kinds. */
    static Stream<String> options() {
        return Stream.of(
                "-a 127433",
                "--arch x86_64",
                "-c mkdir",
                "-c mkdir -w",
                "-e -EACCES",
                "-e 0",
                "-f /etc/passwd",
                "-f a*b",
                "-ga root",
                "-ge 0",
                "-gi 1000",
                "-hn 10.0",
                "-if " + Corpus.fieldReports(),
                "-k passwd",
                "-k (null)",
                "-m USER_LOGIN,SYSCALL",
                "-m ALL",
                "-n web01.example",
                "-n web*",
                "-o etc_t",
                "-p 2948",
                "-pp 18661",
                "-sc openat",
                "-sc 257",
                "-se unconfined",
                "--session -1",
                "--session 1",
                "-su u:r",
                "-sv no",
                "-tm pts",
                "-ua root",
                "-ua 0",
                "-ue 0",
                "-ui 1000",
                "-ul -1",
                "-uu 1",
                "-vm a",
                "-x /usr/bin",
                "-w -x /usr/bin/cat",
                "-ts 2026-01-01",
                "-te 2026-01-01",
                "-ts 2023-11-14T22:13:20Z -te 2026-11-22T07:05:04Z",
                "-ts now-20y/y -te now/d",
                "created directory",
                "/etc/passwd",
                "-k passwd -sv yes deleted",
                "--kql process.name:c*",
                "--kql event.category:(file\u00a0or\u00a0process) -sv no");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "search | --kql | procss.name: bash                     | procss.name; did you mean process.name?",
                "search | --kql | procss.name: *                        | procss.name; did you mean process.name?",
                "search | --kql | user: root                            | user; it is an object, as of user.id, user.name, user.audit.id",
                "search | --kql | not user.name: * and procss.pid > 1   | procss.pid; did you mean process.pid?",
                "search | --kql | a\u001b[2J: 1                         | a\\033[2J; docs/fields.md has all fields",
                "search --count  | --kql | procss.name: bash            | procss.name; did you mean process.name?",
                "search --raw    | --kql | procss.name: bash            | procss.name; did you mean process.name?",
                "top user.name   | --kql | procss.name: bash            | procss.name; did you mean process.name?",
                "histogram       | --kql | procss.name: bash            | procss.name; did you mean process.name?",
                "report -x       | --kql | procss.name: bash            | procss.name; did you mean process.name?",
                "search | --lucene | procss.name:bash                   | procss.name; did you mean process.name?",
                "search | --lucene | _exists_:procss.name               | procss.name; did you mean process.name?"
            })
    void fieldThatNoIndexHasIsNamedWhereNothingIsFound(String command, String language, String query, String line) {
        Aulens.Run run = run(command, language, query);

        assertThat(run.status()).as(run.toString()).isEqualTo(ExitStatus.NOTHING_FOUND);
        assertThat(run.err().lines().filter(each -> each.startsWith("aulens: ")))
                .containsExactly("aulens: no index has a field " + line);
    }

    /** Summaries end with the status of an answer, as aureport's do. */
    @ParameterizedTest
    @ValueSource(strings = {"report", "report -x --summary", "report --format csv", "report -t"})
    void fieldThatNoIndexHasIsNamedBesideAnEmptySummary(String command) {
        Aulens.Run run = run(command, "--kql", "procss.name: bash");

        assertThat(run.status()).as(run.toString()).isEqualTo(ExitStatus.DONE);
        assertThat(run.err()).isEqualTo("aulens: no index has a field procss.name; did you mean process.name?\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--kql    | process.name: no-such",
                "--kql    | procss.*: bash",
                "--kql    | *procss: bash",
                "--kql    | auditd.extra.nothing: 1",
                "--kql    | process: * and process.name: no-such",
                "--kql    | tags: no-such",
                "--lucene | process.name:\"a:b\" AND NOT x\\:y AND auditd.data.dport:[a:b TO c]",
                "--lucene | procss.\\*:bash",
                "--lucene | auditd.extra.nothing:1"
            })
    void whatCanBeAskedForIsNotNamedWhereNothingIsFound(String language, String query) {
        Aulens.Run run = run("search", language, query);

        assertThat(run).isEqualTo(new Aulens.Run(ExitStatus.NOTHING_FOUND, "", "<no matches>\n"));
    }

    /** An index may have more fields than the mapping of this aulens. */
    @Test
    void fieldThatOnlyAnIndexHasIsNotNamed(TestCluster cluster) {
        cluster.send("PUT", "/" + cluster.prefix() + "-more", """
                {"mappings":{"properties":{"@timestamp":{"type":"date"},"own":{"type":"keyword"},
                 "event":{"properties":{"sequence":{"type":"long"}}},
                 "host":{"properties":{"name":{"type":"keyword"}}}}}}""");

        assertThat(run("search", "--kql", "own: x").err()).isEqualTo("<no matches>\n");
    }

    @Test
    void fieldThatNoIndexHasIsNotNamedWhereSomethingIsFound() {
        assertThat(run("search", "--kql", "procss.name: x or process.name: *").err())
                .isEmpty();
    }

    private Aulens.Run run(String command, String language, String query) {
        return aulens.run(Stream.concat(Stream.of(command.split(" +")), Stream.of(language, query))
                .toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("options")
    void optionsAndTheirKqlFindTheSame(String options) {
        String[] words = Stream.of(options.split(" "))
                .map(word -> word.startsWith("event.category") ? word.replace('\u00a0', ' ') : word)
                .toArray(String[]::new);

        String kql = explained(words).out().lines().skip(1).collect(Collectors.joining("\n"));

        assertThat(found("--kql", kql)).as(kql).isEqualTo(found(words));
    }

    @Test
    void everyOptionThatAsksForEventsIsAmongThem() {
        Set<String> named =
                options().flatMap(line -> Stream.of(line.split(" "))).collect(Collectors.toSet());
        assertThat(Stream.of(SearchOption.values())
                        .filter(option -> option.group() == SearchOption.Group.WHAT
                                || option == SearchOption.START
                                || option == SearchOption.END)
                        .filter(option -> option.text().names().stream().noneMatch(named::contains)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-n web0?.example", "-n ?eb* -sv no", "-n w* --lucene process.name:(cat\u00a0OR\u00a0mkdir)"})
    void whatKqlCannotSayLuceneSays(String options) {
        String[] words = Stream.of(options.split(" "))
                .map(word -> word.replace('\u00a0', ' '))
                .toArray(String[]::new);
        Aulens.Run explained = explained(words);
        String lucene = explained.out().lines().skip(1).collect(Collectors.joining("\n"));

        assertThat(explained.err())
                .startsWith("aulens: KQL cannot say this exactly")
                .hasLineCount(1);
        assertThat(found("--lucene", lucene)).as(lucene).isEqualTo(found(words)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("options")
    void optionsAndTheirLuceneFindTheSame(String options) {
        if (options.contains("--kql")) {
            return;
        }
        String[] words = options.split(" ");
        List<String> all = new ArrayList<>(Arrays.asList(words));
        all.addAll(List.of("--lucene", "*:*"));
        String lucene =
                explained(all.toArray(String[]::new)).out().lines().skip(1).collect(Collectors.joining("\n"));

        assertThat(found("--lucene", lucene)).as(lucene).isEqualTo(found(words));
    }

    @Test
    void kqlHoldsBesidesAllOtherOptionsAndWords() {
        assertThat(found("--kql", "process.name: mkdir", "-sv", "yes", "directory"))
                .isEqualTo(found("-w", "-c", "mkdir", "-sv", "yes", "directory"))
                .isNotEmpty();
    }

    @Test
    void faultsOfKqlAreShownWithTheirPlace() {
        Aulens.Run run = aulens.run("search", "--kql", "foo:ba:r", "-i");

        assertThat(run).isEqualTo(new Aulens.Run(ExitStatus.FAILED, "", """
                        KQL, character 7: Expected AND, OR, end of input but ":" found.
                          foo:ba:r
                                ^
                        """));
    }

    @Test
    void faultsOfLuceneAreTheServers() {
        Aulens.Run run = aulens.run("search", "--lucene", "a AND", "--count");

        assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(run.err()).contains("Failed to parse query [a AND]").hasLineCount(1);
    }

    /** The server is asked for what every readable one of many random queries becomes. */
    @Test
    void serverRefusesNothingThatIsRead(TestCluster cluster) throws IOException {
        SearchBar searchBar = new SearchBar(DataView.of(MappedFields.load().types()), ZoneOffset.UTC);
        RandomKql random = new RandomKql(20261124);
        List<String> asked = new ArrayList<>();
        StringBuilder batch = new StringBuilder();
        List<String> refused = new ArrayList<>();
        int read = 0;
        for (int i = 0; read < RANDOM_QUERIES; i++) {
            String kql = i % 4 == 0 ? random.garbage() : i % 4 == 1 ? random.broken() : random.valid();
            try {
                Filter filter = Filter.all(searchBar.kql(kql), new Filter.Term("event.module", "auditd"));
                batch.append("{\"index\":\"")
                        .append(cluster.prefix())
                        .append("-*\"}\n{\"size\":0,\"query\":")
                        .append(EventSearch.explain(filter))
                        .append("}\n");
                asked.add(kql);
                read++;
            } catch (KqlException e) {
                continue;
            }
            if (asked.size() == AT_ONCE) {
                refused.addAll(refused(
                        asked, new ObjectMapper().readTree(cluster.send("POST", "/_msearch", batch.toString()))));
                asked.clear();
                batch.setLength(0);
            }
        }

        assertThat(refused).isEmpty();
    }

    /** Returns the queries that the server refused, each with its reason. */
    private static List<String> refused(List<String> asked, JsonNode answers) {
        List<String> refused = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            JsonNode answer = answers.path("responses").path(i);
            if (answer.has("error") || answer.at("/_shards/failed").asInt() > 0) {
                refused.add(asked.get(i) + "\n   " + answer.findPath("reason"));
            }
        }
        return refused;
    }

    private Aulens.Run explained(String... words) {
        Aulens.Run run = aulens.run(with(words, "--explain"));
        assertThat(run.status()).as(run.toString()).isEqualTo(ExitStatus.DONE);
        return run;
    }

    private String found(String... words) {
        Aulens.Run run = aulens.run(with(words, "--raw"));
        assertThat(run.status()).as(run.toString()).isNotEqualTo(ExitStatus.FAILED);
        return run.out();
    }

    private static String[] with(String[] words, String last) {
        return Stream.concat(Stream.of("search"), Stream.concat(Stream.of(last), Stream.of(words)))
                .toArray(String[]::new);
    }
}
