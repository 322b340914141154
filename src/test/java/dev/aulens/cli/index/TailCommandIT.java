package dev.aulens.cli.index;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aulens.cli.Aulens;
import dev.aulens.cli.AulensOnElasticsearch;
import dev.aulens.cli.command.ExitStatus;
import dev.aulens.testing.EventWriter;
import dev.aulens.testing.GrowingLog;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The built program follows logs into a real Elasticsearch. */
class TailCommandIT {

    /** More lines than are read ahead when each comes alone. */
    private static final int STILL_IN_THE_PIPE = 200;

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration SEARCHABLE = Duration.ofSeconds(5);
    private static final int KILLS = 30;

    @RegisterExtension
    private final AulensOnElasticsearch aulens = new AulensOnElasticsearch();

    @TempDir
    private Path folder;

    private Path log;
    private GrowingLog growing;
    private EventWriter writer;

    @BeforeEach
    void prepare() {
        log = folder.resolve("audit.log");
        growing = new GrowingLog(log);
        writer = new EventWriter(growing, 1);
    }

    @Test
    void eventsAreFoundWithinFiveSeconds() throws Exception {
        writer.write();
        try (TailProcess tail = start("--metrics-port", "0", log.toString())) {
            await().atMost(PATIENCE).until(this::allIsFound);
            for (int i = 0; i < 4; i++) {
                writer.write();
                await().atMost(SEARCHABLE).pollInterval(Duration.ofMillis(100)).until(this::allIsFound);
            }

            assertThat(tail.terminate()).as(tail.said()).isZero();
        }
        assertThat(originals()).isEqualTo(writer.written());
        assertThat(Files.getPosixFilePermissions(checkpoint())).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        JsonNode file = new ObjectMapper().readTree(checkpoint().toFile()).at("/logs/0/files/0");
        assertThat(file.path("offset").asLong()).isEqualTo(Files.size(log));
    }

    @Test
    void metricsAddUp() throws Exception {
        writer.write();
        growing.write("no record\n\n");
        try (TailProcess tail = start("--metrics-port", "0", log.toString())) {
            await().atMost(PATIENCE).until(() -> allIsFound() && tail.said().contains("/metrics"));
            await().atMost(PATIENCE).until(() -> "0".equals(metrics(tail).get("aulens_lag_bytes")));
            Map<String, String> metrics = metrics(tail);

            assertThat(metrics)
                    .containsEntry("aulens_bytes_total", "" + Files.size(log))
                    .containsEntry("aulens_lines_total", "" + (records() + 2))
                    .containsEntry("aulens_records_total", "" + records())
                    .containsEntry("aulens_events_total", "" + writer.written().size())
                    .containsEntry(
                            "aulens_documents_total", "" + writer.written().size())
                    .containsEntry("aulens_duplicates_total", "0")
                    .containsEntry("aulens_joined_total", "0")
                    .containsEntry("aulens_dead_letters_total", "1")
                    .containsEntry("aulens_retries_total", "0")
                    .containsEntry("aulens_in_flight", "0")
                    .containsEntry("aulens_lag_seconds", "0.000")
                    .containsEntry("aulens_waiting", "0");
            assertThat(metrics).containsKey("aulens_build_info");
        }
    }

    @Test
    void secondTailOfACheckpointIsRefused() throws Exception {
        writer.write();
        try (TailProcess first = start(log.toString())) {
            await().atMost(PATIENCE).until(() -> Files.exists(checkpoint()));
            try (TailProcess second = start(log.toString())) {
                assertThat(second.status()).isEqualTo(ExitStatus.FAILED);
                assertThat(second.said())
                        .contains("aulens: another tail (process "
                                + first.process().pid() + ") uses the checkpoint " + checkpoint());
            }
        }
    }

    @Test
    void recordsThatComeLateAreJoined() throws Exception {
        String first = "type=SYSCALL msg=audit(1700000000.123:1): arch=c000003e syscall=2 success=yes pid=1";
        String late = "type=CWD msg=audit(1700000000.123:1): cwd=\"/root\"";
        growing.write(first + "\n");
        try (TailProcess tail = start(log.toString())) {
            await().atMost(PATIENCE)
                    .until(() -> Files.exists(checkpoint()) && originals().containsValue(first));
            growing.write(late + "\n");
            await().atMost(PATIENCE).until(() -> originals().containsValue(first + "\n" + late));

            assertThat(tail.terminate()).as(tail.said()).isZero();
        }
        assertThat(originals()).hasSize(1);
    }

    @Test
    void aStreamIsIndexedToItsEnd() throws Exception {
        writer.write();
        byte[] lines = Files.readAllBytes(log);
        try (TailProcess tail = start("-")) {
            tail.input().write(lines);
            tail.input().flush();
            await().atMost(PATIENCE).until(this::allIsFound);
            tail.input().write("type=CWD msg=audit(1700000000.123:9): cwd=\"/no/line/end\"".getBytes(UTF_8));
            tail.input().close();

            assertThat(tail.status()).as(tail.said()).isZero();
        }
        assertThat(originals()).hasSize(writer.written().size() + 1);
        assertThat(Files.readString(folder.resolve("stdout"))).contains("documents created");
        assertThat(checkpoint()).doesNotExist();
    }

    /** auditd passes the SIGHUP of 'service auditd reload' on to its plugins (auditd-plugins(5)). */
    @Test
    void aReloadOfAuditdDoesNotEndAStream() throws Exception {
        writer.write();
        try (TailProcess tail = start("-")) {
            tail.input().write(Files.readAllBytes(log));
            tail.input().flush();
            await().atMost(PATIENCE).until(this::allIsFound);
            new ProcessBuilder("kill", "-HUP", "" + tail.process().pid())
                    .start()
                    .waitFor();
            assertThat(tail.process().waitFor(2, TimeUnit.SECONDS))
                    .as(tail.said())
                    .isFalse();
            tail.input().write("type=CWD msg=audit(1700000000.123:9): cwd=\"/\"\n".getBytes(UTF_8));
            tail.input().close();

            assertThat(tail.status()).as(tail.said()).isZero();
        }
        assertThat(originals()).hasSize(writer.written().size() + 1);
    }

    @Test
    void aStreamThatFailsIsIndexedUpToTheFaultAndIsAFault() throws Exception {
        writer.write();
        byte[] lines = Files.readAllBytes(log);
        InputStream broken = new SequenceInputStream(
                new ByteArrayInputStream(lines), new FilterInputStream(InputStream.nullInputStream()) {
                    @Override
                    public int read(byte[] buffer, int from, int length) throws IOException {
                        throw new IOException("Input/output error");
                    }
                });

        Aulens.Run run = Aulens.on(aulens.cluster()).runWithInput(broken, "tail", "-q", "-");

        assertThat(run.status()).as(run.toString()).isEqualTo(ExitStatus.FAILED);
        assertThat(run.err())
                .isEqualTo("aulens: cannot read standard input beyond byte " + lines.length
                        + ": Input/output error; what came before is indexed\n");
        assertThat(originals()).isEqualTo(writer.written());
    }

    @Test
    void whereTheDeadLettersAreIsSaidWhenASignalEndsIt() throws Exception {
        growing.write("no record\n");
        Path letters = folder.resolve("letters");
        try (TailProcess tail = start("--keep-dead-letters", letters.toString(), log.toString())) {
            await().atMost(PATIENCE).until(() -> Files.exists(letters));

            assertThat(tail.terminate()).as(tail.said()).isZero();
            assertThat(tail.said()).endsWith("aulens: dead letters are in " + letters + "\n");
        }
    }

    @Test
    void whatAStreamHasBroughtIsKeptWhenTheServerDoesNotTakeIt() throws Exception {
        writer.write();
        Path letters = folder.resolve("letters");
        try (TailProcess tail = start("--keep-dead-letters", letters.toString(), "-")) {
            tail.input().write(Files.readAllBytes(log));
            tail.input().flush();
            await().atMost(PATIENCE).until(this::allIsFound);
            blockWrites("true");
            long now = System.currentTimeMillis() / 1_000;
            tail.input().write(("type=CWD msg=audit(" + now + ".000:999): cwd=\"/kept\"\n").getBytes(UTF_8));
            tail.input().flush();
            await().atMost(PATIENCE).until(() -> tail.said().contains("aulens: waiting: "));
            for (int i = 0; i < STILL_IN_THE_PIPE; i++) {
                String line = "type=CWD msg=audit(" + now + ".001:" + i + "): cwd=\"/kept/too\"\n";
                tail.input().write(line.getBytes(UTF_8));
                tail.input().flush();
            }

            assertThat(tail.terminate()).isEqualTo(ExitStatus.FAILED);
            assertThat(tail.said()).contains("aulens: ended before all was acknowledged: ");
        } finally {
            blockWrites("null");
        }
        List<String> kept = Files.readAllLines(letters);
        assertThat(kept).hasSize(1 + STILL_IN_THE_PIPE);
        JsonNode letter = new ObjectMapper().readTree(kept.get(0));
        assertThat(letter.path("reason").asText()).isEqualTo("not acknowledged when the program ended");
        assertThat(new String(letter.path("bytes").binaryValue(), UTF_8)).contains("/kept");
    }

    @Test
    void nothingIsLostOrDoubledWhenItIsKilled() throws Exception {
        AtomicBoolean ends = new AtomicBoolean();
        Thread writing = new Thread(() -> {
            Random pauses = new Random(7);
            while (!ends.get()) {
                writer.write();
                if (pauses.nextInt(20) == 0) {
                    writer.rotate();
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pauses.nextInt(80)));
            }
        });
        writing.setDaemon(true);
        writing.start();
        try {
            kill(KILLS);
        } finally {
            ends.set(true);
            writing.join();
        }
        try (TailProcess tail = start("--latency", "1s", log.toString())) {
            await().atMost(PATIENCE).until(this::allIsFound);
            assertThat(tail.terminate()).as(tail.said()).isZero();
        }

        assertThat(originals()).isEqualTo(writer.written());
        Aulens.Run verify = aulens.run("verify", "--extra", folder.toString());
        assertThat(verify.status()).as(verify.toString()).isEqualTo(ExitStatus.DONE);
    }

    private void kill(int times) throws IOException, InterruptedException {
        Random random = new Random(30);
        for (int i = 0; i < times; i++) {
            FileTime before = lastCheckpoint();
            try (TailProcess tail = start("--latency", "1s", log.toString())) {
                if (i % 2 == 0) {
                    await().atMost(PATIENCE).until(() -> !lastCheckpoint().equals(before));
                }
                assertThat(tail.process().waitFor(random.nextInt(800), TimeUnit.MILLISECONDS))
                        .as(tail.said())
                        .isFalse();
                tail.kill();
            }
        }
    }

    private TailProcess start(String... arguments) throws IOException {
        return TailProcess.start(aulens.cluster(), folder, arguments);
    }

    private Path checkpoint() {
        return folder.resolve("state/tail").resolve(aulens.cluster().prefix() + ".json");
    }

    private FileTime lastCheckpoint() throws IOException {
        return Files.exists(checkpoint()) ? Files.getLastModifiedTime(checkpoint()) : FileTime.fromMillis(0);
    }

    private boolean allIsFound() throws IOException {
        String count = aulens.cluster()
                .find("/" + aulens.cluster().prefix() + "-*/_count")
                .orElse("{}");
        return new ObjectMapper().readTree(count).path("count").asInt()
                >= writer.written().size();
    }

    private Map<Long, String> originals() throws IOException {
        return TailedEvents.of(aulens.cluster());
    }

    private void blockWrites(String value) {
        aulens.cluster()
                .send(
                        "PUT",
                        "/" + aulens.cluster().prefix() + "-*/_settings",
                        "{\"index.blocks.write\": " + value + "}");
    }

    private long records() {
        return writer.written().values().stream().flatMap(String::lines).count();
    }

    private static Map<String, String> metrics(TailProcess tail) throws IOException, InterruptedException {
        Matcher url = Pattern.compile("http://\\S+/metrics").matcher(tail.said());
        assertThat(url.find()).isTrue();
        HttpRequest request = HttpRequest.newBuilder(URI.create(url.group()))
                .timeout(PATIENCE)
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain; version=0.0.4; charset=utf-8");
        Map<String, String> metrics = new TreeMap<>();
        answer.body().lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            int blank = line.lastIndexOf(' ');
            metrics.put(line.substring(0, blank).replaceAll("\\{.*", ""), line.substring(blank + 1));
        });
        return metrics;
    }
}
