package dev.aulens.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aulens.render.Escaping;
import dev.aulens.testing.HostileText;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class TerminalLoggerTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Logger log = new TerminalLogger(() -> new PrintStream(bytes, true, UTF_8));

    static Stream<HostileText> texts() {
        return HostileText.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void writesOneLineThatNoTerminalObeys(HostileText text) {
        log.warn("waiting: {}", text.text());

        assertThat(bytes.toString(UTF_8)).isEqualTo("aulens: waiting: " + Escaping.TTY.escaped(text.text()) + "\n");
        assertThat(HostileText.controlsIn(bytes.toByteArray())).isEmpty();
    }

    @Test
    void writesWarningsAndErrorsOnly() {
        log.debug("a");
        log.info("b");
        log.warn("c");
        log.error("d", new IllegalStateException("e"));

        assertThat(bytes.toString(UTF_8)).isEqualTo("aulens: c\naulens: d: java.lang.IllegalStateException: e\n");
    }

    @Test
    void isTheOneThatTheProgramGets() {
        assertThat(LoggerFactory.getLogger("any")).isInstanceOf(TerminalLogger.class);
    }
}
