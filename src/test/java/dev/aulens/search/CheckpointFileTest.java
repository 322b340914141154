package dev.aulens.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.aulens.query.Filter;
import dev.aulens.record.EventId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointFileTest {

    private static final Filter KEY = new Filter.Term("auditd.key", "passwd");
    private static final Filter OTHER = new Filter.Term("auditd.key", "exec");
    private static final EventId LAST = new EventId("web1", 1_700_000_000_007L, 101);

    @TempDir
    Path folder;

    @Test
    void missingFileIsAFirstSearch() throws Exception {
        assertThat(read(KEY).position()).isNull();
    }

    @Test
    void positionIsKeptForTheSameConditions() throws Exception {
        read(KEY).write(LAST);
        assertThat(read(KEY).position()).isEqualTo(LAST);
        assertThat(read(OTHER).position()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "a b", "1700000000.007:101"})
    void nodeMayHaveAnyName(String node) throws Exception {
        EventId last = new EventId(node, 1_700_000_000_007L, 101);
        read(KEY).write(last);
        assertThat(read(KEY).position()).isEqualTo(last);
    }

    @Test
    void oneFileServesSeveralSearches() throws Exception {
        EventId withoutNode = new EventId(null, 1_700_000_001_000L, 5);
        read(KEY).write(LAST);
        read(OTHER).write(withoutNode);
        assertThat(read(KEY).position()).isEqualTo(LAST);
        assertThat(read(OTHER).position()).isEqualTo(withoutNode);
    }

    @Test
    void onlyTheOwnerReadsTheFile() throws Exception {
        read(KEY).write(LAST);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(folder).isDirectoryContaining(path -> path.equals(file()));
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void anotherFormIsRefusedWithItsLine() throws IOException {
        Files.writeString(file(), "dev=0xFE00\ninode=2359766\n");
        assertThatExceptionOfType(CheckpointFile.MalformedException.class)
                .isThrownBy(() -> read(KEY))
                .withMessageStartingWith("Malformed checkpoint line 1 in ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "0123456789abcdef0123456789abcdef 1700000000.007:",
                "0123456789abcdef0123456789abcdef 1700000000.-07:101",
                "0123456789abcdef0123456789abcdef 9223372036854775807.007:101",
                "0123456789abcdef0123456789abcdef 1700000000.007:101\n\n0"
            })
    void whatWasCutOrChangedIsNotTakenForAFirstSearch(String content) throws IOException {
        Files.writeString(file(), content);

        assertThatExceptionOfType(CheckpointFile.MalformedException.class)
                .isThrownBy(() -> read(KEY))
                .withMessageContaining(file().toString());
    }

    @Test
    void aLogNamedByMistakeIsNotRead() throws IOException {
        try (FileChannel log = FileChannel.open(file(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            log.write(ByteBuffer.wrap(new byte[] {'\n'}), 1L << 40);
        }

        assertThatExceptionOfType(CheckpointFile.MalformedException.class)
                .isThrownBy(() -> read(KEY))
                .withMessageContaining("too large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/null", "/dev/zero", "/tmp"})
    void aDeviceOrAFolderIsNoCheckpointFile(Path path) {
        assertThatExceptionOfType(CheckpointFile.MalformedException.class)
                .isThrownBy(() -> CheckpointFile.read(path, KEY))
                .withMessageStartingWith(path + " is not a regular file");
    }

    @Test
    void folderThatIsNotThereIsAFaultOfWriting() throws Exception {
        CheckpointFile file = CheckpointFile.read(folder.resolve("none/file"), KEY);
        assertThatIOException().isThrownBy(() -> file.write(LAST));
    }

    @Test
    void whatComesAfterAnEventIsLaterInTimeSerialOrHost() {
        Filter.Bound time = new Filter.Bound("2023-11-14T22:13:20.007Z", true);
        assertThat(CheckpointFile.after(LAST))
                .isEqualTo(Filter.any(
                        new Filter.Range("@timestamp", new Filter.Bound("2023-11-14T22:13:20.007Z", false), null),
                        Filter.all(
                                new Filter.Range("@timestamp", time, time),
                                Filter.any(
                                        new Filter.Range("event.sequence", new Filter.Bound("101", false), null),
                                        Filter.all(
                                                new Filter.Term("event.sequence", "101"),
                                                new Filter.Range(
                                                        "host.name", new Filter.Bound("web1", false), null))))));
    }

    private Path file() {
        return folder.resolve("checkpoint");
    }

    private CheckpointFile read(Filter conditions) throws IOException, CheckpointFile.MalformedException {
        return CheckpointFile.read(file(), conditions);
    }
}
