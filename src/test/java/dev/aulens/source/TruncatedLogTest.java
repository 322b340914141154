package dev.aulens.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aulens.testing.GrowingLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A log that is copied and emptied, as by logrotate's copytruncate, is read to its end and from its new beginning. */
class TruncatedLogTest {

    private final Follower follower;
    private final GrowingLog writer;
    private final Path log;

    TruncatedLogTest(@TempDir Path folder) {
        follower = new Follower(folder);
        writer = follower.writer();
        log = follower.log();
    }

    @Test
    void isFollowed() throws IOException {
        writer.write("one\n");
        follower.poll();
        writer.truncate();
        writer.write("two\n");
        follower.poll();

        assertThat(follower.lines()).containsExactly("one", "two");
    }

    @Test
    void isRecognisedWhenItHasGrownBeyondItsOldSize() throws IOException {
        writer.write("one\n");
        follower.poll();
        writer.truncate();
        writer.write("two\nand more\n");
        follower.poll();

        assertThat(follower.lines()).containsExactly("one", "two", "and more");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void isReadToItsEndFromTheCopy(boolean running) throws IOException {
        writer.write("one\n");
        follower.poll();
        if (!running) {
            follower.stop();
        }
        writer.write("two\n");
        Files.copy(log, writer.at(1));
        writer.truncate();
        writer.write("three\n");
        if (!running) {
            follower.start();
        }
        follower.poll();

        assertThat(follower.lines()).containsExactly("one", "two", "three");
    }

    @Test
    void isNotReadFromACopyThatIsBeingMade() throws IOException {
        writer.write("one\ntwo\n");
        follower.poll();
        Files.writeString(writer.at(1), "one\n");
        follower.poll();
        Files.writeString(writer.at(1), "two\n", StandardOpenOption.APPEND);
        follower.poll();
        writer.truncate();
        writer.write("three\n");
        follower.poll();

        assertThat(follower.lines()).containsExactly("one", "two", "three");
    }
}
