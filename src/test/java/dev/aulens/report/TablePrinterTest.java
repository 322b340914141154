package dev.aulens.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aulens.locale.DateFormat;
import dev.aulens.render.Escaping;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TablePrinterTest {

    private static final Table KEYS = new Table(
            "keys",
            List.of(Column.text("key"), Column.number("events")),
            List.of(List.of("exec", "12"), List.of("=a|b\u001b[1m", "3")));
    private static final Table CALLS =
            new Table("calls", List.of(Column.text("call")), List.of(List.of("openat"), List.of("mkdir")));
    private static final Table EMPTY = new Table("empty", List.of(Column.text("nothing")), List.of());

    @Test
    void textIsAligned() throws IOException {
        assertThat(print(ReportFormat.TEXT, List.of(KEYS), 9)).isEqualTo("""
                key          events
                exec         12
                =a|b\\033[1m  3
                """);
    }

    @Test
    void severalTablesHaveNames() throws IOException {
        assertThat(print(ReportFormat.TEXT, List.of(KEYS, EMPTY, CALLS), 1)).isEqualTo("""
                keys
                key   events
                exec  12

                calls
                call
                openat
                """);
    }

    @Test
    void rowsOfJsonSayWhichTableTheyAreOf() throws IOException {
        assertThat(print(ReportFormat.JSON, List.of(KEYS, EMPTY, CALLS), 1)).isEqualTo("""
                {"table":"keys","key":"exec","events":12}
                {"table":"calls","call":"openat"}
                """);
        assertThat(print(ReportFormat.JSON, List.of(CALLS), 9)).isEqualTo("""
                {"call":"openat"}
                {"call":"mkdir"}
                """);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-3, -3",
        "0.062500, 0.062500",
        "14.0, 14.0",
        "'', '\"\"'",
        "007, '\"007\"'",
        "12., '\"12.\"'",
        ".5, '\".5\"'",
        "1.2.3, '\"1.2.3\"'",
        "-, '\"-\"'",
        "1e3, '\"1e3\"'",
        "?, '\"?\"'"
    })
    void cellsOfNumbersAreNumbersInJsonIfTheyAreWrittenAsOne(String cell, String json) throws IOException {
        Table table = new Table("one", List.of(Column.number("n")), List.of(List.of(cell)));

        assertThat(print(ReportFormat.JSON, List.of(table), 1)).isEqualTo("{\"n\":" + json + "}\n");
    }

    @Test
    void noCellIsAFormulaOrMarkup() throws IOException {
        assertThat(print(ReportFormat.CSV, List.of(KEYS, CALLS), 9))
                .isEqualTo("key,events\r\nexec,12\r\n'=a|b\\033[1m,3\r\n\ncall\r\nopenat\r\nmkdir\r\n");
        assertThat(print(ReportFormat.MARKDOWN, List.of(KEYS, EMPTY), 9)).isEqualTo("""
                ### keys

                | key | events |
                | --- | ---: |
                | exec | 12 |
                | =a\\|b\\\\033\\[1m | 3 |
                """);
    }

    @Test
    void tablesWithoutRowsAreNothing() throws IOException {
        assertThat(print(ReportFormat.TEXT, List.of(EMPTY), 9)).isEmpty();
    }

    private static String print(ReportFormat format, List<Table> tables, int top) throws IOException {
        ReportStyle style = new ReportStyle(
                format, Escaping.TTY, DateFormat.of(Map.of("LC_ALL", "C")), ZoneOffset.UTC, 0, heading -> heading);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean found = new TablePrinter(style, out).print(tables, top);
        assertThat(found).isEqualTo(out.size() > 0);
        return out.toString(UTF_8);
    }
}
