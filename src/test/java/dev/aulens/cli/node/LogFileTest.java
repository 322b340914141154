package dev.aulens.cli.node;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogFileTest {

    @TempDir
    private Path folder;

    private Path log;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, UTF_8);

    @BeforeEach
    void threeLines() throws IOException {
        log = Files.writeString(folder.resolve("a.log"), "one\ntwo\nthree\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0|''", "1|three.", "2|two.three.", "3|one.two.three.", "9|one.two.three."})
    void beginsWithTheLastLines(int lines, String expected) throws IOException {
        try (LogFile file = LogFile.openLast(log, lines)) {
            file.printNew(out);
        }

        assertThat(printed.toString(UTF_8)).isEqualTo(expected.replace('.', '\n'));
    }

    @Test
    void lineIsPrintedWhenItIsComplete() throws IOException {
        try (LogFile file = LogFile.openLast(log, 0)) {
            append("fo");
            file.printNew(out);
            assertThat(printed.toString(UTF_8)).isEmpty();

            append("ur\n");
            file.printNew(out);
            assertThat(printed.toString(UTF_8)).isEqualTo("four\n");
        }
    }

    @Test
    void replacedFileIsFollowed() throws IOException {
        try (LogFile file = LogFile.openLast(log, 0)) {
            append("last of the old\n");
            Files.move(log, folder.resolve("a.log.1"));
            Files.writeString(log, "first of the new\n");
            file.printNew(out);
        }

        assertThat(printed.toString(UTF_8)).isEqualTo("last of the old\nfirst of the new\n");
    }

    @Test
    void controlCharactersAreNotPrinted() throws IOException {
        try (LogFile file = LogFile.openLast(log, 0)) {
            append("red \u001b[31m \u009b31m bell \u0007 tab \t end\n");
            file.printNew(out);
        }

        assertThat(printed.toString(UTF_8)).isEqualTo("red \\033[31m \\302\\23331m bell \\007 tab \t end\n");
    }

    private void append(String text) throws IOException {
        Files.writeString(log, text, StandardOpenOption.APPEND);
    }
}
