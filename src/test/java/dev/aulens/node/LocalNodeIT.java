package dev.aulens.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.aulens.Failure;
import dev.aulens.testing.TemporaryNode;
import dev.aulens.testing.TestCluster;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One node is started for all tests, as that takes seconds; each test leaves it running. */
class LocalNodeIT {

    private static final Installation INSTALLATION = Installation.current();
    private static final TemporaryNode TEMPORARY = TemporaryNode.create();
    private static final LocalNode NODE = new LocalNode(INSTALLATION, TEMPORARY.folder());

    @BeforeAll
    static void startsOnLoopback() {
        RunningNode node = NODE.start(NodeOptions.defaults(), NodeProgress.SILENT);

        assertThat(node.startedNow()).isTrue();
        assertThat(node.url()).hasScheme("http").hasHost("127.0.0.1");
    }

    @AfterAll
    static void remove() {
        TEMPORARY.close();
        assertThat(TEMPORARY.folder()).doesNotExist();
    }

    @Test
    void statusTellsAddressReleaseAndHealth() {
        NodeStatus status = NODE.status().get(0);

        assertThat(status.url()).isEqualTo(NODE.running().orElseThrow().url());
        assertThat(status.version()).isEqualTo(Installation.serverVersion());
        assertThat(status.health()).isIn("green", "yellow");
        assertThat(status.dataBytes()).isPositive();
    }

    @Test
    void startOfARunningNodeLeavesItAlone() {
        RunningNode before = NODE.running().orElseThrow();

        RunningNode again = NODE.start(NodeOptions.defaults(), NodeProgress.SILENT);

        assertThat(again.startedNow()).isFalse();
        assertThat(again.pid()).isEqualTo(before.pid());
        assertThat(again.url()).isEqualTo(before.url());
    }

    @Test
    void startOfARunningNodeAtAnotherPortIsRefused() {
        int port = NODE.running().orElseThrow().url().getPort();

        assertThatThrownBy(() -> NODE.start(new NodeOptions("1g", OptionalInt.of(port + 1)), NodeProgress.SILENT))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("Elasticsearch runs already, at port " + port);
        assertThat(NODE.start(new NodeOptions("1g", OptionalInt.of(port)), NodeProgress.SILENT)
                        .startedNow())
                .isFalse();
    }

    @Test
    void restartKeepsDataAndPort() {
        RunningNode before = NODE.running().orElseThrow();
        new TestCluster(before.url(), "kept").send("PUT", "/kept/_doc/1?refresh=true", "{\"key\":\"value\"}");

        assertThat(NODE.stop(NodeProgress.SILENT)).isTrue();
        assertThat(NODE.running()).isEmpty();
        assertThat(NODE.stop(NodeProgress.SILENT)).isFalse();
        RunningNode after = NODE.start(NodeOptions.defaults(), NodeProgress.SILENT);

        assertThat(after.url()).isEqualTo(before.url());
        assertThat(after.pid()).isNotEqualTo(before.pid());
        TestCluster cluster = new TestCluster(after.url(), "kept");
        assertThat(cluster.get("/kept/_count")).contains("\"count\":1");
        cluster.close();
    }

    @Test
    void twoNodesRunSideBySide() {
        try (TemporaryNode folder = TemporaryNode.create()) {
            LocalNode second = new LocalNode(INSTALLATION, folder.folder());

            RunningNode node = second.start(new NodeOptions("512m", OptionalInt.empty()), NodeProgress.SILENT);

            assertThat(node.url()).isNotEqualTo(NODE.running().orElseThrow().url());
            assertThat(NODE.status().get(0).health()).isNotEqualTo("unreachable");
        }
    }

    @Test
    void portThatIsTakenIsRefused() throws IOException {
        try (TemporaryNode folder = TemporaryNode.create();
                ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            LocalNode node = new LocalNode(INSTALLATION, folder.folder());
            NodeOptions options = new NodeOptions("512m", OptionalInt.of(taken.getLocalPort()));

            assertThatThrownBy(() -> node.start(options, NodeProgress.SILENT))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("port " + taken.getLocalPort() + " is taken");
        }
    }

    @Test
    void serverThatFailsToStartIsQuoted() {
        try (TemporaryNode folder = TemporaryNode.create()) {
            LocalNode node = new LocalNode(INSTALLATION, folder.folder());

            assertThatThrownBy(() -> node.start(new NodeOptions("1m", OptionalInt.empty()), NodeProgress.SILENT))
                    .isInstanceOf(Failure.class)
                    .hasMessageStartingWith("Elasticsearch did not start: ")
                    .hasMessageContaining("heap")
                    .hasMessageEndingWith("; see " + node.log(1));
            assertThat(node.running()).isEmpty();
        }
    }

    @Test
    void rootStartsTheServerAsAnotherUser() throws IOException {
        String server = owner(
                Path.of("/proc", Long.toString(NODE.running().orElseThrow().pid())));
        String caller = owner(Path.of("/proc/self"));

        assertThat(server).isEqualTo(caller.equals("root") ? "nobody" : caller);
    }

    @Test
    void folderThatTheServerCannotReachIsRefusedBeforeAnythingIsUnpacked(@TempDir Path closed) {
        assumeThat(ServerUser.isRoot())
                .as("only root's server runs as another user")
                .isTrue();
        LocalNode node = new LocalNode(INSTALLATION, closed.resolve("state"));

        assertThatThrownBy(() -> node.start(NodeOptions.defaults(), NodeProgress.SILENT))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("cannot reach " + node.folder());
        assertThat(node.folder()).isDirectoryNotContaining("glob:**elasticsearch*");
    }

    @Test
    void folderIsClosedToOthers() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(NODE.folder())))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(NODE.log(1))))
                .isEqualTo("rw-------");
    }

    private static String owner(Path path) throws IOException {
        return Files.getOwner(path).getName();
    }
}
