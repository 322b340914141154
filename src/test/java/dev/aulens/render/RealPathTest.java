package dev.aulens.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aulens.interpret.Edition;
import dev.aulens.interpret.TextBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RealPathTest {

    @ParameterizedTest
    @CsvSource({
        "/home/u, a/b, /home/u/a/b",
        "/home/u, ./a//b, /home/u/a/b",
        "/home/u, ../x, /home/x",
        "/home/u, ../../../x, /x",
        "/home/u, '', /home/u",
        "/home/u, (null), /home/u/(null)",
        "/, x, /x",
        "/home/u, /a/./b/, /a/./b/",
        "/home/u, /a/../b, /b",
        "/home/u, /a/b/.., /a/b",
        "/a, b/c/../.., /a/b/c",
        "/a, b/.././x/.., /a/x",
        "/, .., /",
        "'', a/../b, a/../b"
    })
    void relativeNameBeginsInTheDirectory(String directory, String name, String expected) {
        TextBuffer path = new TextBuffer().append(name);

        RealPath.of(Edition.AUSEARCH_3).resolve(new TextBuffer().append(directory), path);

        assertThat(path).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "/home/u, a/b, /home/u/a/b",
        "/home/u, ./a//b, /home/u/./a//b",
        "/, x, //x",
        "/home/u, ./../x, /home/x",
        "/home/u, /a/./b, /a/./b"
    })
    void ausearch4CleansOnlyNamesThatGoUp(String directory, String name, String expected) {
        TextBuffer path = new TextBuffer().append(name);

        RealPath.of(Edition.AUSEARCH_4).resolve(new TextBuffer().append(directory), path);

        assertThat(path).hasToString(expected);
    }
}
