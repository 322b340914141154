package dev.aulens.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aulens.render.Escaping;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvWriterTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final CsvWriter writer = new CsvWriter(Escaping.TTY, out);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "plain          | plain",
                "``             | ``",
                "-13            | -13",
                "-              | '-",
                "-l             | '-l",
                "-2+3+cmd!A0    | '-2+3+cmd!A0",
                "-1-1           | '-1-1",
                "a,b            | `\"a,b\"`",
                "say \"hi\"     | `\"say \"\"hi\"\"\"`",
                "=1+2           | '=1+2",
                "+1             | '+1",
                "@SUM(A1)       | '@SUM(A1)",
                "`=HYPERLINK(\"x\",\"y\")` | `\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"`",
                "a=b            | a=b",
            })
    void cellIsAsASpreadsheetTakesItForText(String value, String cell) throws IOException {
        writer.row(List.of(value, "next"));

        assertThat(out.toString(UTF_8)).isEqualTo(cell + ",next\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\t=1+2", "\r=1+2"})
    void blanksThatWereNotEscapedHideNoFormula(String value) throws IOException {
        new CsvWriter(Escaping.RAW, out).row(List.of(value));

        assertThat(out.toString(UTF_8)).contains("'" + value);
    }

    @Test
    void controlCharactersAreEscaped() throws IOException {
        writer.row(List.of("a\u001b[1m\n", "\u202e"));

        assertThat(out.toString(UTF_8)).isEqualTo("a\\033[1m\\012,\\342\\200\\256\r\n");
    }
}
