package dev.aulens.cli.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aulens.cli.Aulens;
import dev.aulens.cli.command.ExitStatus;
import dev.aulens.testing.RealElasticsearch;
import dev.aulens.testing.TestCluster;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code --checkpoint}: what it finds from one search to the next, and ausearch's statuses 10, 11 and 12. */
@ExtendWith(RealElasticsearch.class)
class SearchCheckpointIT {

    private static final String FIRST = "type=USER_LOGIN msg=audit(1700000000.100:1): pid=1 uid=0 msg='res=success'\n";
    private static final String SECOND = "type=USER_LOGIN msg=audit(1700000000.100:2): pid=1 uid=0 msg='res=success'\n";
    private static final String THIRD = "type=USER_END msg=audit(1700000009.000:3): pid=1 uid=0 msg='res=success'\n";

    @TempDir
    private Path folder;

    private Aulens aulens = Aulens.alone();
    private Path checkpoint = Path.of("");

    @BeforeEach
    void index(TestCluster cluster) {
        aulens = Aulens.on(cluster);
        checkpoint = folder.resolve("checkpoint");
        index(FIRST);
    }

    @Test
    void findsOnlyWhatIsNew() {
        assertThat(search()).isEqualTo(new Aulens.Run(0, FIRST, ""));
        assertThat(search()).isEqualTo(new Aulens.Run(1, "", ""));

        index(SECOND + THIRD);

        assertThat(search()).isEqualTo(new Aulens.Run(0, SECOND + THIRD, ""));
        assertThat(search().status()).isEqualTo(ExitStatus.NOTHING_FOUND);
    }

    @Test
    void isKeptForEachQuery() {
        search();

        assertThat(search("-m", "USER_LOGIN").out()).isEqualTo(FIRST);
        index(SECOND + THIRD);

        assertThat(search("-m", "USER_LOGIN").out()).isEqualTo(SECOND);
        assertThat(search().out()).isEqualTo(SECOND + THIRD);
    }

    @Test
    void mayGiveOnlyTheTime() {
        search();
        index(SECOND + THIRD);

        assertThat(search("-ts", "checkpoint").out()).isEqualTo(FIRST + SECOND + THIRD);
    }

    /** The log has the program's record first, as it is complete at once. */
    @Test
    void leavesOutNothingThatStandsBehindALaterEvent() {
        String earlier = "type=SYSCALL msg=audit(1700000020.001:4): arch=c000003e syscall=2 success=yes a0=0 a1=0\n";
        String later = "type=USER_END msg=audit(1700000020.002:5): pid=1 uid=0 msg='res=success'\n";
        search();
        index(later + earlier);

        assertThat(List.of(search("--limit", "1").out(), search("--limit", "1").out()))
                .containsExactlyInAnyOrder(earlier, later);
        assertThat(search().status()).isEqualTo(ExitStatus.NOTHING_FOUND);
    }

    @Test
    void isPrivate() throws IOException {
        search();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(checkpoint)))
                .isEqualTo("rw-------");
    }

    @Test
    void ofAnotherFormEndsWithStatus10() throws IOException {
        Files.writeString(checkpoint, "dev=0x801\n");

        Aulens.Run run = search();

        assertThat(run.status()).isEqualTo(10);
        assertThat(run.err()).startsWith("Malformed checkpoint line 1 in " + checkpoint);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void thatCannotBeKeptEndsWithStatus11() {
        checkpoint = folder.resolve("none/checkpoint");

        Aulens.Run run = search();

        assertThat(run.status()).isEqualTo(11);
        assertThat(run.err())
                .isEqualTo("Cannot open checkpoint file - " + checkpoint + ": No such file or directory\n");
        assertThat(run.out()).isEqualTo(FIRST);
    }

    @Test
    void whoseEventIsGoneEndsWithStatus12() throws IOException {
        search();
        Files.writeString(checkpoint, Files.readString(checkpoint).replace("1700000000.100:1", "1700000000.050:9"));

        Aulens.Run run = search();

        assertThat(run.status()).isEqualTo(12);
        assertThat(run.err()).startsWith("Corrupted checkpoint file. ").contains("1700000000.050:9");
    }

    private Aulens.Run search(String... options) {
        String[] words = new String[options.length + 4];
        words[0] = "search";
        words[1] = "--raw";
        words[2] = "--checkpoint";
        words[3] = checkpoint.toString();
        System.arraycopy(options, 0, words, 4, options.length);
        return aulens.run(words);
    }

    private void index(String log) {
        Aulens.Run run = aulens.runWithInput(log.getBytes(StandardCharsets.UTF_8), "index", "-");
        assertThat(run.status()).as(run.toString()).isEqualTo(ExitStatus.DONE);
    }
}
