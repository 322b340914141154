package dev.aulens.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressLineTest {

    private static final Duration UNTIL_REDRAWN = Duration.ofMillis(250);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @CsvSource({
        "false, false, 40, ''",
        "true, false, 40, ''",
        "false, true, 40, 'verifying  50% [##########          ]  '",
        "true, true, 40, 'verifying  50% [##########          ]  '",
        "false, true, 15, 'verifying  50%'",
    })
    void isDrawnWhereStandardErrorIsATerminalAndAsWideAsIt(
            boolean outIsTerminal, boolean errIsTerminal, int columns, String start) throws InterruptedException {
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                false,
                outIsTerminal,
                errIsTerminal,
                Map.of("COLUMNS", Integer.toString(columns)));

        try (ProgressLine progress = new ProgressLine(terminal, "verifying", 2_000_000)) {
            Thread.sleep(UNTIL_REDRAWN.toMillis());
            progress.bytes(1_000_000);
        }

        assertThat(out.size()).isZero();
        if (errIsTerminal) {
            String[] drawn = err.toString(UTF_8).split("\r", -1);
            assertThat(drawn[1]).startsWith(start).endsWith("\u001b[K");
            assertThat(drawn[1].length()).isLessThan(columns + "\u001b[K".length());
            assertThat(drawn[2]).isEqualTo("\u001b[K");
        } else {
            assertThat(err.size()).isZero();
        }
    }
}
