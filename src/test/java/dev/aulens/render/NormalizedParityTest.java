package dev.aulens.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aulens.event.AuditEvent;
import dev.aulens.interpret.Edition;
import dev.aulens.interpret.Identities;
import dev.aulens.interpret.Interpreter;
import dev.aulens.locale.DateFormat;
import dev.aulens.record.EventId;
import dev.aulens.testing.AuditTool;
import dev.aulens.testing.Corpus;
import dev.aulens.testing.Events;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
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
    private static final String[] ALL_OPTIONS = {
        "--format", "csv", "--extra-keys", "--extra-labels", "--extra-time", "--extra-obj2"
    };

    /** Dozens of unrelated records with one id, which ausearch takes for several events. */
    private static final String ONE_ID = "wazuh-whodata-tests.log";

    private static final Path PASSWD = Path.of("/etc/passwd");
    private static final Path GROUP = Path.of("/etc/group");
    private static final Interpreter INTERPRETER = Interpreter.load(Edition.AUSEARCH_3);

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
        assertThat(differences(log, OutputFormat.CSV, ALL, ALL_OPTIONS)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("logs")
    void textIsThatOfAusearch(Path log) throws IOException {
        assertThat(differences(log, OutputFormat.TEXT, CsvColumns.NONE, "--format", "text"))
                .isEmpty();
    }

    static List<NormalizedDifference> knownDifferences() {
        return NormalizedDifference.ALL;
    }

    @ParameterizedTest
    @MethodSource("knownDifferences")
    void knownDifferenceIsOneStillAndHasNoOtherReason(NormalizedDifference known, @TempDir Path folder)
            throws IOException {
        Path log = Files.writeString(folder.resolve("example.log"), known.example());
        AuditEvent event = Events.single(known.example());
        String our = render(OutputFormat.CSV.renderer(settings(ALL)), event, Identities.of(PASSWD, GROUP));
        List<String> command = new ArrayList<>(List.of("-if", log.toString()));
        command.addAll(List.of(ALL_OPTIONS));
        String their = AuditTool.AUSEARCH
                .run(command)
                .output()
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow();

        assertThat(our).isNotEqualTo(their);
        assertThat(NormalizedDifference.ALL)
                .filteredOn(difference -> difference.explains().test(event, our, their))
                .containsExactly(known);
    }

    private static List<String> differences(Path log, OutputFormat format, CsvColumns columns, String... options)
            throws IOException {
        Identities names = Identities.of(PASSWD, GROUP);
        EventRenderer renderer = format.renderer(settings(columns));
        Map<String, List<String>> theirs = run(log, columns, options);
        Set<EventId> printed = printedAsOne(log);
        Map<String, List<AuditEvent>> ours = new LinkedHashMap<>();
        for (AuditEvent event : Events.read(log)) {
            if (printed.contains(event.id())) {
                String our = render(renderer, event, names);
                ours.computeIfAbsent(our, line -> new ArrayList<>()).add(event);
            }
        }
        Set<String> different = new LinkedHashSet<>();
        ours.forEach((our, events) -> events.forEach(event -> {
            if (!theirs.getOrDefault(id(our, columns), List.of()).remove(our)) {
                different.add(our);
            }
        }));
        List<String> differences = new ArrayList<>();
        for (String our : different) {
            List<String> rest = theirs.getOrDefault(id(our, columns), List.of());
            if (!isKnown(ours.getOrDefault(our, List.of()), our, rest)) {
                differences.add("\naulens:   " + our + "\nausearch: " + rest);
            }
        }
        return differences;
    }

    /** Tells whether one of the events that are printed so is known to differ from one of ausearch's other lines. */
    private static boolean isKnown(List<AuditEvent> events, String our, List<String> rest) {
        return events.stream()
                .anyMatch(event -> rest.stream().anyMatch(their -> NormalizedDifference.isKnown(event, our, their)));
    }

    /** Returns the lines that ausearch prints by what tells the event. */
    private static Map<String, List<String>> run(Path log, CsvColumns columns, String... options) {
        List<String> arguments = new ArrayList<>(List.of("-if", log.toString()));
        arguments.addAll(List.of(options));
        Map<String, List<String>> lines = new HashMap<>();
        for (String line : AuditTool.AUSEARCH.run(arguments).output().split("\n", -1)) {
            lines.computeIfAbsent(id(line, columns), id -> new ArrayList<>()).add(line);
        }
        return lines;
    }

    /** Returns the events of which ausearch prints one line: neither none nor several. */
    private static Set<EventId> printedAsOne(Path log) throws IOException {
        Map<String, List<String>> lines = run(log, CsvColumns.NONE, "--format", "csv");
        Set<EventId> ids = new HashSet<>();
        EventRenderer renderer = OutputFormat.CSV.renderer(settings(CsvColumns.NONE));
        for (AuditEvent event : Events.read(log)) {
            String our = render(renderer, event, Identities.none());
            List<String> same = lines.getOrDefault(id(our, CsvColumns.NONE), List.of());
            if (same.size() == 1) {
                ids.add(event.id());
            }
        }
        return ids;
    }

    private static OutputFormat.Settings settings(CsvColumns columns) {
        return new OutputFormat.Settings(INTERPRETER, ZoneOffset.UTC, DateFormat.POSIX, Escaping.TTY, columns);
    }

    private static String render(EventRenderer renderer, AuditEvent event, Identities names) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        renderer.render(event, names, out);
        String line = out.toString(StandardCharsets.ISO_8859_1);
        assertThat(line).endsWith("\n");
        return line.substring(0, line.length() - 1);
    }

    /** Returns the columns or words of a line that tell the event: node, time and, in csv, serial; not the type. */
    private static String id(String line, CsvColumns columns) {
        if (line.startsWith("At ") || line.startsWith("On ")) {
            int words = line.startsWith("On ") ? 5 : 3;
            return prefix(line, ' ', words);
        }
        String head = prefix(line, ',', columns.time() ? 12 : 5);
        int type = head.indexOf(',');
        return head.substring(0, Math.max(0, type)) + head.substring(head.indexOf(',', type + 1) + 1);
    }

    private static String prefix(String line, char separator, int parts) {
        int end = -1;
        for (int i = 0; i < parts; i++) {
            end = line.indexOf(separator, end + 1);
            if (end < 0) {
                return line;
            }
        }
        return line.substring(0, end);
    }
}
