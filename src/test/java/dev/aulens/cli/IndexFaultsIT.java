package dev.aulens.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aulens.testing.Compressor;
import dev.aulens.testing.RealElasticsearch;
import dev.aulens.testing.TestCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What {@code aulens index} says when something is wrong. */
@ExtendWith(RealElasticsearch.class)
class IndexFaultsIT {

    private static final String FIRST = "type=SYSCALL msg=audit(1700000000.123:7): arch=c000003e syscall=2 success=yes"
            + " exit=3 a0=1 a1=2 a2=3 a3=4 items=1 ppid=1 pid=2 auid=0 uid=0 comm=\"cat\" exe=\"/bin/cat\" key=\"k\"";

    @TempDir
    private Path folder;

    private TestCluster cluster;
    private Aulens aulens;

    @BeforeEach
    void prepare(TestCluster cluster) {
        this.cluster = cluster;
        aulens = Aulens.on(cluster);
    }

    @Test
    void ofAMissingFileAreTold() {
        assertFault(aulens.run("index", "/no/such/audit.log"), "no such file or directory: /no/such/audit.log");
    }

    @Test
    void ofADirectoryWithoutLogsAreTold() {
        assertFault(aulens.run("index", folder.toString()), "no audit.log in directory " + folder);
    }

    @Test
    void ofADamagedCompressedFileAreTold() throws IOException {
        Path file = Files.write(folder.resolve("audit.log.1.gz"), new byte[] {0x1F, (byte) 0x8B, 8, 0, 1, 2, 3});

        assertFault(aulens.run("index", file.toString()), "cannot read " + file);
    }

    @Test
    void ofAnAbsentServerAreTold() throws IOException {
        Path log = write("audit.log", FIRST + "\n");

        assertFault(
                Aulens.alone().run("index", log.toString()),
                "Elasticsearch at http://127.0.0.1:9 does not answer; start one with 'aulens node start'");
    }

    @Test
    void ofAnAbsentServerAreWaitedOutIfThatIsAskedFor() throws IOException {
        Path log = write("audit.log", FIRST + "\n");
        long start = System.nanoTime();

        assertFault(
                Aulens.alone().run("index", "--retry-for", "1s", log.toString()),
                "Elasticsearch at http://127.0.0.1:9 does not answer");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(1));
    }

    @Test
    void ofAServerWithoutTlsAreTold() throws IOException {
        Path log = write("audit.log", FIRST + "\n");
        String https = cluster.url().toString().replace("http:", "https:");

        assertFault(
                aulens.run("index", "--es-url", https, log.toString()), "does not speak TLS on that port; use http://");
    }

    @Test
    void ofAUselessAddressAreTold() throws IOException {
        Path log = write("audit.log", FIRST + "\n");

        assertFault(aulens.run("index", "--es-url", "localhost:9200", log.toString()), "is no URL: 'localhost:9200'");
    }

    @Test
    void ofAPrefixThatElasticsearchDoesNotTakeAreTold() {
        assertFault(aulens.run("index", "--index", "Audit*", "-"), "'Audit*' is no prefix for indices");
    }

    /** The server lifts the block by itself when it next looks at its disk; then the test blocks it again. */
    @Test
    void ofAFullDiskAtTheServerAreTold() throws IOException {
        index(write("audit.log", FIRST + "\n"));
        AtomicInteger serial = new AtomicInteger(8);

        Aulens.Run run = await().until(
                        () -> {
                            cluster.send(
                                    "PUT",
                                    "/" + cluster.prefix() + "-2023.11/_settings",
                                    "{\"index.blocks.read_only_allow_delete\":true}");
                            String record = FIRST.replace(":7)", ":" + serial.getAndIncrement() + ")");
                            Path log = write("audit.log.1", record + "\n");
                            return aulens.run("index", "--retry-for", "1s", log.toString());
                        },
                        attempt -> attempt.status() != ExitStatus.DONE);

        assertFault(run, "takes no documents: cluster_block_exception");
        assertThat(run.err()).contains("disk usage exceeded flood-stage watermark", "nothing is indexed twice");
    }

    @Test
    void ofANewerMappingAreTold() throws IOException {
        cluster.send(
                "PUT",
                "/_index_template/" + cluster.prefix(),
                "{\"index_patterns\":[\"" + cluster.prefix()
                        + "-*\"],\"priority\":900,\"_meta\":{\"version\":99,\"managed_by\":\"aulens\"}}");
        Path log = write("audit.log", FIRST + "\n");

        assertFault(aulens.run("index", log.toString()), "has mapping version 99", "use a newer aulens");
    }

    @Test
    void ofSomebodyElsesIndexAreTold() throws IOException {
        cluster.send("PUT", "/" + cluster.prefix() + "-2023.11", "{}");
        Path log = write("audit.log", FIRST + "\n");

        assertFault(aulens.run("index", log.toString()), "was not made by aulens");
    }

    @Test
    void ofSomebodyElsesTemplateAreTold() throws IOException {
        String template = "{\"index_patterns\":[\"" + cluster.prefix() + "-*\"],\"priority\":900}";
        cluster.send("PUT", "/_index_template/" + cluster.prefix(), template);
        Path log = write("audit.log", FIRST + "\n");

        assertFault(
                aulens.run("index", log.toString()),
                "the template " + cluster.prefix() + " at " + cluster.url() + " was not made by aulens",
                "choose another prefix with --index");
        assertThat(cluster.get("/_index_template/" + cluster.prefix())).contains("\"priority\":900");
    }

    @Test
    void ofSomebodyElsesComponentTemplateAreTold() throws IOException {
        Path log = write("audit.log", FIRST + "\n");
        index(log);
        String path = "/_component_template/auditd@settings";
        JsonNode ours = new ObjectMapper().readTree(cluster.get(path)).at("/component_templates/0/component_template");
        cluster.send("PUT", path, "{\"template\":{}}");
        try {
            assertFault(aulens.run("index", log.toString()), "the template auditd@settings", "was not made by aulens");
        } finally {
            cluster.send("PUT", path, ours.toString());
        }
    }

    @Test
    void areFollowedByThePlaceOfTheDeadLetters() throws IOException {
        byte[] whole = Compressor.GZIP.compress(("no record\n" + FIRST + "\n").getBytes(UTF_8));
        Path file = Files.write(folder.resolve("log.gz"), Arrays.copyOf(whole, whole.length - 3));
        Path letters = folder.resolve("letters");

        Aulens.Run run = aulens.run("index", "--keep-dead-letters", letters.toString(), file.toString());

        assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(run.err().lines())
                .containsExactly(
                        "aulens: dead letters are in " + letters,
                        "aulens: cannot read " + file + " beyond byte " + (FIRST.length() + 11)
                                + ": the gzip data is cut off; what stands before is indexed");
        assertThat(StoredOriginals.of(cluster).values()).containsExactly(FIRST);
    }

    @Test
    void ofWrongUsageAreTold() {
        assertFault(aulens.run("index"), "aulens index --help");
        assertFault(aulens.run("index", "--partition", "year", "-"), "aulens index --help");
        assertFault(aulens.run("index", "--retry-for", "soon", "-"), "'soon' is no length of time");
    }

    private void assertFault(Aulens.Run run, String... parts) {
        assertThat(run.status()).as(run.toString()).isEqualTo(ExitStatus.FAILED);
        assertThat(run.err()).startsWith("aulens: ").contains(parts).doesNotContain("\tat ");
        assertThat(run.err().lines().filter(line -> line.startsWith("aulens: ")))
                .hasSize(1);
    }

    private void index(Path log) {
        Aulens.Run run = aulens.run("index", log.toString());
        assertThat(run.status()).as(run.toString()).isEqualTo(ExitStatus.DONE);
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
