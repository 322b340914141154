package dev.aulens.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server of its own, as it is killed. */
class TailOutageIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    @Test
    void nothingIsLostWhenTheServerIsKilled() throws Exception {
        EventWriter writer = new EventWriter(new GrowingLog(folder.resolve("audit.log")), 1);
        try (TemporaryNode temporary = TemporaryNode.create()) {
            LocalNode node = new LocalNode(Installation.current(), temporary.folder());
            RunningNode first = node.start(NodeOptions.defaults(), NodeProgress.SILENT);
            TestCluster cluster = new TestCluster(first.url(), "outage");
            writer.write();
            try (TailProcess tail = TailProcess.start(
                    cluster, folder, folder.resolve("audit.log").toString())) {
                await().atMost(PATIENCE)
                        .ignoreExceptions()
                        .until(() -> TailedEvents.of(cluster).equals(writer.written()));
                ProcessHandle server = ProcessHandle.of(first.pid()).orElseThrow();
                writer.write();
                server.destroyForcibly();
                writer.write();
                writer.rotate();
                writer.write();
                await().atMost(PATIENCE).until(() -> tail.said().contains("aulens: waiting: "));
                server.onExit().join();
                node.start(NodeOptions.defaults(), NodeProgress.SILENT);

                await().atMost(PATIENCE)
                        .ignoreExceptions()
                        .until(() -> TailedEvents.of(cluster).equals(writer.written()));
                await().atMost(PATIENCE).until(() -> tail.said().contains("aulens: going on after "));
                assertThat(tail.terminate()).as(tail.said()).isZero();
            }
        }
    }
}
