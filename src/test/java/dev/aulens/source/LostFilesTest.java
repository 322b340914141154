package dev.aulens.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aulens.testing.GrowingLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What rotation deletes before it could be read is said; what was read is not. */
class LostFilesTest {

    private static final Duration LONG = Duration.ofMinutes(2);

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream usual = System.err;
    private final Follower follower;
    private final GrowingLog writer;
    private final Path log;

    LostFilesTest(@TempDir Path folder) {
        follower = new Follower(folder);
        writer = follower.writer();
        log = follower.log();
    }

    @BeforeEach
    void listen() {
        System.setErr(new PrintStream(said, true, UTF_8));
    }

    @AfterEach
    void listenNoMore() {
        System.setErr(usual);
    }

    @Test
    void areSaidWhenTheLogIsRotatedFasterThanItIsLookedAt() throws IOException {
        writer.write("one\n");
        follower.poll();
        for (String line : List.of("two\n", "three\n", "four\n", "five\n")) {
            rotateAndKeep(2);
            writer.write(line);
        }
        follower.poll();

        assertThat(follower.lines()).containsExactly("one", "three", "four", "five");
        assertThat(said()).contains(log + " was rotated so often since it was last looked at");
    }

    @Test
    void areSaidWhenTheyHadNotBeenReadBeforeARestart() throws IOException {
        writer.write("one\n");
        writer.rename();
        writer.write("two\n");
        follower.poll();
        List<FilePosition> positions = follower.positions(Map.of(1, 0L));
        Files.delete(writer.at(1));
        follower.follow(positions);
        follower.poll();
        follower.pass(LONG);
        follower.poll();

        assertThat(said()).contains("a file of " + log + " is gone of which only 0 of 4 bytes are known to be indexed");
    }

    @Test
    void areSaidWhenTheyHadNotBeenReadToTheirEndWhenItStops() throws IOException {
        writer.write("a line of some length\n".repeat(300_000));
        follower.pollOnce();
        Files.delete(log);
        follower.pollOnce();
        follower.stop();

        assertThat(said()).contains(log + " was deleted when it had been read up to byte ");
    }

    @Test
    void areNotSaidWhenTheyHaveBeenRead() throws IOException {
        for (int i = 0; i < 20; i++) {
            rotateAndKeep(2);
            writer.write("line " + i + "\n");
            follower.poll();
            if (i % 3 == 0) {
                follower.restart();
            }
        }
        writer.copyAndTruncate();
        writer.write("more\n");
        follower.poll();
        Files.delete(log);
        follower.poll();
        follower.pass(LONG);
        follower.poll();
        follower.stop();

        assertThat(follower.lines()).hasSize(21);
        assertThat(said()).isEmpty();
    }

    private void rotateAndKeep(int rotated) throws IOException {
        writer.rename();
        Files.deleteIfExists(writer.at(rotated + 1));
    }

    private String said() {
        return said.toString(UTF_8);
    }
}
