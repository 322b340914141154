package dev.aulens.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aulens.testing.GrowingLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A log is read once, whatever its writer does and however often the reader starts again. */
class FollowedLogTest {

    private final Path folder;
    private final Follower follower;
    private final GrowingLog writer;
    private final Path log;

    FollowedLogTest(@TempDir Path folder) {
        this.folder = folder;
        follower = new Follower(folder);
        writer = follower.writer();
        log = follower.log();
    }

    @Test
    void handsOnWhatIsAppended() throws IOException {
        writer.write("one\n");
        follower.poll();
        writer.write("two\nthree\n");
        follower.poll();

        assertThat(follower.lines()).containsExactly("one", "two", "three");
    }

    @Test
    void beginsWithTheOldestRotatedFile() throws IOException {
        Files.writeString(writer.at(2), "one\n");
        Files.writeString(writer.at(1), "two\n");
        Files.writeString(log, "three\n");

        follower.poll();

        assertThat(follower.lines()).containsExactly("one", "two", "three");
    }

    @Test
    void waitsForALogThatIsNotThereYet() throws IOException {
        follower.poll();
        writer.write("one\n");
        follower.poll();

        assertThat(follower.lines()).containsExactly("one");
    }

    @Test
    void keepsSeveralLogsApart() throws IOException {
        Path other = folder.resolve("other.log");
        List<String> others = new ArrayList<>();
        try (FollowedLog second = new FollowedLog(other, List.of(), (file, offset) -> new CollectedLines(others), 0)) {
            writer.write("one\n");
            Files.writeString(other, "two\n");
            follower.poll();
            second.poll(follower.now());
        }

        assertThat(follower.lines()).containsExactly("one");
        assertThat(others).containsExactly("two");
    }

    @Test
    void goesOnBeforeRecordsThatAreNotFinished() throws IOException {
        writer.write("one\ntwo\nthree\n");
        follower.poll();
        follower.follow(follower.positions(Map.of(1, 4L)));
        follower.poll();

        assertThat(follower.lines()).containsExactly("one", "two", "three", "two", "three");
    }

    @Test
    void countsTheBytesThatAreNotRead() throws IOException {
        writer.write("one\n");
        follower.poll();
        List<FilePosition> positions = follower.positions(Map.of());
        writer.write("two\n");
        writer.rename();
        writer.write("three\n");

        assertThat(FollowedLog.backlog(log, positions)).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void losesNothingWhateverTheWriterAndTheRestartsDo(int seed) throws IOException {
        Random random = new Random(seed);
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            switch (random.nextInt(8)) {
                case 0 -> writer.rename();
                case 1 -> writer.copyAndTruncate();
                case 2 -> follower.restart();
                case 3, 4 -> follower.poll();
                default -> {
                    String line = "line " + i + "x".repeat(random.nextInt(600));
                    expected.add(line);
                    writer.write(line + "\n");
                }
            }
        }
        follower.poll();

        assertThat(follower.lines()).containsExactlyElementsOf(expected);
    }

    @Nested
    class ALineWithoutEnd {

        @Test
        void waits() throws IOException {
            writer.write("one\ntw");
            follower.poll();
            assertThat(follower.lines()).containsExactly("one");
            assertThat(follower.offset()).isEqualTo(4);

            writer.write("o\n");
            follower.poll();
            assertThat(follower.lines()).containsExactly("one", "two");
        }

        @Test
        void isReadAgainAfterARestart() throws IOException {
            writer.write("one\ntw");
            follower.poll();
            follower.restart();
            writer.write("o\n");
            follower.poll();

            assertThat(follower.lines()).containsExactly("one", "two");
        }

        @Test
        void isTakenAsItStandsWhenItsFileWasPutAsideAndIsQuiet() throws IOException {
            writer.write("one\ntw");
            follower.poll();
            writer.rename();
            writer.write("three\n");
            follower.poll();
            assertThat(follower.lines()).containsExactly("one", "three");

            follower.pass(Duration.ofSeconds(11));
            follower.poll();
            assertThat(follower.lines()).containsExactly("one", "three", "tw");
        }
    }
}
