package dev.aulens.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aulens.testing.GrowingLog;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FollowedLogTest {

    @TempDir
    private Path folder;

    private final List<String> lines = new ArrayList<>();
    private Path log;
    private GrowingLog writer;
    private FollowedLog followed;
    private long now;

    @BeforeEach
    void begin() {
        log = folder.resolve("audit.log");
        writer = new GrowingLog(log);
        follow(List.of());
    }

    @Test
    void handsOnWhatIsAppended() throws IOException {
        writer.write("one\n");
        poll();
        writer.write("two\nthree\n");
        poll();

        assertThat(lines).containsExactly("one", "two", "three");
    }

    @Test
    void beginsWithTheOldestRotatedFile() throws IOException {
        Files.writeString(writer.at(2), "one\n");
        Files.writeString(writer.at(1), "two\n");
        Files.writeString(log, "three\n");

        poll();

        assertThat(lines).containsExactly("one", "two", "three");
    }

    @Test
    void waitsForALogThatIsNotThereYet() throws IOException {
        poll();
        writer.write("one\n");
        poll();

        assertThat(lines).containsExactly("one");
    }

    @Test
    void keepsSeveralLogsApart() throws IOException {
        Path other = folder.resolve("other.log");
        List<String> others = new ArrayList<>();
        try (FollowedLog second = new FollowedLog(other, List.of(), (file, offset) -> new CollectedLines(others), 0)) {
            writer.write("one\n");
            Files.writeString(other, "two\n");
            poll();
            second.poll(now);
        }

        assertThat(lines).containsExactly("one");
        assertThat(others).containsExactly("two");
    }

    @Nested
    class ALineWithoutEnd {

        @Test
        void waits() throws IOException {
            writer.write("one\ntw");
            poll();
            assertThat(lines).containsExactly("one");
            assertThat(offset()).isEqualTo(4);

            writer.write("o\n");
            poll();
            assertThat(lines).containsExactly("one", "two");
        }

        @Test
        void isReadAgainAfterARestart() throws IOException {
            writer.write("one\ntw");
            poll();
            restart();
            writer.write("o\n");
            poll();

            assertThat(lines).containsExactly("one", "two");
        }

        @Test
        void isTakenAsItStandsWhenItsFileWasPutAsideAndIsQuiet() throws IOException {
            writer.write("one\ntw");
            poll();
            writer.rename();
            writer.write("three\n");
            poll();
            assertThat(lines).containsExactly("one", "three");

            now += Duration.ofSeconds(11).toNanos();
            poll();
            assertThat(lines).containsExactly("one", "three", "tw");
        }
    }

    @Nested
    class Renaming {

        @Test
        void isFollowed() throws IOException {
            writer.write("one\n");
            poll();
            writer.write("two\n");
            writer.rename();
            writer.write("three\n");
            poll();

            assertThat(lines).containsExactly("one", "two", "three");
        }

        @Test
        void isFollowedWhenItHappensSeveralTimesBetweenTwoLooks() throws IOException {
            writer.write("one\n");
            poll();
            for (String line : List.of("two\n", "three\n", "four\n")) {
                writer.rename();
                writer.write(line);
            }
            poll();

            assertThat(lines).containsExactly("one", "two", "three", "four");
        }

        @Test
        void isFollowedWhenTheWriterGoesOnInTheOldFile() throws IOException {
            writer.write("one\n");
            poll();
            try (OutputStream old = Files.newOutputStream(log, StandardOpenOption.APPEND)) {
                writer.rename();
                writer.write("two\n");
                poll();
                old.write("late\n".getBytes(UTF_8));
                poll();
            }

            assertThat(lines).containsExactly("one", "two", "late");
        }

        @Test
        void isFollowedToAnotherFolder() throws IOException {
            writer.write("one\n");
            poll();
            writer.write("two\n");
            Path elsewhere = Files.move(log, folder.resolve("old-audit"));
            poll();
            writer.write("three\n");
            Files.writeString(elsewhere, "late\n", StandardOpenOption.APPEND);
            poll();

            assertThat(lines).containsExactlyInAnyOrder("one", "two", "three", "late");
        }

        @Test
        void isFollowedWhenItHappenedWhileNobodyLooked() throws IOException {
            writer.write("one\n");
            poll();
            stop();
            writer.write("two\n");
            writer.rename();
            writer.write("three\n");
            writer.rename();
            writer.write("four\n");
            start();
            poll();

            assertThat(lines).containsExactly("one", "two", "three", "four");
        }

        @Test
        void isFollowedWhenTheOldFileWasCompressed() throws IOException {
            writer.write("one\n");
            poll();
            stop();
            writer.write("two\n");
            writer.rename();
            writer.compress(1);
            writer.write("three\n");
            start();
            poll();

            assertThat(lines).containsExactly("one", "two", "three");
        }

        @Test
        void ofAFileThatIsCompressedLaterReadsItOnce() throws IOException {
            writer.write("one\n");
            poll();
            writer.rename();
            writer.write("two\n");
            poll();
            writer.compress(1);
            poll();
            poll();

            assertThat(lines).containsExactly("one", "two");
        }
    }

    @Nested
    class Truncation {

        @Test
        void isFollowed() throws IOException {
            writer.write("one\n");
            poll();
            writer.truncate();
            writer.write("two\n");
            poll();

            assertThat(lines).containsExactly("one", "two");
        }

        @Test
        void isRecognisedWhenTheFileHasGrownBeyondItsOldSize() throws IOException {
            writer.write("one\n");
            poll();
            writer.truncate();
            writer.write("two\nand more\n");
            poll();

            assertThat(lines).containsExactly("one", "two", "and more");
        }

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void readsWhatIsLeftFromTheCopy(boolean running) throws IOException {
            writer.write("one\n");
            poll();
            if (!running) {
                stop();
            }
            writer.write("two\n");
            Files.copy(log, writer.at(1));
            writer.truncate();
            writer.write("three\n");
            if (!running) {
                start();
            }
            poll();

            assertThat(lines).containsExactly("one", "two", "three");
        }

        @Test
        void doesNotReadACopyThatIsBeingMade() throws IOException {
            writer.write("one\ntwo\n");
            poll();
            Files.writeString(writer.at(1), "one\n");
            poll();
            Files.writeString(writer.at(1), "two\n", StandardOpenOption.APPEND);
            poll();
            writer.truncate();
            writer.write("three\n");
            poll();

            assertThat(lines).containsExactly("one", "two", "three");
        }
    }

    @Nested
    class Deletion {

        @Test
        void andCreationAreFollowed() throws IOException {
            writer.write("one\n");
            poll();
            writer.write("two\n");
            Files.delete(log);
            poll();
            writer.write("three\n");
            poll();

            assertThat(lines).containsExactly("one", "two", "three");
        }

        @Test
        void andCreationWithTheSameInodeAreFollowedAfterARestart() throws IOException {
            writer.write("one\n");
            poll();
            FileHead head = stop().get(0).head();
            Files.delete(log);
            writer.write("two\nand more\n");
            follow(List.of(new FilePosition(FileKey.of(log), head, 4)));
            poll();

            assertThat(lines).containsExactly("one", "two", "and more");
        }
    }

    @Test
    void goesOnBeforeRecordsThatAreNotFinished() throws IOException {
        writer.write("one\ntwo\nthree\n");
        poll();
        follow(followed.positions(Map.of(1, 4L)));
        poll();

        assertThat(lines).containsExactly("one", "two", "three", "two", "three");
    }

    @Test
    void countsTheBytesThatAreNotRead() throws IOException {
        writer.write("one\n");
        poll();
        List<FilePosition> positions = followed.positions(Map.of());
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
                case 2 -> restart();
                case 3, 4 -> poll();
                default -> {
                    String line = "line " + i + "x".repeat(random.nextInt(600));
                    expected.add(line);
                    writer.write(line + "\n");
                }
            }
        }
        poll();

        assertThat(lines).containsExactlyElementsOf(expected);
    }

    private void follow(List<FilePosition> known) {
        followed = new FollowedLog(log, known, (file, offset) -> new CollectedLines(lines), now);
    }

    private List<FilePosition> stopped = List.of();

    private List<FilePosition> stop() {
        stopped = followed.positions(Map.of());
        followed.close();
        return stopped;
    }

    private void start() {
        follow(stopped);
    }

    private void restart() {
        follow(stop());
    }

    private void poll() {
        for (int i = 0; i < 10; i++) {
            now += Duration.ofMillis(200).toNanos();
            if (followed.poll(now)) {
                return;
            }
        }
        throw new AssertionError("there is no end");
    }

    private long offset() {
        return followed.positions(Map.of()).get(0).offset();
    }
}
