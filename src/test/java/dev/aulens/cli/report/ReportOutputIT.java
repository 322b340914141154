package dev.aulens.cli.report;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aulens.cli.Aulens;
import dev.aulens.cli.SplitLogins;
import dev.aulens.cli.terminal.Terminal;
import dev.aulens.testing.AuditTool;
import dev.aulens.testing.Corpus;
import dev.aulens.testing.RealElasticsearch;
import dev.aulens.testing.TestCluster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** aureport's reports in other forms, shortened, filtered and read from a pipe: each against what aureport prints. */
@ExtendWith(RealElasticsearch.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportOutputIT {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int TITLE_LINES = 5;

    private Aulens aulens = Aulens.alone();
    private Path log = Path.of("");

    @BeforeAll
    void index(@TempDir Path folder, TestCluster cluster) throws IOException {
        log = folder.resolve("audit.log");
        Files.write(log, SplitLogins.withoutThem(Files.readAllBytes(Corpus.debian12RawNode())));
        aulens = Aulens.on(cluster);
        assertThat(aulens.run("index", log.toString()).status()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-x", "-f", "-s", "-u", "-p", "-k", "-e", "-tm", "--comm", "-h", "-au", "-l", "-c", "-m"})
    void summariesInEveryFormCountAsAureport(String report) throws IOException {
        List<String> expected = rows(aureport(report, "--summary")).stream()
                .map(row -> row.replaceFirst(" {2}", "\t"))
                .toList();
        List<String> json = new ArrayList<>();
        for (String line : lines("report", report, "--summary", "--format", "json")) {
            List<String> values = new ArrayList<>();
            MAPPER.readTree(line).forEach(value -> values.add(value.asText()));
            json.add(String.join("\t", values));
        }
        List<String> csv = lines("report", report, "--summary", "--format", "csv");

        assertThat(json).isEqualTo(expected);
        assertThat(csv.subList(1, csv.size()))
                .isEqualTo(expected.stream().map(row -> row.replace('\t', ',')).toList());
        assertThat(lines("report", report, "--summary", "--format", "markdown")).hasSize(expected.size() + 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-x", "-f", "-s", "-u", "-e", "-tm"})
    void rowsInEveryFormAreAureports(String report) throws IOException {
        List<String> expected = rows(aureport(report));
        List<String> json = lines("report", report, "--format", "json");
        List<String> csv = lines("report", report, "--format", "csv");

        assertThat(json).hasSameSizeAs(expected);
        assertThat(csv).hasSize(expected.size() + 1);
        for (int i = 0; i < expected.size(); i++) {
            JsonNode row = MAPPER.readTree(json.get(i));
            List<String> cells = new ArrayList<>();
            row.forEach(cell -> cells.add(cell.asText()));
            String[] words = expected.get(i).split(" ", 3);
            assertThat(String.join(" ", cells.subList(2, cells.size()))).isEqualTo(words[2]);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-x --summary", "-f --summary", "-s", "-e"})
    void topEndsAReport(String report) {
        String[] words = report.split(" ", -1);
        List<String> all = rows(aureport(words));

        assertThat(rows(aulens.run(words("report", words, "--top", "3")).out())).isEqualTo(all.subList(0, 3));
    }

    @Test
    void theLargestCountHasTheLongestBarOnATerminal() {
        String[] words = {"report", "-x", "--summary"};
        List<String> counts = rows(aulens.run(words).out());
        List<String> bars = rows(onTerminal(words));

        assertThat(bars).hasSameSizeAs(counts);
        assertThat(bars.get(0)).contains("████████████████████");
        assertThat(bars.get(bars.size() - 1)).doesNotContain("██");
        assertThat(bars.stream()
                        .map(row -> row.replaceFirst(" {2}[█▉▊▋▌▍▎▏]+ *", " ").replaceAll(" +", " ")))
                .isEqualTo(counts.stream().map(row -> row.replaceAll(" +", " ")).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-f -i", "-x --summary", "-s", "-e --summary", "-u -i --summary"})
    void optionsOfSearchChooseTheEvents(String report) throws IOException {
        String[] words = report.split(" ", -1);
        Path chosen = log.resolveSibling("chosen.log");
        byte[] raw = AuditTool.AUSEARCH
                .run(List.of("-if", log.toString(), "-ua", "0", "--raw"))
                .output()
                .getBytes(ISO_8859_1);
        Files.write(chosen, raw);

        assertThat(rows(aulens.run(words("report", words, "-ua", "0")).out())).isEqualTo(rows(aureport(chosen, words)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-f", "-x --summary", "-s -i", "-e", ""})
    void recordsFromAPipeNeedNoServer(String report) throws IOException {
        String[] words = report.isEmpty() ? new String[0] : report.split(" ", -1);
        Aulens.Run run = Aulens.alone().runWithInput(Files.readAllBytes(log), words("report", words, "-if", "-"));

        assertThat(run.out()).isEqualTo(aureport(words));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-t", "-t -ts 11/22/26 07:08:01", "-t -te 11/22/26 07:08:01", "-t -ts 11/23/26"})
    void theRangeOfALogIsThatOfWhatIsAskedForOrThereIsNone(String report) throws IOException {
        String[] words = report.split(" ", -1);
        Aulens.Run piped = Aulens.alone().runWithInput(Files.readAllBytes(log), words("report", words, "-if", "-"));

        assertThat(aulens.run(words("aureport", words)).out()).isEqualTo(aureport(words));
        assertThat(piped.out()).isEqualTo(aureport(words).replace(log.toString(), "stdin"));
    }

    @Test
    void aDecisionThatNamesNoObjectIsNotCountedByObject(@TempDir Path folder, TestCluster cluster) throws IOException {
        String decision = "type=AVC msg=audit(1780438805.959:%d): avc:  denied  { read } for  pid=1 comm=\"c\""
                + " scontext=a:b:c:s0%s tclass=file permissive=0\n";
        Path decisions = folder.resolve("decisions.log");
        Files.writeString(decisions, decision.formatted(1, " tcontext=d:e:f:s0") + decision.formatted(2, ""));
        Aulens other = Aulens.on(cluster).with("AULENS_INDEX", "decisions");
        assertThat(other.run("index", decisions.toString()).status()).isZero();

        assertThat(rows(other.run("report", "-a", "--summary").out()))
                .isEqualTo(rows(aureport(decisions, "-a", "--summary")))
                .containsExactly("1  d:e:f:s0");
    }

    private String aureport(String... words) {
        return aureport(log, words);
    }

    private static String aureport(Path log, String... words) {
        List<String> arguments = new ArrayList<>(List.of("-if", log.toString()));
        arguments.addAll(List.of(words));
        String zone = java.time.ZoneId.systemDefault().getId();
        String bytes = AuditTool.AUREPORT.run(arguments, Map.of("TZ", zone)).output();
        return new String(bytes.getBytes(ISO_8859_1), UTF_8);
    }

    private List<String> lines(String... words) {
        return aulens.run(words).out().lines().toList();
    }

    /** Returns what stands below the title, without the numbers of rows. */
    private static List<String> rows(String report) {
        return report.lines()
                .skip(TITLE_LINES)
                .filter(row -> !row.isEmpty() && !row.startsWith("<no events"))
                .map(row -> row.replaceFirst("^\\d+\\. ", ""))
                .toList();
    }

    private String onTerminal(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Map<String, String> environment = new HashMap<>(aulens.environment());
        environment.putAll(Map.of("NO_COLOR", "1", "PAGER", "cat", "COLUMNS", "80"));
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, true, UTF_8),
                new PrintStream(new ByteArrayOutputStream(), true, UTF_8),
                false,
                true,
                false,
                environment);
        Aulens.runOn(terminal, words);
        return out.toString(UTF_8);
    }

    private static String[] words(String first, String[] middle, String... last) {
        return Stream.of(Stream.of(first), Stream.of(middle), Stream.of(last))
                .flatMap(part -> part)
                .toArray(String[]::new);
    }
}
