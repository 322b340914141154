package dev.aulens.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aulens.testing.GrowingLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log that is deleted and created again is read to its end, and the new one from its beginning. */
class DeletedLogTest {

    private final Follower follower;
    private final GrowingLog writer;
    private final Path log;

    DeletedLogTest(@TempDir Path folder) {
        follower = new Follower(folder);
        writer = follower.writer();
        log = follower.log();
    }

    @Test
    void isFollowedWhenItIsCreatedAgain() throws IOException {
        writer.write("one\n");
        follower.poll();
        writer.write("two\n");
        Files.delete(log);
        follower.poll();
        writer.write("three\n");
        follower.poll();

        assertThat(follower.lines()).containsExactly("one", "two", "three");
    }

    @Test
    void isRecognisedAfterARestartWhenTheNewOneHasTheSameInode() throws IOException {
        writer.write("one\n");
        follower.poll();
        FileHead head = follower.stop().get(0).head();
        Files.delete(log);
        writer.write("two\nand more\n");
        follower.follow(List.of(new FilePosition(FileKey.of(log), head, 4, 4)));
        follower.poll();

        assertThat(follower.lines()).containsExactly("one", "two", "and more");
    }
}
