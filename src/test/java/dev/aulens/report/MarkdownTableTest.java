package dev.aulens.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTableTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "/usr/bin/python3.11; /usr/bin/python3.11",
                "12:30:00; 12:30:00",
                "a|b; a\\|b",
                "https://evil.example/x; https\\://evil.example/x",
                "WWW.evil.example; WWW\\.evil.example",
                "a@evil.example; a\\@evil.example",
                "[x](y); \\[x\\](y)"
            })
    void textStaysText(String value, String cell) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TableWriter table = new MarkdownTable(List.of(Column.text("name")), out);

        table.row(List.of(value));

        assertThat(out.toString(StandardCharsets.UTF_8).lines().skip(2)).containsExactly("| " + cell + " |");
    }
}
