package dev.aulens.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aulens.Failure;
import dev.aulens.source.FileHead;
import dev.aulens.source.FileKey;
import dev.aulens.source.FilePosition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TailCheckpointTest {

    private static final FilePosition OLDER = position(1, 100);
    private static final FilePosition NEWER = position(2, 7);

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void place() {
        file = folder.resolve("state").resolve("auditd.json");
    }

    @Test
    void keepsPositionsInTheirOrder() {
        try (TailCheckpoint checkpoint = open()) {
            assertThat(checkpoint.positions("/a")).isEmpty();
            assertThat(checkpoint.written()).isEmpty();
            checkpoint.keep(Map.of("/a", List.of(OLDER, NEWER)));
        }

        try (TailCheckpoint checkpoint = open()) {
            assertThat(checkpoint.positions("/a")).containsExactly(OLDER, NEWER);
            assertThat(checkpoint.written()).isPresent();
        }
    }

    @Test
    void keepsTheLogsThatAreNotFollowedThisTime() {
        try (TailCheckpoint checkpoint = open()) {
            checkpoint.keep(Map.of("/a", List.of(OLDER)));
        }
        try (TailCheckpoint checkpoint = open()) {
            checkpoint.keep(Map.of("/b", List.of(NEWER)));
        }

        try (TailCheckpoint checkpoint = open()) {
            assertThat(checkpoint.positions("/a")).containsExactly(OLDER);
            assertThat(checkpoint.positions("/b")).containsExactly(NEWER);
        }
    }

    @Test
    void isForItsOwnerAloneAndReadable() throws IOException {
        try (TailCheckpoint checkpoint = open()) {
            checkpoint.keep(Map.of("/a", List.of(OLDER)));
        }

        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(file).content().contains("\"path\" : \"/a\"", "\"inode\" : 1", "\"offset\" : 100", "\"size\" : 101");
    }

    @Test
    void isNotWrittenWhenNothingHasChanged() throws IOException {
        FileTime before = FileTime.fromMillis(1_000_000);
        try (TailCheckpoint checkpoint = open()) {
            checkpoint.keep(Map.of("/a", List.of(OLDER)));
            Files.setLastModifiedTime(file, before);
            checkpoint.keep(Map.of("/a", List.of(OLDER)));
        }

        assertThat(Files.getLastModifiedTime(file)).isEqualTo(before);
    }

    @Test
    void isOpenOnce() {
        try (TailCheckpoint first = open()) {
            assertThat(first.written()).isEmpty();
            assertThatThrownBy(this::open)
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining(
                            "another tail (process " + ProcessHandle.current().pid() + ")")
                    .hasMessageContaining(file.toString())
                    .hasMessageContaining("--checkpoint");
        }
        open().close();
    }

    @Test
    void belongsToOnePrefix() {
        try (TailCheckpoint checkpoint = open()) {
            checkpoint.keep(Map.of("/a", List.of(OLDER)));
        }

        assertThatThrownBy(() -> TailCheckpoint.open(file, "other"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("belongs to the indices auditd-*, not other-*");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "{'version': 1, 'index|it is no JSON",
                "[]|'index' is no text",
                "{}|'index' is no text",
                "{'index': 'auditd'}|'logs' is no list",
                "{'index': 'auditd', 'logs': [{'path': '/a'}]}|'files' is no list",
                "{'index': 'auditd', 'logs': [{'path': '/a', 'files': [{'device': -1}]}]}|'device' is no number",
                "{'index': 'auditd', 'logs': [{'path': '/a', 'files': [{'device': 1, 'inode': 'x'}]}]}|'inode' is no"
                        + " number",
            })
    void thatIsDamagedIsNotStartedAnew(String content, String how) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content.replace('\'', '"'));

        assertThatThrownBy(this::open)
                .isInstanceOf(Failure.class)
                .hasMessageContaining("the checkpoint " + file + " is damaged: " + how + "; delete it");
        assertThat(file).hasContent(content.replace('\'', '"'));
    }

    @Test
    void ofANewerProgramIsLeftAlone() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{\"version\": 2}");

        assertThatThrownBy(this::open)
                .isInstanceOf(Failure.class)
                .hasMessageContaining("is of a newer aulens (version 2)");
    }

    private TailCheckpoint open() {
        return TailCheckpoint.open(file, "auditd");
    }

    private static FilePosition position(long inode, long offset) {
        return new FilePosition(new FileKey(2_049, inode), new FileHead(1_024, "00ff"), offset, offset + 1);
    }
}
