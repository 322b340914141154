package dev.aulens.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aulens.testing.GrowingLog;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log that is renamed, as by auditd, is read to its end, and the new one from its beginning. */
class RenamedLogTest {

    private final Path folder;
    private final Follower follower;
    private final GrowingLog writer;
    private final Path log;

    RenamedLogTest(@TempDir Path folder) {
        this.folder = folder;
        follower = new Follower(folder);
        writer = follower.writer();
        log = follower.log();
    }

    @Test
    void isFollowed() throws IOException {
        writer.write("one\n");
        follower.poll();
        writer.write("two\n");
        writer.rename();
        writer.write("three\n");
        follower.poll();

        assertThat(follower.lines()).containsExactly("one", "two", "three");
    }

    @Test
    void isFollowedWhenItIsRenamedSeveralTimesBetweenTwoLooks() throws IOException {
        writer.write("one\n");
        follower.poll();
        for (String line : List.of("two\n", "three\n", "four\n")) {
            writer.rename();
            writer.write(line);
        }
        follower.poll();

        assertThat(follower.lines()).containsExactly("one", "two", "three", "four");
    }

    @Test
    void isFollowedWhenTheWriterGoesOnInTheOldFile() throws IOException {
        writer.write("one\n");
        follower.poll();
        try (OutputStream old = Files.newOutputStream(log, StandardOpenOption.APPEND)) {
            writer.rename();
            writer.write("two\n");
            follower.poll();
            old.write("late\n".getBytes(UTF_8));
            follower.poll();
        }

        assertThat(follower.lines()).containsExactly("one", "two", "late");
    }

    @Test
    void isFollowedToAnotherFolder() throws IOException {
        writer.write("one\n");
        follower.poll();
        writer.write("two\n");
        Path elsewhere = Files.move(log, folder.resolve("old-audit"));
        follower.poll();
        writer.write("three\n");
        Files.writeString(elsewhere, "late\n", StandardOpenOption.APPEND);
        follower.poll();

        assertThat(follower.lines()).containsExactlyInAnyOrder("one", "two", "three", "late");
    }

    @Test
    void isFollowedWhenItWasRenamedWhileNobodyLooked() throws IOException {
        writer.write("one\n");
        follower.poll();
        follower.stop();
        writer.write("two\n");
        writer.rename();
        writer.write("three\n");
        writer.rename();
        writer.write("four\n");
        follower.start();
        follower.poll();

        assertThat(follower.lines()).containsExactly("one", "two", "three", "four");
    }

    @Test
    void isFollowedWhenItWasCompressedWhileNobodyLooked() throws IOException {
        writer.write("one\n");
        follower.poll();
        follower.stop();
        writer.write("two\n");
        writer.rename();
        writer.compress(1);
        writer.write("three\n");
        follower.start();
        follower.poll();

        assertThat(follower.lines()).containsExactly("one", "two", "three");
    }

    @Test
    void isReadOnceWhenItIsCompressedLater() throws IOException {
        writer.write("one\n");
        follower.poll();
        writer.rename();
        writer.write("two\n");
        follower.poll();
        writer.compress(1);
        follower.poll();
        follower.poll();

        assertThat(follower.lines()).containsExactly("one", "two");
    }
}
