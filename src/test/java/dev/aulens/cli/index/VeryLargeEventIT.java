package dev.aulens.cli.index;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aulens.cli.BuiltProgram;
import dev.aulens.cli.StoredOriginals;
import dev.aulens.cli.command.ExitStatus;
import dev.aulens.testing.RealElasticsearch;
import dev.aulens.testing.TestCluster;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An event that is larger than a document may be, read by the program with the heap that its launcher gives it. */
@ExtendWith(RealElasticsearch.class)
class VeryLargeEventIT {

    private static final int RECORDS = 6_000;
    private static final Pattern ITEM = Pattern.compile(" item=([0-9]+) ");

    @TempDir
    private Path folder;

    private final Map<String, String> environment = new TreeMap<>();

    @BeforeEach
    void program(TestCluster cluster) {
        environment.put("PATH", System.getenv("PATH"));
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("HOME", folder.toString());
        environment.put("XDG_CACHE_HOME", "/proc/nowhere"); // no class archive in the background
        environment.put("ES_URL", cluster.url().toString());
        environment.put("AULENS_INDEX", cluster.prefix());
    }

    @Test
    void whatTheIndexCannotHoldIsInTheDeadLetters(TestCluster cluster) throws Exception {
        Path log = folder.resolve("audit.log");
        String name = "x".repeat(4_000);
        try (BufferedWriter out = Files.newBufferedWriter(log)) {
            for (int item = 0; item < RECORDS; item++) {
                out.write("type=PATH msg=audit(1700000000.123:7): item=" + item + " name=\"" + name + "\"\n");
            }
        }
        Path letters = folder.resolve("letters");

        BuiltProgram.Result first = index("--keep-dead-letters", letters.toString(), log.toString());

        assertThat(first.status()).as(first.toString()).isEqualTo(ExitStatus.FINISHED_WITH_LOSSES);
        assertThat(first.out()).contains("3 events = 1 documents created + 0 joined + 0 duplicates + 2 rejected");
        assertThat(letters).content().contains("more than 8 MB of records");
        assertThat(items(cluster, letters))
                .hasSize(RECORDS)
                .allSatisfy((item, times) -> assertThat(times).isEqualTo(1));

        BuiltProgram.Result again =
                index("--keep-dead-letters", folder.resolve("again").toString(), log.toString());

        assertThat(again.out()).contains("3 events = 0 documents created + 0 joined + 1 duplicates + 2 rejected");

        environment.put("AULENS_JAVA_OPTS", "-Xmx1g");
        BuiltProgram.Result fed = index("--dead-letters", letters.toString());

        assertThat(fed.status()).as(fed.toString()).isEqualTo(ExitStatus.FINISHED_WITH_LOSSES);
        assertThat(items(cluster, letters)).hasSize(RECORDS);
    }

    private BuiltProgram.Result index(String... words) throws Exception {
        String[] all =
                Stream.concat(Stream.of("index", "--quiet"), Stream.of(words)).toArray(String[]::new);
        return BuiltProgram.run(folder, environment, BuiltProgram.LAUNCHER, all);
    }

    private static ObjectMapper json() {
        return new ObjectMapper(JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(Integer.MAX_VALUE)
                        .build())
                .build());
    }

    /** Returns how often each record is in a document or a dead letter. */
    private static Map<Integer, Integer> items(TestCluster cluster, Path letters) throws IOException {
        Map<Integer, Integer> times = new TreeMap<>();
        StoredOriginals.of(cluster).values().forEach(original -> count(original, times));
        for (String letter : Files.readAllLines(letters)) {
            byte[] document = json().readTree(letter).path("bytes").binaryValue();
            count(json().readTree(document).at("/event/original").asText(new String(document, UTF_8)), times);
        }
        return times;
    }

    private static void count(String original, Map<Integer, Integer> times) {
        ITEM.matcher(original).results().forEach(item -> times.merge(Integer.valueOf(item.group(1)), 1, Integer::sum));
    }
}
