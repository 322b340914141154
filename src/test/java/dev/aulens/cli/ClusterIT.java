package dev.aulens.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aulens.cli.command.ExitStatus;
import dev.aulens.node.NodeStatus;
import dev.aulens.testing.Corpus;
import dev.aulens.testing.RecordLines;
import dev.aulens.testing.SecureServer;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three nodes with TLS among them, and one replica. */
class ClusterIT {

    private static final Pattern ID = Pattern.compile("(msg=audit\\([0-9.]+:)([0-9]+)\\)");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int COPIES = 14; // 22 MB
    private static final long BETWEEN_COPIES = 1_000_000;

    private static SecureServer server;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        server = SecureServer.start(3);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void nothingIsLostOrTwiceWhenTheNodeThatHoldsTheIndexIsKilled() throws Exception {
        server.send(
                SecureServer.ADMIN,
                "PUT",
                "/_component_template/auditd@custom",
                "{\"template\":{\"settings\":{\"index.number_of_replicas\":1}}}");
        assertThat(as("aulens_setup").run("setup").status()).isEqualTo(ExitStatus.DONE);
        Path log = longLog();
        int events = RecordLines.distinctIds(log);

        Process indexing = index(log);
        await().atMost(PATIENCE).until(() -> hasReplica() && hasDocuments());
        NodeStatus victim = holderOfThePrimary();
        assertThat(ProcessHandle.of(victim.pid()).orElseThrow().destroyForcibly())
                .isTrue();
        assertThat(indexing.isAlive()).as("the node was killed in the middle").isTrue();
        assertThat(indexing.waitFor())
                .as(Files.readString(folder.resolve("indexing")))
                .isZero();

        assertThat(status()).contains("2 of 3 nodes").contains("node " + victim.number() + "  does not run");
        assertThat(as("aulens_reader").run("search", "-m", "ALL", "--count").out())
                .isEqualTo(events + "\n");
        List<String> stored = records(
                as("aulens_reader").run("search", "-m", "ALL", "--raw").out().lines());
        assertThat(stored.equals(records(Files.readAllLines(log, ISO_8859_1).stream())))
                .as("each record of the log is there once")
                .isTrue();

        Aulens.Run again = Aulens.alone()
                .run("node", "start", "--state", "" + server.node().folder());
        assertThat(again.out()).as(again.toString()).contains("3 nodes");
        await().atMost(PATIENCE).until(() -> status().contains("health  green"));
        assertThat(status()).contains("3 of 3 nodes");
        stopsAlone(victim.number());
    }

    private static void stopsAlone(int number) {
        Aulens.Run stop = Aulens.alone()
                .run(
                        "node",
                        "stop",
                        "--node",
                        "" + number,
                        "--state",
                        "" + server.node().folder());

        assertThat(stop.out()).as(stop.toString()).isEqualTo("node " + number + " has stopped\n");
        assertThat(status()).contains("2 of 3 nodes");
    }

    private Process index(Path log) throws IOException {
        Map<String, String> environment = new HashMap<>(server.environment("aulens_writer"));
        environment.put("PATH", System.getenv("PATH"));
        environment.put("HOME", folder.toString());
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        ProcessBuilder builder = new ProcessBuilder(BuiltProgram.LAUNCHER.toString(), "index", log.toString());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("indexing").toFile())
                .start();
    }

    /** The sample log again and again, each time as other events. */
    private Path longLog() throws IOException {
        List<String> lines = Files.readAllLines(Corpus.debian12Enriched(), ISO_8859_1);
        Path log = folder.resolve("audit.log");
        try (Writer out = Files.newBufferedWriter(log, ISO_8859_1)) {
            for (int copy = 0; copy < COPIES; copy++) {
                for (String line : lines) {
                    Matcher id = ID.matcher(line);
                    assertThat(id.find()).isTrue();
                    long serial = Long.parseLong(id.group(2)) + copy * BETWEEN_COPIES;
                    out.write(id.replaceFirst(Matcher.quoteReplacement(id.group(1) + serial + ")")) + "\n");
                }
            }
        }
        return log;
    }

    private static boolean hasDocuments() {
        String written = admin("/_cat/indices/auditd-*?h=pri.indexing.index_total");
        return !written.isEmpty() && !written.equals("0");
    }

    private static boolean hasReplica() {
        return admin("/_cat/shards/auditd-*?h=prirep,state").contains("r STARTED");
    }

    private static NodeStatus holderOfThePrimary() {
        String name = admin("/_cat/shards/auditd-*?h=prirep,node")
                .lines()
                .filter(line -> line.startsWith("p "))
                .findFirst()
                .orElseThrow()
                .substring(2)
                .trim();
        return server.node().status().stream()
                .filter(status -> name.equals("aulens-" + status.number()))
                .findFirst()
                .orElseThrow();
    }

    private static String admin(String path) {
        return server.send(SecureServer.ADMIN, "GET", path, "").body().trim();
    }

    private static String status() {
        return Aulens.alone()
                .run("node", "status", "--state", "" + server.node().folder())
                .out();
    }

    private static Aulens as(String user) {
        return new Aulens(server.environment(user));
    }

    /** As ausearch, raw output ends a record that names no users with 0x1D where another of its event does. */
    private static List<String> records(Stream<String> lines) {
        return lines.map(line -> line.endsWith("\u001d") ? line.substring(0, line.length() - 1) : line)
                .sorted()
                .toList();
    }
}
