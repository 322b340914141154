package dev.aulens.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aulens.event.AuditEvent;
import dev.aulens.interpret.Edition;
import dev.aulens.interpret.Identities;
import dev.aulens.interpret.Interpreter;
import dev.aulens.locale.DateFormat;
import dev.aulens.testing.AuditTool;
import dev.aulens.testing.Events;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each edition prints of an event: the table {@code editions.txt}. Its rows of 3 are also asked of the real ausearch;
 * those of 4 come from what 4.2.2 is known to do.
 */
class EditionsTest {

    private static final CsvColumns COLUMNS = new CsvColumns(true, true, false, true);

    /**
     * One event of the table.
     *
     * @param records a line each
     * @param rows what is printed, behind the editions that print it: {@code 3,4 At 22:13:20 ...}
     */
    record Case(String records, List<String> rows) {

        List<String> printedBy(String edition) {
            return rows.stream()
                    .filter(row -> row.substring(0, row.indexOf(' ')).contains(edition))
                    .map(row -> row.substring(row.indexOf(' ') + 1))
                    .toList();
        }

        @Override
        public String toString() {
            return rows.get(0);
        }
    }

    static Stream<Case> cases() {
        String table;
        try (InputStream resource = Objects.requireNonNull(EditionsTest.class.getResourceAsStream("editions.txt"))) {
            table = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Stream.of(table.split("\n\n")).map(EditionsTest::parse);
    }

    private static Case parse(String block) {
        StringBuilder records = new StringBuilder();
        List<String> rows = new ArrayList<>();
        block.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            if (line.startsWith("type=")) {
                records.append(line).append('\n');
            } else {
                rows.add(line);
            }
        });
        return new Case(records.toString(), rows);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void ausearch3PrintsItsRows(Case event) throws IOException {
        assertThat(rendered(event, Edition.AUSEARCH_3)).containsAll(event.printedBy("3"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void ausearch4PrintsItsRows(Case event) throws IOException {
        assertThat(rendered(event, Edition.AUSEARCH_4)).containsAll(event.printedBy("4"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void rowsOf3AreThoseOfTheRealAusearch(Case event, @TempDir Path folder) throws IOException {
        String log =
                Files.writeString(folder.resolve("event.log"), event.records()).toString();

        assertThat(Stream.concat(
                        ausearch(log, "csv", "--extra-keys", "--extra-labels", "--extra-obj2")
                                .skip(1),
                        ausearch(log, "text")))
                .containsAll(event.printedBy("3"));
    }

    private static Stream<String> ausearch(String log, String format, String... more) {
        List<String> arguments = new ArrayList<>(List.of("-if", log, "--format", format));
        arguments.addAll(List.of(more));
        return AuditTool.AUSEARCH.run(arguments).output().lines();
    }

    private static List<String> rendered(Case event, Edition edition) throws IOException {
        AuditEvent parsed = Events.single(event.records());
        OutputFormat.Settings settings = new OutputFormat.Settings(
                Interpreter.load(edition), ZoneOffset.UTC, DateFormat.POSIX, Escaping.TTY, COLUMNS);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        OutputFormat.CSV.renderer(settings).render(parsed, Identities.none(), out);
        OutputFormat.TEXT.renderer(settings).render(parsed, Identities.none(), out);
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
