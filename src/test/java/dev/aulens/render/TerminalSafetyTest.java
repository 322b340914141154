package dev.aulens.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aulens.event.AuditEvent;
import dev.aulens.interpret.Edition;
import dev.aulens.interpret.Identities;
import dev.aulens.interpret.Interpreter;
import dev.aulens.locale.DateFormat;
import dev.aulens.testing.Events;
import dev.aulens.testing.HostileText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No character that a terminal obeys leaves a format unescaped, wherever in an event it stands. */
class TerminalSafetyTest {

    static Stream<Arguments> formatsAndTexts() {
        return Stream.of(OutputFormat.DEFAULT, OutputFormat.INTERPRET, OutputFormat.CSV, OutputFormat.TEXT)
                .flatMap(format -> Stream.of(Escaping.TTY, Escaping.SHELL, Escaping.SHELL_QUOTE)
                        .flatMap(escaping ->
                                HostileText.ALL.stream().map(text -> Arguments.of(format, escaping, text))));
    }

    @ParameterizedTest
    @MethodSource("formatsAndTexts")
    void eventIsPrintedWithoutControlCharacters(OutputFormat format, Escaping escaping, HostileText text)
            throws IOException {
        EventRenderer renderer = format.renderer(new OutputFormat.Settings(
                Interpreter.load(Edition.AUSEARCH_3),
                ZoneOffset.UTC,
                DateFormat.POSIX,
                escaping,
                new CsvColumns(true, true, true, true)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (AuditEvent event : Events.read(text.log())) {
            renderer.render(event, Identities.none(), out);
        }

        assertThat(out.size()).isPositive();
        assertThat(HostileText.controlsIn(out.toByteArray())).isEmpty();
    }

    static List<HostileText> texts() {
        return HostileText.ALL;
    }

    @ParameterizedTest
    @MethodSource("texts")
    void tableIsPrintedWithoutControlCharacters(HostileText text) throws IOException {
        for (Escaping escaping : Escaping.values()) {
            TableRenderer table = new TableRenderer(List.of("a", "b"), 20, escaping, UnaryOperator.identity());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            table.row(List.of(text.text(), "x" + text.text().repeat(20)), out);
            table.end(out);

            assertThat(HostileText.controlsIn(out.toByteArray())).isEmpty();
            assertThat(out.toString(java.nio.charset.StandardCharsets.UTF_8).lines())
                    .hasSize(2);
        }
    }

    @Test
    void rawIsWhatTheLogHas() throws IOException {
        HostileText escape = HostileText.ALL.get(0);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EventRenderer renderer = new RawRenderer();
        for (AuditEvent event : Events.read(escape.log())) {
            renderer.render(event, Identities.none(), out);
        }

        assertThat(out.toByteArray()).isEqualTo(escape.log());
    }
}
