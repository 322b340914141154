package dev.aulens.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aulens.interpret.TextBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EscapingTest {

    @ParameterizedTest
    @CsvSource({
        "TTY, a\u001bb, a\\033b",
        "TTY, a\u007f, a\\177",
        "TTY, \u009b31m, \\302\\23331m",
        "TTY, a\u202eb, a\\342\\200\\256b",
        "TTY, \u2066x\u061c, \\342\\201\\246x\\330\\234",
        "TTY, файл 目录 é, файл 目录 é",
        "TTY, $(x) y, $(x) y",
        "SHELL, $(x) y, \\$\\(x\\)\\ y",
        "SHELL, a;b, a;b",
        "SHELL_QUOTE, a;b*, a\\;b\\*",
        "RAW, a\u001bb, a\u001bb"
    })
    void textIsMadeHarmless(Escaping escaping, String text, String escaped) {
        TextBuffer buffer = new TextBuffer().append(text);
        escaping.escape(buffer, 0);

        assertThat(buffer).hasToString(escaped);
    }

    @ParameterizedTest
    @CsvSource({
        "\u009ba\u00ff\u00c3, \\233a\u00ff\u00c3",
        "\u00e0\u0080\u009b, \u00e0\\200\\233", // an overlong ESC
        "\u00f0\u0080\u0082\u00a9, \u00f0\\200\\202\u00a9", // an overlong copyright sign
        "\u00ed\u00a0\u0080, \u00ed\u00a0\\200", // a surrogate
        "\u00f4\u0090\u0080\u0080, \u00f4\\220\\200\\200" // beyond U+10FFFF
    })
    void bytesThatAreNoUtf8StayUnlessATerminalMayObeyThem(String latin, String escaped) {
        byte[] bytes = latin.getBytes(StandardCharsets.ISO_8859_1);
        TextBuffer buffer = new TextBuffer().append(bytes, 0, bytes.length);
        Escaping.TTY.escape(buffer, 0);

        assertThat(new String(buffer.toBytes(), StandardCharsets.ISO_8859_1)).isEqualTo(escaped);
    }

    @Test
    void textBeforeTheStartIsLeftAlone() {
        TextBuffer buffer = new TextBuffer().append("\n\n");
        Escaping.TTY.escape(buffer, 1);

        assertThat(buffer).hasToString("\n\\012");
    }
}
