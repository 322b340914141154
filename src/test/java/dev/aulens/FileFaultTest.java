package dev.aulens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileFaultTest {

    private static final Map<IOException, String> WORDS_OF_THE_SYSTEM = Map.of(
            new NoSuchFileException("/x"), "No such file or directory",
            new AccessDeniedException("/x"), "Permission denied",
            new NotDirectoryException("/x"), "Not a directory",
            new FileAlreadyExistsException("/x"), "File exists",
            new FileSystemException("/x", null, "No space left on device"), "No space left on device",
            new IOException("Is a directory"), "Is a directory");

    private static final Map<IOException, String> REASONS = Map.of(
            new NoSuchFileException("/x"), "no such file",
            new AccessDeniedException("/x"), "no permission",
            new NotDirectoryException("/x"), "not a directory",
            new FileAlreadyExistsException("/x"), "a file of that name is in the way",
            new FileSystemException("/x", null, "No space left on device"), "No space left on device",
            new FileSystemException("/x"), "FileSystemException",
            new IOException("Is a directory"), "Is a directory",
            new IOException("first\nsecond"), "first",
            new EOFException(), "EOFException");

    @TempDir
    private Path folder;

    @Test
    void hasAReasonThatIsNotTheFilesName() {
        REASONS.forEach((fault, reason) ->
                assertThat(FileFault.reason(fault)).as(fault.toString()).isEqualTo(reason));
    }

    @Test
    void saysItInTheWordsOfTheSystemForTheAuditTools() {
        WORDS_OF_THE_SYSTEM.forEach((fault, words) ->
                assertThat(FileFault.strerror(fault)).as(fault.toString()).isEqualTo(words));
    }

    @Test
    void takesTheSystemsWordsWhereJavaHasNoClassForIt() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> Files.readAllBytes(file.resolve("below")))
                .satisfies(fault -> assertThat(FileFault.reason(fault)).isEqualTo("Not a directory"));
    }
}
