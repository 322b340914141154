package dev.aulens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Command;

class SubcommandTest {

    @ParameterizedTest
    @EnumSource
    void isNamedAsItsCommandNamesItself(Subcommand subcommand) {
        assertThat(neededFor(subcommand.type().getAnnotation(Command.class).name()))
                .containsExactly(subcommand);
    }

    @ParameterizedTest
    @ValueSource(strings = {"search -k passwd", "-vv search", "search --help", "search --version"})
    void theOneThatIsNamedIsEnough(String words) {
        assertThat(neededFor(words)).containsExactly(Subcommand.SEARCH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--version", "-V", "-vv", "--no-such-option"})
    void rootAloneNeedsNone(String words) {
        assertThat(neededFor(words)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "-vv --help", "serach -k passwd", "serach search", "help"})
    void helpAndUnknownWordsNeedAll(String words) {
        assertThat(neededFor(words)).isEqualTo(EnumSet.allOf(Subcommand.class));
    }

    @Test
    void wordOfACommandMayBeAnothersName() {
        assertThat(neededFor("search node index"))
                .containsExactlyInAnyOrder(Subcommand.SEARCH, Subcommand.NODE, Subcommand.INDEX);
        assertThat(Aulens.alone().run("ausyscall", "tail").err())
                .isEqualTo("Unknown syscall tail using x86_64 lookup table\n");
    }

    @ParameterizedTest
    @CsvSource({"histogam, histogram", "serach, search", "verfiy, verify", "tial, tail", "inde, index"})
    void unknownCommandIsToldWhichIsLikeIt(String word, String command) {
        assertThat(Aulens.alone().run(word).err())
                .isEqualTo("aulens: unknown command '" + word + "', did you mean '" + command
                        + "'?; see 'aulens --help'\n");
    }

    @Test
    void wordForACommandThatTakesNoneIsNoCommand() {
        assertThat(Aulens.alone().run("setup", "foo").err())
                .isEqualTo("aulens: there is no argument for 'foo'; see 'aulens setup --help'\n");
    }

    private static Set<Subcommand> neededFor(String words) {
        return Subcommand.neededFor(words.isEmpty() ? List.of() : List.of(words.split(" ", -1)));
    }
}
