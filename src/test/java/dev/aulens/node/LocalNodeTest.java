package dev.aulens.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aulens.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalNodeTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void openFolder() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void missingArchiveSaysHowToGetIt() {
        LocalNode node = new LocalNode(installation(Map.of()), folder.resolve("state"));

        assertThatThrownBy(() -> node.start(NodeOptions.defaults(), NodeProgress.SILENT))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("elasticsearch-" + Installation.serverVersion() + ".zip is not there")
                .hasMessageContaining("mvn package")
                .hasMessageContaining("AULENS_ES_HOME");
    }

    @Test
    void damagedArchiveLeavesNoServerBehind() throws IOException {
        Path zip = Files.writeString(folder.resolve("elasticsearch.zip"), "no zip");
        Path state = folder.resolve("state");
        LocalNode node = new LocalNode(installation(Map.of("AULENS_ES_ZIP", zip.toString())), state);

        assertThatThrownBy(() -> node.start(NodeOptions.defaults(), NodeProgress.SILENT))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("cannot unpack " + zip);
        assertThat(state.resolve("elasticsearch")).doesNotExist();
    }

    @Test
    void pidOfAnotherProcessIsNoNode() throws IOException {
        Files.writeString(folder.resolve("pid"), ProcessHandle.current().pid() + "\n");
        Files.createDirectory(folder.resolve("logs"));
        Files.writeString(folder.resolve("logs/http.ports"), "127.0.0.1:9200\n");
        LocalNode node = new LocalNode(installation(Map.of()), folder);

        assertThat(node.running()).isEmpty();
        assertThat(node.status()).isEmpty();
        assertThat(node.stop(NodeProgress.SILENT)).isFalse();
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void stopOfANodeThatNeverWasDoesNothing() {
        Path state = folder.resolve("state");

        assertThat(new LocalNode(installation(Map.of()), state).stop(NodeProgress.SILENT))
                .isFalse();
        assertThat(state).doesNotExist();
    }

    @Test
    void eachInstallationHasAFolderOfItsOwn() {
        Path one = new Installation(Path.of("/opt/one"), Map.of()).state();
        Path other = new Installation(Path.of("/opt/other"), Map.of()).state();

        assertThat(one).isNotEqualTo(other).hasParentRaw(other.getParent());
        assertThat(one).isEqualTo(new Installation(Path.of("/opt/one"), Map.of()).state());
    }

    @Test
    void environmentNamesTheFolder() {
        assertThat(installation(Map.of("AULENS_STATE", "/srv/node")).state()).isEqualTo(Path.of("/srv/node"));
        assertThat(installation(Map.of("AULENS_STATE", "")).state()).isNotEqualTo(Path.of(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "g", "0g", "-1g", "1 g", "1g -Xbad", "1gb"})
    void heapThatIsNoSizeIsRefused(String heap) {
        assertThatThrownBy(() -> new NodeOptions(heap, OptionalInt.empty()))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("is no heap size");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 10})
    void numberOfNodesThatMakesNoClusterIsRefused(int number) {
        assertThatThrownBy(() -> NodeOptions.defaults().withNodes(number))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("a cluster here has 1 to 9 nodes");
    }

    @Test
    void clusterIsNotMadeSmaller() throws IOException {
        Files.createDirectories(folder.resolve("node-2"));
        Files.createDirectories(folder.resolve("node-3"));
        LocalNode node = new LocalNode(installation(Map.of()), folder);

        assertThat(node.size()).isEqualTo(3);
        assertThatThrownBy(() -> node.start(NodeOptions.defaults().withNodes(2), NodeProgress.SILENT))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("has 3 nodes, and its data needs them");
        assertThatThrownBy(() -> node.log(4)).isInstanceOf(Failure.class).hasMessageContaining("it has nodes 1 to 3");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 80, 65536})
    void portThatAUserMayNotListenOnIsRefused(int port) {
        assertThatThrownBy(() -> new NodeOptions("1g", OptionalInt.of(port)))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("is no port");
    }

    private Installation installation(Map<String, String> environment) {
        return new Installation(folder.resolve("installation"), environment);
    }
}
