package dev.aulens.cli.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aulens.cli.Aulens;
import dev.aulens.cli.command.ExitStatus;
import dev.aulens.node.Installation;
import dev.aulens.node.LocalNode;
import dev.aulens.node.NodeOptions;
import dev.aulens.node.NodeProgress;
import dev.aulens.node.RunningNode;
import dev.aulens.testing.EventWriter;
import dev.aulens.testing.GrowingLog;
import dev.aulens.testing.TemporaryNode;
import dev.aulens.testing.TestCluster;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server of its own, as it is killed, and as its disk is full. */
class TailOutageIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String WATERMARK = "cluster.routing.allocation.disk.watermark.";

    @TempDir
    private Path folder;

    private TemporaryNode temporary;
    private LocalNode node;
    private RunningNode server;
    private TestCluster cluster;
    private EventWriter writer;

    @BeforeEach
    void start() {
        temporary = TemporaryNode.create();
        node = new LocalNode(Installation.current(), temporary.folder());
        server = node.start(NodeOptions.defaults(), NodeProgress.SILENT);
        cluster = new TestCluster(server.url(), "outage");
        writer = new EventWriter(new GrowingLog(folder.resolve("audit.log")), 1);
    }

    @AfterEach
    void stop() {
        temporary.close();
    }

    @Test
    void nothingIsLostWhenTheServerIsKilledOrItsDiskIsFull() throws Exception {
        writer.write();
        try (TailProcess tail =
                TailProcess.start(cluster, folder, folder.resolve("audit.log").toString())) {
            awaitAll();

            ProcessHandle process = ProcessHandle.of(server.pid()).orElseThrow();
            writer.write();
            process.destroyForcibly();
            writer.write();
            writer.rotate();
            writer.write();
            await().atMost(PATIENCE).until(() -> tail.said().contains("aulens: waiting: "));
            process.onExit().join();
            node.start(NodeOptions.defaults(), NodeProgress.SILENT);
            awaitAll();
            await().atMost(PATIENCE).until(() -> tail.said().contains("aulens: going on after "));

            diskMustHaveFree("\"1000000gb\"");
            await().atMost(PATIENCE).until(() -> {
                writer.write();
                return tail.said().contains("flood-stage watermark");
            });
            diskMustHaveFree("null");
            awaitAll();

            assertThat(tail.terminate()).as(tail.said()).isZero();
        }
        Aulens.Run verify = Aulens.on(cluster).run("verify", "--extra", folder.toString());
        assertThat(verify.status()).as(verify.toString()).isEqualTo(ExitStatus.DONE);
    }

    private void awaitAll() {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> TailedEvents.of(cluster).equals(writer.written()));
    }

    /** The server looks at its disk every ten seconds. */
    private void diskMustHaveFree(String size) {
        String settings = Stream.of("low", "high", "flood_stage")
                .map(stage -> "\"" + WATERMARK + stage + "\": " + size)
                .collect(Collectors.joining(
                        ", ", "{\"persistent\": {\"cluster.info.update.interval\": \"10s\", ", "}}"));
        cluster.send("PUT", "/_cluster/settings", settings);
    }
}
