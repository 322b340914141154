package dev.aulens.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aulens.event.AuditEvent;
import dev.aulens.interpret.Identities;
import dev.aulens.record.AuditRecord;
import dev.aulens.record.EventId;
import dev.aulens.record.RecordType;
import dev.aulens.testing.AuditTool;
import dev.aulens.testing.Corpus;
import dev.aulens.testing.ReadLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What {@code ausearch -i} prints of a log gives the documents of the log, but for the differences that the table
 * {@code documents/interpreted-differences.tsv} allows.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InterpretedFormsTest {

    private static final int MOST_RECORDS = 5_000;
    private static final Path TABLES = Path.of("src/test/resources/documents");
    private static final Path LOCALEDEF = Path.of("/usr/bin/localedef");
    private static final Path LOCALES = Path.of("/usr/share/i18n/locales");

    private final List<String[]> misread = table("interpreted-logs.tsv");
    private final List<Allowed> allowed = table("interpreted-differences.tsv").stream()
            .map(row -> new Allowed(row[0], row[1], row[2]))
            .toList();

    @TempDir
    private Path folder;

    /** A row of the table of differences. */
    private record Allowed(String field, String kind, String warning) {

        boolean allows(Difference difference, JsonNode document) {
            return kind.equals(difference.kind())
                    && matches(difference.field())
                    && (warning.equals("-")
                            || document.at("/auditd/warnings").toString().contains(warning));
        }

        private boolean matches(String name) {
            int star = field.indexOf('*');
            return star < 0
                    ? field.equals(name)
                    : name.startsWith(field.substring(0, star)) && name.endsWith(field.substring(star + 1));
        }
    }

    /** A field that a document has otherwise than it should. */
    private record Difference(String field, JsonNode found, JsonNode expected) {

        String kind() {
            return found.isMissingNode() ? "missing" : expected.isMissingNode() ? "added" : "changed";
        }
    }

    Stream<Path> logs() {
        Set<String> whole = misread.stream()
                .filter(row -> row[1].equals("*"))
                .map(row -> row[0])
                .collect(Collectors.toSet());
        return Corpus.all().stream()
                .filter(log -> !whole.contains(log.getFileName().toString()))
                .filter(log -> raw(log).stream().noneMatch(AuditRecord::interpreted));
    }

    @ParameterizedTest
    @MethodSource("logs")
    void givesTheDocumentsOfTheRawLog(Path log) throws IOException {
        Set<String> events = misread.stream()
                .filter(row -> log.endsWith(row[0]))
                .map(row -> row[1])
                .collect(Collectors.toSet());
        compare(
                raw(log).stream()
                        .filter(record ->
                                !events.contains(Long.toString(record.id().serial())))
                        .toList(),
                Map.of());
    }

    /** The dates of these locales have all orders and separators that ausearch's users have. */
    @ParameterizedTest
    @ValueSource(
            strings = {"en_US", "en_GB", "de_DE", "fr_FR", "ru_RU", "zh_CN", "ja_JP", "ko_KR", "nl_NL", "lv_LV", "hu_HU"
            })
    void givesThemWithTheDatesOfALocale(String locale) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(LOCALEDEF) && Files.exists(LOCALES.resolve(locale)), "no source of " + locale);
        Process localedef = new ProcessBuilder(
                        LOCALEDEF.toString(),
                        "-i",
                        locale,
                        "-f",
                        "UTF-8",
                        folder.resolve(locale + ".UTF-8").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("localedef.out").toFile())
                .start();
        assertThat(localedef.waitFor(1, TimeUnit.MINUTES)).isTrue();

        compare(
                raw(Corpus.debian12Enriched()).subList(0, 500),
                Map.of("LC_ALL", locale + ".UTF-8", "LOCPATH", folder.toString()));
    }

    private void compare(List<AuditRecord> records, Map<String, String> environment) throws IOException {
        byte[] log = records.stream()
                .map(record -> new String(record.line(), ISO_8859_1).substring(record.start()) + "\n")
                .collect(Collectors.joining())
                .getBytes(ISO_8859_1);
        Path file = Files.write(folder.resolve("log"), log);
        String text = AuditTool.AUSEARCH
                .run(List.of("-i", "-if", file.toString()), environment)
                .output();
        Map<EventId, List<AuditEvent>> raw = ReadLog.of(log).events().stream()
                .collect(Collectors.groupingBy(AuditEvent::id, HashMap::new, Collectors.toList()));

        ReadLog read = ReadLog.of(text.getBytes(ISO_8859_1));

        assertThat(read.addsUp()).isTrue();
        assertThat(read.reasons()).isEmpty();
        DocumentWriter writer = new DocumentWriter(Identities.of(Path.of("/etc/passwd"), Path.of("/etc/group")));
        int compared = 0;
        for (AuditEvent event : read.events()) {
            List<AuditEvent> originals = raw.getOrDefault(event.id(), List.of());
            assertThat(originals).as(event.toString()).isNotEmpty();
            if (isWhole(event, originals)) {
                JsonNode document = document(writer, event);
                assertThat(notAllowed(document, document(writer, originals.get(0))))
                        .as(event.records() + "\n" + originals.get(0).records())
                        .isEmpty();
                compared++;
            }
        }
        assertThat(compared)
                .as("most events are whole")
                .isGreaterThanOrEqualTo((read.events().size() + 1) / 2);
    }

    /** ausearch leaves out records, and joins what came late; of types that it does not know it prints no name. */
    private static boolean isWhole(AuditEvent event, List<AuditEvent> originals) {
        return originals.size() == 1
                && originals.get(0).records().size() == event.records().size()
                && event.records().stream().noneMatch(record -> record.type().number() == RecordType.UNKNOWN);
    }

    private List<Difference> notAllowed(JsonNode found, JsonNode expected) {
        return differences("", found, expected).stream()
                .filter(difference -> allowed.stream().noneMatch(row -> row.allows(difference, found)))
                .toList();
    }

    private static List<Difference> differences(String path, JsonNode found, JsonNode expected) {
        if (!found.isObject() && !expected.isObject()) {
            return found.equals(expected) ? List.of() : List.of(new Difference(path, found, expected));
        }
        List<Difference> differences = new ArrayList<>();
        Set<String> names = new TreeSet<>();
        found.fieldNames().forEachRemaining(names::add);
        expected.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            differences.addAll(differences(path + "/" + name, found.path(name), expected.path(name)));
        }
        return differences;
    }

    private static JsonNode document(DocumentWriter writer, AuditEvent event) {
        ObjectNode document = (ObjectNode) Documents.parse(writer.write(event));
        document.remove("log");
        ((ObjectNode) document.get("auditd")).remove("overtaken"); // tells of the log around the event
        ((ObjectNode) document.get("event")).remove("original");
        return document;
    }

    private static List<AuditRecord> raw(Path log) {
        return Documents.events(log).stream()
                .flatMap(event -> event.records().stream())
                .limit(MOST_RECORDS)
                .toList();
    }

    private static List<String[]> table(String name) {
        try (Stream<String> lines = Files.lines(TABLES.resolve(name))) {
            return lines.filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
