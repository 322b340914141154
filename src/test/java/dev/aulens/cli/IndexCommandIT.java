package dev.aulens.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aulens.testing.Corpus;
import dev.aulens.testing.RealElasticsearch;
import dev.aulens.testing.RecordLines;
import dev.aulens.testing.TestCluster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(RealElasticsearch.class)
class IndexCommandIT {

    private static final String FIRST = "type=SYSCALL msg=audit(1700000000.123:7): arch=c000003e syscall=2 success=yes"
            + " exit=3 a0=1 a1=2 a2=3 a3=4 items=1 ppid=1 pid=2 auid=0 uid=0 comm=\"cat\" exe=\"/bin/cat\" key=\"k\"";
    private static final String SECOND = "type=CWD msg=audit(1700000000.123:7): cwd=\"/root\"";

    @TempDir
    private Path folder;

    private TestCluster cluster;
    private Aulens aulens;

    @BeforeEach
    void prepare(TestCluster cluster) {
        this.cluster = cluster;
        aulens = Aulens.on(cluster);
    }

    static List<Path> corpus() {
        return Corpus.all();
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void makesOneDocumentOfEachEventAndNoneTwice(Path log) throws IOException {
        int events = RecordLines.distinctIds(log);

        Counts first = index(log);
        assertThat(first.created).isEqualTo(events);
        assertThat(documents()).isEqualTo(events);

        Counts second = index(log);
        assertThat(second.created).isZero();
        assertThat(second.joined).isZero();
        assertThat(documents()).isEqualTo(events);
    }

    @Nested
    class Events {

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void areJoinedWhenTheirRecordsComeInTwoFiles(boolean inOrder) throws IOException {
            Path older = write("audit.log.1", FIRST + "\n");
            Path newer = write("audit.log", SECOND + "\n");

            index(inOrder ? older : newer);
            Counts late = index(inOrder ? newer : older);

            assertThat(late.joined).isEqualTo(1);
            assertThat(originals()).containsExactly(FIRST + "\n" + SECOND);
        }

        @Test
        void areJoinedAcrossTheFilesOfADirectory() throws IOException {
            write("audit.log.1", FIRST + "\n");
            write("audit.log", SECOND + "\n");

            Counts counts = index(folder);

            assertThat(counts.created).isEqualTo(1);
            assertThat(originals()).containsExactly(FIRST + "\n" + SECOND);
        }

        @Test
        void areJoinedWhenTheLogHasGoneOn() throws IOException {
            String other = FIRST.replace("1700000000.123:7", "1700000009.000:8");
            index(write("audit.log", FIRST + "\n" + other + "\n" + SECOND + "\n"));

            assertThat(originals()).containsExactlyInAnyOrder(FIRST + "\n" + SECOND, other);
        }

        @Test
        void standOnceWhenTwoIndexersReadTheSameLog() throws Exception {
            Path log = Corpus.debian12Enriched();
            ExecutorService both = Executors.newFixedThreadPool(2);
            try {
                Callable<Counts> run = () -> index(log);
                List<Future<Counts>> runs = both.invokeAll(List.of(run, run));

                int created = runs.get(0).get().created + runs.get(1).get().created;
                assertThat(created).isEqualTo(RecordLines.distinctIds(log));
            } finally {
                both.shutdownNow();
            }
            assertThat(documents()).isEqualTo(RecordLines.distinctIds(log));
        }

        @Test
        void ofTwoHostsStayApart() throws IOException {
            Path log = write("audit.log", FIRST + "\n");

            aulens.run("index", "--host", "a", log.toString());
            aulens.run("index", "--host", "b", log.toString());

            assertThat(documents()).isEqualTo(2);
        }

        @Test
        void landInTheIndexOfTheirOwnMonth() throws IOException {
            index(write("audit.log", FIRST + "\n" + FIRST.replace("1700000000", "1702000000") + "\n"));

            assertThat(cluster.indices()).containsExactly(cluster.prefix() + "-2023.11", cluster.prefix() + "-2023.12");
        }

        @Test
        void landInTheIndexOfTheirOwnDay() throws IOException {
            aulens.run(
                    "index",
                    "--partition",
                    "day",
                    write("audit.log", FIRST + "\n").toString());

            assertThat(cluster.indices()).containsExactly(cluster.prefix() + "-2023.11.14");
        }
    }

    @Nested
    class Inputs {

        @Test
        void mayBeCompressed() throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (OutputStream gzip = new GZIPOutputStream(bytes)) {
                gzip.write((FIRST + "\n").getBytes(UTF_8));
            }

            assertThat(index(Files.write(folder.resolve("log"), bytes.toByteArray())).created)
                    .isEqualTo(1);
        }

        @Test
        void mayBeStandardInput() {
            Aulens.Run run = aulens.runWithInput((FIRST + "\n").getBytes(UTF_8), "index", "-");

            assertThat(run.out()).contains("1 lines = 1 records", "1 documents created");
        }

        @Test
        void mayBeEmpty() throws IOException {
            assertThat(index(write("audit.log", "")).lines).isZero();
        }

        @Test
        void mayHoldLinesThatAreNoRecords() throws IOException {
            byte[] garbage = {'x', (byte) 0xFF, 0, 'y'};
            ByteArrayOutputStream log = new ByteArrayOutputStream();
            log.write((FIRST + "\n\n----\n").getBytes(UTF_8));
            log.write(garbage);
            Path file = Files.write(folder.resolve("audit.log"), log.toByteArray());
            Path letters = folder.resolve("new/letters.ndjson");

            Aulens.Run run = aulens.run("index", "--keep-dead-letters", letters.toString(), file.toString());

            assertThat(run.status()).as(run.toString()).isEqualTo(ExitStatus.FINISHED_WITH_LOSSES);
            assertThat(run.out())
                    .contains("4 lines = 1 records + 1 blank + 1 separators + 1 dead letters", letters.toString());
            JsonNode letter = new ObjectMapper().readTree(Files.readString(letters));
            assertThat(letter.path("file").asText()).isEqualTo(file.toString());
            assertThat(letter.path("line").asInt()).isEqualTo(4);
            assertThat(letter.path("offset").asInt()).isEqualTo(log.size() - garbage.length);
            assertThat(letter.path("reason").asText()).isEqualTo("no audit(time:serial)");
            assertThat(Base64.getDecoder().decode(letter.path("bytes").asText()))
                    .isEqualTo(garbage);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(letters)))
                    .isEqualTo("rw-------");
        }

        @Test
        void mayHoldALineOfHundredMegabytes() throws IOException {
            int length = 100 << 20;
            Path file = folder.resolve("audit.log");
            byte[] chunk = "x".repeat(1 << 20).getBytes(UTF_8);
            try (OutputStream out = Files.newOutputStream(file)) {
                for (int i = 0; i < length; i += chunk.length) {
                    out.write(chunk);
                }
                out.write(("\n" + FIRST + "\n").getBytes(UTF_8));
            }
            Path letters = folder.resolve("letters.ndjson");

            Aulens.Run run = aulens.run("index", "--keep-dead-letters", letters.toString(), file.toString());

            assertThat(run.out()).contains("2 lines = 1 records + 0 blank + 0 separators + 1 dead letters");
            long kept = 0;
            ObjectMapper json = new ObjectMapper();
            for (String letter : Files.readAllLines(letters)) {
                kept += Base64.getDecoder()
                        .decode(json.readTree(letter).path("bytes").asText())
                        .length;
            }
            assertThat(kept).isEqualTo(length);
        }
    }

    private record Counts(int lines, int created, int joined) {}

    /** Indexes a log; the lines that are no records, if any, are the log's. */
    private Counts index(Path log) {
        Aulens.Run run = aulens.run(
                "index", "--keep-dead-letters", folder.resolve("letters").toString(), log.toString());
        assertThat(run.status()).as(run.toString()).isIn(ExitStatus.DONE, ExitStatus.FINISHED_WITH_LOSSES);
        return new Counts(
                count(run, "([\\d,]+) lines"),
                count(run, "([\\d,]+) documents created"),
                count(run, "([\\d,]+) joined"));
    }

    private static int count(Aulens.Run run, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(run.out());
        assertThat(found.find()).as(run.toString()).isTrue();
        return Integer.parseInt(found.group(1).replace(",", ""));
    }

    private int documents() throws IOException {
        return search("{\"size\":0,\"track_total_hits\":true}")
                .path("hits")
                .path("total")
                .path("value")
                .asInt();
    }

    private List<String> originals() throws IOException {
        List<String> originals = new ArrayList<>();
        search("{\"size\":100}")
                .path("hits")
                .path("hits")
                .forEach(hit -> originals.add(
                        hit.path("_source").path("event").path("original").asText()));
        return originals;
    }

    private JsonNode search(String body) throws IOException {
        String indices = "/" + cluster.prefix() + "-*";
        cluster.send("POST", indices + "/_refresh", "");
        return new ObjectMapper().readTree(cluster.send("POST", indices + "/_search", body));
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
