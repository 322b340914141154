package dev.aulens.index;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aulens.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadLettersTest {

    private static final String LETTER =
            "{\"file\":\"log\",\"line\":7,\"offset\":812,\"reason\":\"why\",\"bytes\":\"eA==\"}\n";

    @TempDir
    private Path folder;

    @Test
    void areAppendedToThoseOfEarlierRuns() throws IOException {
        Path file = Files.writeString(folder.resolve("letters"), LETTER);

        keepOne(file);

        assertThat(file).hasContent(LETTER + LETTER);
    }

    @Test
    void areNotGluedToALetterThatAFullDiskCutOff() throws IOException {
        Path file = Files.writeString(folder.resolve("letters"), "{\"file\":\"x\",\"rea");

        keepOne(file);

        assertThat(Files.readString(file)).isEqualTo("{\"file\":\"x\",\"rea\n" + LETTER);
    }

    @Test
    void areForTheirOwnerAloneEvenInAFileThatOthersCouldRead() throws IOException {
        Path file = Files.createFile(folder.resolve("letters"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        keepOne(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void knowWhetherThereAreAny() {
        try (DeadLetters letters = new DeadLetters(folder.resolve("letters"))) {
            assertThat(letters.isUsed()).isFalse();
            keepOne(letters);
            assertThat(letters.isUsed()).isTrue();
        }
    }

    @Test
    void thatCannotBeKeptAreAFaultThatSaysWhy() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> keepOne(file.resolve("letters")))
                .isInstanceOf(Failure.class)
                .hasMessageContaining(file.resolve("letters") + ": a file of that name is in the way;");
    }

    private static void keepOne(Path file) {
        try (DeadLetters letters = new DeadLetters(file)) {
            keepOne(letters);
        }
    }

    private static void keepOne(DeadLetters letters) {
        byte[] line = "x".getBytes(UTF_8);
        letters.malformed("log", 7, 812, "why", line, 0, line.length);
    }
}
