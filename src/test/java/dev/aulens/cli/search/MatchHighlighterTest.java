package dev.aulens.cli.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aulens.cli.terminal.Style;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchHighlighterTest {

    @ParameterizedTest
    @CsvSource({
        "no match here,       no match here",
        "key=shadow,          key=<shadow>",
        "shadow shadow,       <shadow> <shadow>",
        "/etc/shadow-backup,  /etc/<shadow-backup>",
        "Shadow,              Shadow",
    })
    void whatWasSearchedForIsMarked(String line, String marked) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MatchHighlighter highlighter = new MatchHighlighter(out, List.of("shadow", "shadow-backup"))) {
            highlighter.write((line + "\n").getBytes(UTF_8));
        }

        assertThat(out.toString(UTF_8))
                .isEqualTo(marked.replace("<", Style.MATCH.begin()).replace(">", Style.end()) + "\n");
    }
}
