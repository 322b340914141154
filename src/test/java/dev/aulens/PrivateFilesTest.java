package dev.aulens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFilesTest {

    @TempDir
    Path temporary;

    @Test
    void onlyTheFolderItselfIsPrivate() throws IOException {
        Path folder = temporary.resolve("state/dead-letters");

        PrivateFiles.createFolder(folder);
        PrivateFiles.createFolder(folder);

        assertThat(permissions(folder)).isEqualTo("rwx------");
        assertThat(Files.getPosixFilePermissions(temporary.resolve("state")))
                .isEqualTo(Files.getPosixFilePermissions(Files.createDirectory(temporary.resolve("usual"))))
                .contains(PosixFilePermission.OWNER_EXECUTE);
    }

    @Test
    void aFileInTheFoldersPlaceIsToldAbout() throws IOException {
        Path file = Files.createFile(temporary.resolve("state"));

        assertThatThrownBy(() -> PrivateFiles.createFolder(file)).isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void whatIsNoRegularFileIsNotReplaced() throws Exception {
        Path pipe = temporary.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        assertThatThrownBy(() -> PrivateFiles.replace(pipe, new byte[0])).hasMessageContaining("not a regular file");

        assertThat(Files.isRegularFile(pipe)).isFalse();
        assertThat(temporary.toFile().list()).containsExactly("pipe");
    }

    @Test
    void aReplacedFileIsPrivateAndLeavesNothingBeside() throws IOException {
        Path file = temporary.resolve("checkpoint");
        Files.writeString(file, "old");

        PrivateFiles.replace(file, "new".getBytes(StandardCharsets.UTF_8));

        assertThat(file).hasContent("new");
        assertThat(permissions(file)).isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(temporary)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aFileThatOthersMayReadIsMadePrivate() throws IOException {
        Path file = Files.createFile(
                temporary.resolve("letters"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--")));

        PrivateFiles.makePrivate(file);

        assertThat(permissions(file)).isEqualTo("rw-------");
    }

    @Test
    void aDeviceStaysAsItIs() throws IOException {
        Path device = Path.of("/dev/null");
        String before = permissions(device);

        PrivateFiles.makePrivate(device);

        assertThat(permissions(device)).isEqualTo(before);
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
