package dev.aulens.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aulens.cli.command.ExitStatus;
import dev.aulens.render.Escaping;
import dev.aulens.testing.HostileText;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that a terminal obeys leaves an error message unescaped, wherever a command line has it. */
class ErrorMessageTest {

    @TempDir
    private Path folder;

    /** Command lines whose message repeats a text. */
    static Stream<Arguments> faults() {
        return Stream.of(
                        "index FOLDER/TEXT",
                        "verify FOLDER/TEXT",
                        "tail FOLDER/TEXT",
                        "search -k a --es-api-key-file FOLDER/TEXT",
                        "report -f --es-api-key-file FOLDER/TEXT",
                        "search --format TEXT",
                        "search --format table --columns TEXT",
                        "search -ts TEXT",
                        "search --kql a:TEXT:b",
                        "report --format TEXT",
                        "index --retry-for TEXT",
                        "TEXT")
                .flatMap(line -> HostileText.ALL.stream().map(text -> Arguments.of(line, text)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void escapesWhatItRepeats(String line, HostileText text) {
        String[] words = Stream.of(line.split(" ", -1))
                .map(word -> word.replace("TEXT", text.text()).replace("FOLDER", folder.toString()))
                .toArray(String[]::new);

        Aulens.Run run = Aulens.alone().run(words);

        assertThat(run.status()).as(run.toString()).isNotZero();
        assertThat(HostileText.controlsIn(run.err().getBytes(UTF_8)))
                .as(run.toString())
                .isEmpty();
        assertThat(run.err()).contains(Escaping.TTY.escaped(text.text()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "csv", "json", "markdown"})
    void standsAlone(String format) {
        Aulens.Run run = Aulens.alone().run("report", "-x", "--format", format);

        assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(run.err()).startsWith("aulens: ");
        assertThat(run.out()).isEmpty();
    }

    static Stream<HostileText> texts() {
        return HostileText.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void messageOfAusyscallIsHarmlessToo(HostileText text) {
        Aulens.Run run = Aulens.alone().run("syscall", text.text());

        assertThat(run.err()).startsWith("Unknown syscall ");
        assertThat(HostileText.controlsIn(run.err().getBytes(UTF_8))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void stackTraceIsHarmlessToo(HostileText text) {
        Aulens.Run run =
                Aulens.alone().run("index", "-vv", folder.resolve(text.text()).toString());

        assertThat(run.err()).contains("\n        at dev.aulens.");
        assertThat(HostileText.controlsIn(run.err().getBytes(UTF_8))).isEmpty();
    }
}
