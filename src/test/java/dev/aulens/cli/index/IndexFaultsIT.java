package dev.aulens.cli.index;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aulens.cli.Aulens;
import dev.aulens.cli.AulensOnElasticsearch;
import dev.aulens.cli.BuiltProgram;
import dev.aulens.cli.StoredOriginals;
import dev.aulens.cli.command.ExitStatus;
import dev.aulens.testing.Compressor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Each fault of {@code aulens index} is one line that says what happened. */
class IndexFaultsIT {

    private static final String RECORD = "type=CWD msg=audit(1700000000.123:7): cwd=\"/root\"";

    @RegisterExtension
    private final AulensOnElasticsearch aulens = new AulensOnElasticsearch();

    @TempDir
    private Path folder;

    @Test
    void aMissingFileIsReported() {
        assertFault(aulens.run("index", "/no/such/audit.log"), "no such file or directory: /no/such/audit.log");
    }

    @Test
    void aDirectoryWithoutLogsIsReported() {
        assertFault(aulens.run("index", folder.toString()), "no audit.log in directory " + folder);
    }

    @Test
    void aDamagedCompressedFileIsReported() throws IOException {
        Path file = Files.write(folder.resolve("audit.log.1.gz"), new byte[] {0x1F, (byte) 0x8B, 8, 0, 1, 2, 3});

        assertFault(aulens.run("index", file.toString()), "cannot read " + file);
    }

    @Test
    void anAbsentServerIsReported() throws IOException {
        Path log = write("audit.log", RECORD + "\n");

        assertFault(
                Aulens.alone().run("index", log.toString()),
                "Elasticsearch at http://127.0.0.1:9 does not answer; start one with 'aulens node start'");
    }

    @Test
    void aServerWithoutTlsIsReported() throws IOException {
        Path log = write("audit.log", RECORD + "\n");
        String https = aulens.cluster().url().toString().replace("http:", "https:");

        assertFault(
                aulens.run("index", "--es-url", https, log.toString()), "does not speak TLS on that port; use http://");
    }

    @Test
    void aUselessAddressIsReported() throws IOException {
        Path log = write("audit.log", RECORD + "\n");

        assertFault(aulens.run("index", "--es-url", "localhost:9200", log.toString()), "is no URL: 'localhost:9200'");
    }

    @Test
    void aPrefixThatElasticsearchDoesNotTakeIsReported() {
        assertFault(aulens.run("index", "--index", "Audit*", "-"), "'Audit*' is no prefix for indices");
    }

    /** The server lifts the block by itself when it next looks at its disk; then the test blocks it again. */
    @Test
    void aFullDiskAtTheServerIsReported() throws IOException {
        aulens.run("index", write("audit.log", RECORD + "\n").toString());
        AtomicInteger serial = new AtomicInteger(8);

        Aulens.Run run = await().until(
                        () -> {
                            aulens.cluster()
                                    .send(
                                            "PUT",
                                            "/" + aulens.cluster().prefix() + "-2023.11/_settings",
                                            "{\"index.blocks.read_only_allow_delete\":true}");
                            String record = RECORD.replace(":7)", ":" + serial.getAndIncrement() + ")");
                            Path log = write("audit.log.1", record + "\n");
                            return aulens.run("index", "--retry-for", "1s", log.toString());
                        },
                        attempt -> attempt.status() != ExitStatus.DONE);

        assertFault(run, "takes no documents: cluster_block_exception");
        assertThat(run.err()).contains("disk usage exceeded flood-stage watermark", "nothing is indexed twice");
    }

    @Test
    void aNewerMappingIsReported() throws IOException {
        aulens.cluster()
                .send(
                        "PUT",
                        "/_index_template/" + aulens.cluster().prefix(),
                        "{\"index_patterns\":[\"" + aulens.cluster().prefix()
                                + "-*\"],\"priority\":900,\"_meta\":{\"version\":99,\"managed_by\":\"aulens\"}}");
        Path log = write("audit.log", RECORD + "\n");

        assertFault(aulens.run("index", log.toString()), "has mapping version 99", "use a newer aulens");
    }

    @Test
    void somebodyElsesIndexIsReported() throws IOException {
        aulens.cluster().send("PUT", "/" + aulens.cluster().prefix() + "-2023.11", "{}");
        Path log = write("audit.log", RECORD + "\n");

        assertFault(aulens.run("index", log.toString()), "was not made by aulens");
    }

    @Test
    void anAbsentServerIsWaitedForIfThatIsAsked() throws IOException {
        Path log = write("audit.log", RECORD + "\n");
        long start = System.nanoTime();

        assertFault(
                Aulens.alone().run("index", "--retry-for", "1s", log.toString()),
                "Elasticsearch at http://127.0.0.1:9 does not answer");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(1));
    }

    @Test
    void somebodyElsesTemplateIsReported() throws IOException {
        String template = "{\"index_patterns\":[\"" + aulens.cluster().prefix() + "-*\"],\"priority\":900}";
        aulens.cluster().send("PUT", "/_index_template/" + aulens.cluster().prefix(), template);
        Path log = write("audit.log", RECORD + "\n");

        assertFault(
                aulens.run("index", log.toString()),
                "the template " + aulens.cluster().prefix() + " at "
                        + aulens.cluster().url() + " was not made by aulens",
                "choose another prefix with --index");
        assertThat(aulens.cluster().get("/_index_template/" + aulens.cluster().prefix()))
                .contains("\"priority\":900");
    }

    @Test
    void somebodyElsesComponentTemplateIsReported() throws IOException {
        Path log = write("audit.log", RECORD + "\n");
        assertThat(aulens.run("index", log.toString()).status()).isEqualTo(ExitStatus.DONE);
        String path = "/_component_template/auditd@settings";
        JsonNode ours =
                new ObjectMapper().readTree(aulens.cluster().get(path)).at("/component_templates/0/component_template");
        aulens.cluster().send("PUT", path, "{\"template\":{}}");
        try {
            assertFault(aulens.run("index", log.toString()), "the template auditd@settings", "was not made by aulens");
        } finally {
            aulens.cluster().send("PUT", path, ours.toString());
        }
    }

    @Test
    void thePlaceOfTheDeadLettersIsReportedToo() throws IOException {
        byte[] whole = Compressor.GZIP.compress(("no record\n" + RECORD + "\n").getBytes(UTF_8));
        Path file = Files.write(folder.resolve("log.gz"), Arrays.copyOf(whole, whole.length - 3));
        Path letters = folder.resolve("letters");

        Aulens.Run run = aulens.run("index", "--keep-dead-letters", letters.toString(), file.toString());

        assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(run.err().lines())
                .containsExactly(
                        "aulens: dead letters are in " + letters,
                        "aulens: cannot read " + file + " beyond byte " + (RECORD.length() + 11)
                                + ": the gzip data is cut off; what stands before is indexed");
        assertThat(StoredOriginals.of(aulens.cluster()).values()).containsExactly(RECORD);
    }

    @Test
    void thePlaceOfTheDeadLettersIsReportedWhenASignalEndsTheRun() throws Exception {
        Path letters = folder.resolve("letters");
        Path err = folder.resolve("stderr");
        ProcessBuilder index = new ProcessBuilder(
                BuiltProgram.LAUNCHER.toString(), "index", "-q", "--keep-dead-letters", letters.toString(), "-");
        index.environment().put("AULENS_INDEX", aulens.cluster().prefix());
        index.environment().put("ES_URL", aulens.cluster().url().toString());
        Process process = index.redirectError(err.toFile()).start();
        process.getOutputStream().write("no record\n".getBytes(UTF_8));
        process.getOutputStream().flush();
        await().atMost(Duration.ofMinutes(1)).until(() -> Files.exists(letters));
        process.destroy();

        assertThat(process.waitFor()).isNotZero();
        assertThat(err).hasContent("aulens: dead letters are in " + letters);
    }

    @Test
    void wrongUsageIsReported() {
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

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
