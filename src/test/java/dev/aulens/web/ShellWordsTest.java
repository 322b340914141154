package dev.aulens.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aulens.query.WrongUsageException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShellWordsTest {

    static Stream<Arguments> lines() {
        return Stream.of(
                Arguments.of("", List.of()),
                Arguments.of(" \t ", List.of()),
                Arguments.of(" -k  passwd ", List.of("-k", "passwd")),
                Arguments.of("-f '/a b' x", List.of("-f", "/a b", "x")),
                Arguments.of("-f /a' 'b\" \"c", List.of("-f", "/a b c")),
                Arguments.of("'' \"\"", List.of("", "")),
                Arguments.of("'a\"\\b'", List.of("a\"\\b")),
                Arguments.of("\"a\\\"b\\\\c\\$d\\e\"", List.of("a\"b\\c$d\\e")),
                Arguments.of("a\\ b\\'c", List.of("a b'c")),
                Arguments.of("$HOME `id` *", List.of("$HOME", "`id`", "*")),
                Arguments.of("größe 監査", List.of("größe", "監査")));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void lineIsDividedAsAShellDoes(String line, List<String> words) throws WrongUsageException {
        assertThat(ShellWords.split(line)).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'a", "\"a", "a\\", "\"a\\\""})
    void unfinishedLineIsRefused(String line) {
        assertThatExceptionOfType(WrongUsageException.class).isThrownBy(() -> ShellWords.split(line));
    }

    @Test
    void joinedWordsAreDividedAgain() throws WrongUsageException {
        List<String> words = List.of("aulens", "-x", "/usr/bin/a b", "it's", "$(id)", "", "a;b", "\\", "\n", "*");

        String line = ShellWords.join(words);

        assertThat(ShellWords.split(line)).isEqualTo(words);
        assertThat(line).startsWith("aulens -x '/usr/bin/a b' 'it'\\''s' '$(id)' ''");
    }
}
