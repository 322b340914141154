package dev.aulens.cli.count;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aulens.cli.Aulens;
import dev.aulens.cli.command.ExitStatus;
import dev.aulens.testing.Corpus;
import dev.aulens.testing.HostileText;
import dev.aulens.testing.RealElasticsearch;
import dev.aulens.testing.TestCluster;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(RealElasticsearch.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CountCommandsIT {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String FILE = Corpus.debian12Enriched().toString();

    private Aulens aulens = Aulens.alone();

    @BeforeAll
    void index(TestCluster cluster) {
        aulens = Aulens.on(cluster);
        assertThat(aulens.run("index", FILE).status()).isEqualTo(ExitStatus.DONE);
        for (HostileText hostile : HostileText.ALL) {
            assertThat(aulens.runWithInput(hostile.log(), "index", "--host", "hostile" + hostile.hashCode(), "-")
                            .status())
                    .isEqualTo(ExitStatus.DONE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"process.name", "process.pid", "auditd.key", "process.interactive", "tags", "source.ip"})
    void topCountsWhatASearchFinds(String field) throws IOException {
        Map<String, Long> expected = new HashMap<>();
        long events = 0;
        for (String line : lines("search", "-m", "ALL", "-if", FILE, "--format", "json")) {
            JsonNode document = MAPPER.readTree(line);
            JsonNode value = document.at("/" + (field.equals("tags") ? "auditd.key" : field).replace('.', '/'));
            events++;
            if (value.isArray()) {
                value.forEach(each -> expected.merge(each.asText(), 1L, Long::sum));
            } else if (!value.isMissingNode()) {
                expected.merge(value.asText(), 1L, Long::sum);
            }
        }

        Aulens.Run run = aulens.run("top", field, "-if", FILE, "--limit", "100000", "--format", "json");
        if (expected.isEmpty()) {
            assertThat(run).isEqualTo(new Aulens.Run(ExitStatus.NOTHING_FOUND, "", "<no matches>\n"));
            return;
        }
        JsonNode top = MAPPER.readTree(run.out());
        Map<String, Long> counted = new HashMap<>();
        top.path("rows")
                .forEach(row -> counted.put(
                        row.at("/values/0").asText(), row.path("events").asLong()));
        assertThat(counted).isEqualTo(expected);
        assertThat(top.path("events").asLong()).isEqualTo(events);
    }

    @Test
    void topIsATableWithBars() {
        Aulens.Run run =
                aulens.run("top", "process.name", "--limit", "2", "--kql", "process.name: (cat or su)", "-if", FILE);

        assertThat(run)
                .isEqualTo(new Aulens.Run(ExitStatus.DONE, """
                        process.name  events  share
                        cat              319  53.3%  ████████████████████████████████████████
                        su               279  46.7%  ███████████████████████████████████
                        """, "598 events, 598 with process.name; 2 values\n"));
    }

    @Test
    void topOfTwoFieldsCountsThemTogether() {
        Aulens.Run run = aulens.run(
                "top", "process.name", "--by", "user.name", "-c", "su", "-w", "--format", "csv", "-if", FILE);

        assertThat(run.out()).startsWith("process.name,user.name,events,share\r\nsu,root,229,0.820789\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "procss.name    | no field is called procss.name; did you mean process.name?",
                "executable     | no field is called executable; did you mean process.executable?",
                "nothing.at.all | no field is called nothing.at.all; docs/fields.md has all fields",
                "''             | no field is called ; docs/fields.md has all fields",
                "message        | the values of message cannot be counted",
                "auditd.data.a0 | the values of auditd.data.a0 cannot be counted",
                "auditd.extra   | the values of auditd.extra cannot be counted",
                "@timestamp     | @timestamp is a time; 'aulens histogram' counts events over time",
            })
    void fieldsAreThoseOfTheMapping(String field, String message) {
        assertThat(aulens.run("top", field)).isEqualTo(new Aulens.Run(ExitStatus.FAILED, "", message + "\n"));
        assertThat(aulens.run("histogram", "--by", field).err()).isEqualTo(message + "\n");
    }

    @Test
    void namesInsideObjectsCanBeCounted() {
        assertThat(aulens.run("top", "auditd.avc.scontext").status()).isEqualTo(ExitStatus.NOTHING_FOUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "csv", "json"})
    void noValueControlsTheTerminal(String format) {
        for (String command : new String[] {
            "top process.name --limit 100",
            "top process.name --by auditd.key",
            "histogram --by process.name -k 7 --limit 50",
            "histogram --by process.name -m USER_AUTH --limit 50"
        }) {
            Aulens.Run run = aulens.run((command + " --format " + format).split(" "));

            assertThat(HostileText.controlsIn(
                            (run.out() + run.err()).replace("\r\n", "\n").getBytes(UTF_8)))
                    .as(run.toString())
                    .isEmpty();
        }
        for (String field : new String[] {"a\u001b[31mb", "auditd.extra.\u001b[31mb"}) {
            assertThat(aulens.run("top", field).err()).doesNotContain("\u001b");
        }
    }

    @Test
    void histogramCountsEveryEventOnce() throws IOException {
        JsonNode histogram = MAPPER.readTree(
                aulens.run("histogram", "-if", FILE, "--format", "json").out());

        long sum = 0;
        for (JsonNode bar : histogram.path("bars")) {
            sum += bar.path("events").asLong();
        }
        assertThat(sum).isEqualTo(2_022).isEqualTo(histogram.path("events").asLong());
        assertThat(histogram.path("interval").asText()).isEqualTo("38ms");
    }

    @Test
    void histogramIsATableWithBars() {
        Aulens.Run run = aulens.run("histogram", "-if", FILE, "-m", "USER_AUTH", "--by", "event.outcome");

        assertThat(run.status()).isEqualTo(ExitStatus.DONE);
        assertThat(run.out().lines().findFirst())
                .hasValueSatisfying(line -> assertThat(line).startsWith("time ").endsWith("others"));
        assertThat(run.out()).contains(" without events)").contains("█");
        assertThat(run.err()).contains(" events; each bar is ");
    }

    @Test
    void nothingFoundIsSaid() {
        for (String command : new String[] {"top process.name -k nothing", "histogram -k nothing"}) {
            assertThat(aulens.run(command.split(" ")))
                    .isEqualTo(new Aulens.Run(ExitStatus.NOTHING_FOUND, "", "<no matches>\n"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "top process.name -i            | -i is an unsupported option",
                "top process.name --format raw  | --format of counts is text, json or csv",
                "top -k x                       | name the field to count, as in: aulens top process.name",
                "histogram --count              | --count is an unsupported option",
                "histogram -ts checkpoint       | checkpoints are for 'aulens search'",
                "search --by user.name          | --by is an unsupported option",
            })
    void wrongUsageIsSaid(String command, String message) {
        assertThat(aulens.run(command.split(" "))).isEqualTo(new Aulens.Run(ExitStatus.FAILED, "", message + "\n"));
    }

    @Test
    void queryOfCountsIsExplained() {
        assertThat(aulens.run("top", "user.name", "--explain", "-c", "su", "shadow")
                        .out()
                        .lines()
                        .skip(1))
                .singleElement()
                .asString()
                .startsWith("process.name : *su* and (message : \"shadow\" or ");
    }

    private Iterable<String> lines(String... words) {
        return Stream.of(aulens.run(words).out().split("\n")).toList();
    }
}
