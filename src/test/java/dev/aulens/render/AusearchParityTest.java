package dev.aulens.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aulens.event.AuditEvent;
import dev.aulens.interpret.Edition;
import dev.aulens.interpret.Identities;
import dev.aulens.interpret.Interpreter;
import dev.aulens.locale.DateFormat;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The formats against the real ausearch, record by record.
 *
 * <p>Compared are the records of all events that ausearch prints too: it drops events, and splits them, where aulens does
 * not. What else may differ is said by {@link KnownDifference}, a row of docs/differences.md each.
 */
class AusearchParityTest {

    /** Dozens of unrelated records with one id, which ausearch takes for several events. */
    private static final String ONE_ID = "wazuh-whodata-tests.log";

    private final OutputFormat.Settings settings = new OutputFormat.Settings(
            Interpreter.load(Edition.AUSEARCH_3), ZoneOffset.UTC, DateFormat.POSIX, Escaping.TTY, CsvColumns.NONE);

    static Stream<Path> logs() {
        return Corpus.all().stream().filter(log -> !log.endsWith(ONE_ID));
    }

    @ParameterizedTest
    @MethodSource("logs")
    void interpretedRecordsAreThoseOfAusearch(Path log) throws IOException {
        assertThat(differences(log, OutputFormat.INTERPRET, "-i")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("logs")
    void defaultRecordsAreThoseOfAusearch(Path log) throws IOException {
        assertThat(differences(log, OutputFormat.DEFAULT, "--format", "default"))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("logs")
    void rawRecordsAreThoseOfAusearch(Path log) throws IOException {
        assertThat(differences(log, OutputFormat.RAW, "--raw")).isEmpty();
    }

    @Test
    void interpretedEventIsThatOfAusearchByteForByte() throws IOException {
        Path log = Corpus.fieldReports().resolve("autofs-enriched.log");
        String expected = AuditTool.AUSEARCH
                .run(List.of("-if", log.toString(), "-k", "autofs", "-i"))
                .output();

        assertThat(render(Events.read(log).get(0), OutputFormat.INTERPRET)).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void textBesideFieldsIsEscapedAsByAusearch(Escaping escaping, @TempDir Path folder) throws IOException {
        String records = """
                type=USER_AUTH msg=audit(1700000000.000:1): pid=1 uid=0 auid=0 ses=1 grantors=a,b$c d
                type=KERNEL msg=audit(1700000020.000:3): initialized (x)
                """;
        Path log = Files.writeString(folder.resolve("audit.log"), records);
        String expected = AuditTool.AUSEARCH
                .run(List.of(
                        "-if", log.toString(), "-i", "--escape", escaping.name().toLowerCase(Locale.ROOT)))
                .output();
        OutputFormat.Settings escaped = new OutputFormat.Settings(
                settings.interpreter(), settings.zone(), settings.dates(), escaping, settings.csvColumns());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (AuditEvent event : Events.of(records)) {
            OutputFormat.INTERPRET.renderer(escaped).render(event, Identities.none(), out);
        }

        assertThat(out.toString(StandardCharsets.ISO_8859_1)).isEqualTo(expected);
    }

    private List<String> differences(Path log, OutputFormat format, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-if", log.toString()));
        arguments.addAll(List.of(options));
        Map<String, List<String>> theirs =
                byId(AuditTool.AUSEARCH.run(arguments).output());
        List<String> differences = new ArrayList<>();
        for (AuditEvent event : Events.read(log)) {
            for (Map.Entry<String, List<String>> ours :
                    byId(render(event, format)).entrySet()) {
                List<String> same = theirs.get(ours.getKey());
                if (same != null) {
                    compare(ours.getValue(), same, differences);
                }
            }
        }
        return differences;
    }

    private static void compare(List<String> ours, List<String> theirs, List<String> differences) {
        for (String our : ours) {
            if (theirs.remove(our)) {
                continue;
            }
            String their = sameType(our, theirs);
            if (their == null || !KnownDifference.explain(our, their)) {
                differences.add("\naulens:   " + our + "\nausearch: " + their);
            }
            theirs.remove(their);
        }
    }

    private static String sameType(String line, List<String> others) {
        String head = line.substring(0, line.indexOf(' ', line.indexOf("type=")) + 1);
        return others.stream()
                .filter(other -> other.startsWith(head))
                .findFirst()
                .orElse("");
    }

    /** Returns the records in the output by the text between the parentheses of {@code audit(...)} and the node. */
    private static Map<String, List<String>> byId(String output) {
        Map<String, List<String>> records = new HashMap<>();
        for (String line : output.split("\n", -1)) {
            int audit = line.indexOf("audit(");
            if (audit >= 0 && line.indexOf(')', audit) > 0) {
                String node = line.startsWith("node=") ? line.substring(0, line.indexOf(' ')) : "";
                String id = node + line.substring(audit, line.indexOf(')', audit));
                records.computeIfAbsent(id, key -> new ArrayList<>()).add(line);
            }
        }
        return records;
    }

    private String render(AuditEvent event, OutputFormat format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Identities names = Identities.of(Path.of("/etc/passwd"), Path.of("/etc/group"));
        format.renderer(settings).render(event, names, out);
        return out.toString(StandardCharsets.ISO_8859_1);
    }
}
