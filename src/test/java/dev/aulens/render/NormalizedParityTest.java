package dev.aulens.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aulens.event.AuditEvent;
import dev.aulens.interpret.Identities;
import dev.aulens.interpret.Interpreter;
import dev.aulens.testing.AuditTool;
import dev.aulens.testing.Corpus;
import dev.aulens.testing.Events;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The formats csv and text against the real ausearch, event by event.
 *
 * <p>Compared are events that ausearch prints as one: it drops events, and splits them, where aulens does not. What else
 * may differ is said by {@link NormalizedDifference}, a row of docs/differences.md each.
 */
class NormalizedParityTest {

    private static final CsvColumns ALL = new CsvColumns(true, true, true, true);

    /** Dozens of unrelated records with one id, which ausearch takes for several events. */
    private static final String ONE_ID = "wazuh-whodata-tests.log";

    private final Interpreter interpreter = Interpreter.load();
    private final Identities names = Identities.of(Path.of("/etc/passwd"), Path.of("/etc/group"));

    static Stream<Path> logs() {
        return Corpus.all().stream().filter(log -> log.toString().endsWith(".log") && !log.endsWith(ONE_ID));
    }

    @ParameterizedTest
    @MethodSource("logs")
    void csvIsThatOfAusearch(Path log) throws IOException {
        assertThat(differences(log, OutputFormat.CSV, CsvColumns.NONE, "--format", "csv"))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("logs")
    void csvWithAllColumnsIsThatOfAusearch(Path log) throws IOException {
        assertThat(differences(
                        log,
                        OutputFormat.CSV,
                        ALL,
                        "--format",
                        "csv",
                        "--extra-keys",
                        "--extra-labels",
                        "--extra-time",
                        "--extra-obj2"))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("logs")
    void textIsThatOfAusearch(Path log) throws IOException {
        assertThat(differences(log, OutputFormat.TEXT, CsvColumns.NONE, "--format", "text"))
                .isEmpty();
    }

    private List<String> differences(Path log, OutputFormat format, CsvColumns columns, String... options)
            throws IOException {
        EventRenderer renderer = format.renderer(
                new OutputFormat.Settings(interpreter, ZoneOffset.UTC, DateFormat.C, Escaping.TTY, columns));
        List<String> arguments = new ArrayList<>(List.of("-if", log.toString()));
        arguments.addAll(List.of(options));
        Map<String, List<String>> theirs = new HashMap<>();
        for (String line : AuditTool.AUSEARCH.run(arguments).output().split("\n", -1)) {
            theirs.computeIfAbsent(id(line, columns), id -> new ArrayList<>()).add(line);
        }
        Collection<AuditEvent> events = Events.read(log);
        List<String> differences = new ArrayList<>();
        for (AuditEvent event : events) {
            String our = render(renderer, event);
            List<String> same = theirs.getOrDefault(id(our, columns), List.of());
            if (!same.remove(our) && same.size() == 1) {
                String their = same.remove(0);
                if (!NormalizedDifference.isKnown(event, our, their)) {
                    differences.add("\naulens:   " + our + "\nausearch: " + their);
                }
            }
        }
        return differences;
    }

    private String render(EventRenderer renderer, AuditEvent event) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        renderer.render(event, names, out);
        String line = out.toString(StandardCharsets.ISO_8859_1);
        assertThat(line).endsWith("\n");
        return line.substring(0, line.length() - 1);
    }
}
