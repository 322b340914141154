package dev.aulens.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aulens.event.AuditEvent;
import dev.aulens.record.AuditRecord;
import dev.aulens.record.EventId;
import dev.aulens.record.RecordType;
import dev.aulens.source.LogInputs;
import dev.aulens.testing.AuditTool;
import dev.aulens.testing.Compressor;
import dev.aulens.testing.Corpus;
import dev.aulens.testing.Journal;
import dev.aulens.testing.ReadLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every log of the corpus gives the same documents in whatever form it comes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormsTest {

    /** Of a large log as many records are read: the forms treat all alike. */
    private static final int MOST_RECORDS = 1_000;

    private static final String GROUP_SEPARATOR = "\u001d";

    private final DocumentWriter writer = new DocumentWriter();

    @TempDir
    private Path folder;

    /** What a form cannot carry, so that its documents lack it. */
    private enum Lost {
        /** The enriched names: ausearch prints them in its raw output only, and journald takes the kernel's records. */
        NAMES,
        /** The node: the kernel does not know it. */
        NODE,
        /** How the record's type and id were written: with a syslog's header, {@code type=1400 audit(}. */
        PREFIX,
        /** The byte before the enriched names: aureport reads no name behind it, all else is the same. */
        SEPARATOR,
        /** Events and records that ausearch does not print (docs/differences.md). */
        EVENTS
    }

    /**
     * A form that a log comes in.
     *
     * @param write makes it of records
     */
    private record Form(String name, Function<List<AuditRecord>, byte[]> write, Set<Lost> lost) {

        /** ausearch, the kernel and journald have raw records of types that they know. */
        boolean canBeMadeOf(List<AuditRecord> records) {
            boolean ofAnything = !lost.contains(Lost.NAMES) && !lost.contains(Lost.EVENTS);
            return ofAnything
                    || records.stream()
                            .noneMatch(record ->
                                    record.interpreted() || record.type().number() == RecordType.UNKNOWN);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Form> FORMS = List.of(
            compressed("gzip", Compressor.GZIP),
            compressed("bzip2", Compressor.BZIP2),
            compressed("xz", Compressor.XZ),
            compressed("zstd", Compressor.ZSTD),
            form("windows line ends", records -> each(records, line -> line + "\r")),
            form("separator lost", records -> joined(records).replace(GROUP_SEPARATOR, ""), Lost.SEPARATOR),
            form("separator blank", records -> joined(records).replace(GROUP_SEPARATOR, " "), Lost.SEPARATOR),
            form("separator escaped", records -> joined(records).replace(GROUP_SEPARATOR, "#035"), Lost.SEPARATOR),
            form(
                    "syslog rfc 3164",
                    records -> each(records, line -> "<13>Nov 25 11:45:01 web1 audispd: " + line)
                            .replace(GROUP_SEPARATOR, "#035"),
                    Lost.PREFIX,
                    Lost.SEPARATOR),
            form(
                    "syslog rfc 5424",
                    records -> each(
                            records,
                            line -> "<14>1 2026-11-22T08:00:00.123Z web1 audisp-syslog 7 - [origin ip=\"1.2.3.4\"] "
                                    + line),
                    Lost.PREFIX),
            form(
                    "syslog iso time",
                    records -> each(records, line -> "2026-11-22T08:00:00.123456+01:00 web1 audisp-syslog[7]: " + line),
                    Lost.PREFIX),
            form(
                    "kernel log",
                    records -> records.stream()
                            .map(record -> "Nov 25 11:45:01 web1 kernel: [   78.562461] audit: type="
                                    + record.type().number() + " audit("
                                    + record.id().timeAndSerial() + ")" + body(record) + "\n")
                            .collect(Collectors.joining()),
                    Lost.PREFIX,
                    Lost.NODE,
                    Lost.NAMES),
            form("journal export", records -> latin(journal(records).export()), Lost.PREFIX, Lost.NODE, Lost.NAMES),
            form("journal json", records -> latin(journal(records).json()), Lost.PREFIX, Lost.NODE, Lost.NAMES),
            form(
                    "journal export of syslog",
                    records -> latin(syslogJournal(records).export())),
            form(
                    "journal json of syslog",
                    records -> latin(syslogJournal(records).json())),
            form("ausearch raw", records -> ausearch(records, "--raw"), Lost.EVENTS),
            form("ausearch default", records -> ausearch(records), Lost.EVENTS, Lost.NAMES));

    private static Form form(String name, Function<List<AuditRecord>, String> write, Lost... lost) {
        return new Form(name, records -> write.apply(records).getBytes(ISO_8859_1), Set.of(lost));
    }

    private static Form compressed(String name, Compressor compressor) {
        return new Form(name, records -> compressor.compress(bytes(records)), Set.of());
    }

    private static byte[] bytes(List<AuditRecord> records) {
        return joined(records).getBytes(ISO_8859_1);
    }

    private static String joined(List<AuditRecord> records) {
        return each(records, line -> line);
    }

    private static String each(List<AuditRecord> records, Function<String, String> form) {
        return records.stream().map(record -> form.apply(text(record)) + "\n").collect(Collectors.joining());
    }

    static Stream<Arguments> formsOfLogs() {
        return Corpus.all().stream().flatMap(FormsTest::formsOf);
    }

    private static Stream<Arguments> formsOf(Path log) {
        List<AuditRecord> records = records(log);
        return FORMS.stream().filter(form -> form.canBeMadeOf(records)).map(form -> Arguments.of(form, log));
    }

    @ParameterizedTest
    @MethodSource("formsOfLogs")
    void giveTheDocumentsOfTheRawLog(Form form, Path log) {
        List<AuditRecord> records = records(log);

        ReadLog read = ReadLog.of(form.write().apply(records));

        assertThat(read.addsUp()).isTrue();
        assertThat(read.reasons()).isEmpty();
        compare(read.events(), ReadLog.of(carried(records, form.lost())).events(), form.lost());
    }

    @ParameterizedTest
    @MethodSource("logs")
    void giveTheSameDocumentsFromARotatedSet(Path log) throws IOException {
        List<AuditRecord> records = records(log);
        int third = records.size() / 3;
        rotated("audit.log.2.zst", Compressor.ZSTD.compress(bytes(records.subList(0, third))));
        rotated("audit.log.1.xz", Compressor.XZ.compress(bytes(records.subList(third, 2 * third))));
        rotated("audit.log", bytes(records.subList(2 * third, records.size())));

        ReadLog read =
                ReadLog.of(LogInputs.of(List.of(folder.toString()), InputStream.nullInputStream()), ZoneOffset.UTC);

        assertThat(read.records()).isEqualTo(records.size());
        compare(read.events(), ReadLog.of(carried(records, Set.of())).events(), Set.of());
    }

    static List<Path> logs() {
        return Corpus.all();
    }

    private void rotated(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
    }

    private void compare(List<AuditEvent> read, List<AuditEvent> raw, Set<Lost> lost) {
        Map<EventId, List<JsonNode>> documents = new HashMap<>();
        Map<EventId, List<Integer>> sizes = new HashMap<>();
        for (AuditEvent event : raw) {
            documents.computeIfAbsent(event.id(), id -> new ArrayList<>()).add(document(event, lost));
            sizes.computeIfAbsent(event.id(), id -> new ArrayList<>())
                    .add(event.records().size());
        }
        if (!lost.contains(Lost.EVENTS)) {
            assertThat(read.stream().map(AuditEvent::id).toList())
                    .isEqualTo(raw.stream().map(AuditEvent::id).toList());
        }
        int compared = 0;
        for (AuditEvent event : read) {
            assertThat(documents.containsKey(event.id()))
                    .as(event.id().toString())
                    .isTrue();
            if (!lost.contains(Lost.EVENTS) || isWhole(event, sizes)) {
                JsonNode found = document(event, lost);
                assertThat(documents.getOrDefault(event.id(), List.of()))
                        .as(event.id() + " " + event.records())
                        .anySatisfy(expected ->
                                assertThat(differences("", found, expected)).isEmpty());
                compared++;
            }
        }
        assertThat(compared).as("most events are whole").isGreaterThanOrEqualTo((read.size() + 1) / 2);
    }

    /** ausearch leaves out records, joins what came late, and writes control characters in another way. */
    private static boolean isWhole(AuditEvent event, Map<EventId, List<Integer>> sizes) {
        return sizes.getOrDefault(event.id(), List.of())
                        .equals(List.of(event.records().size()))
                && event.records().stream().noneMatch(record -> text(record).matches(".*\\\\[0-3][0-7]{2}.*"));
    }

    private static List<String> differences(String path, JsonNode found, JsonNode expected) {
        if (!found.isObject() || !expected.isObject()) {
            return found.equals(expected) ? List.of() : List.of(path + ": " + found + " instead of " + expected);
        }
        List<String> differences = new ArrayList<>();
        Set<String> names = new TreeSet<>();
        found.fieldNames().forEachRemaining(names::add);
        expected.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            differences.addAll(differences(path + "/" + name, found.path(name), expected.path(name)));
        }
        return differences;
    }

    private JsonNode document(AuditEvent event, Set<Lost> lost) {
        ObjectNode document = (ObjectNode) Documents.parse(writer.write(event));
        document.remove("log");
        ((ObjectNode) document.get("auditd")).remove("overtaken"); // tells of the log around the event
        if (lost.contains(Lost.SEPARATOR) || lost.contains(Lost.PREFIX)) {
            ((ObjectNode) document.get("event")).remove("original");
        }
        if (lost.contains(Lost.SEPARATOR)) {
            removeNameOfReport((ObjectNode) document.get("auditd"));
        }
        return document;
    }

    private static void removeNameOfReport(ObjectNode auditd) {
        if (auditd.get("report") instanceof ObjectNode report) {
            report.remove("call_name");
            if (report.isEmpty()) {
                auditd.remove("report");
            }
        }
    }

    private static List<AuditRecord> records(Path log) {
        try {
            return ReadLog.of(Files.readAllBytes(log)).events().stream()
                    .flatMap(event -> event.records().stream())
                    .limit(MOST_RECORDS)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the log with as much of its records as a form can carry. */
    private static byte[] carried(List<AuditRecord> records, Set<Lost> lost) {
        StringBuilder log = new StringBuilder();
        for (AuditRecord record : records) {
            String text = lost.contains(Lost.NAMES) ? withoutNames(text(record)) : text(record);
            int type = lost.contains(Lost.NODE) ? Math.max(0, text.indexOf("type=")) : 0;
            log.append(text, type, text.length()).append('\n');
        }
        return log.toString().getBytes(ISO_8859_1);
    }

    private static Journal journal(List<AuditRecord> records) {
        Journal journal = new Journal();
        for (AuditRecord record : records) {
            String name = record.type().name();
            String journaldName =
                    name.startsWith("UNKNOWN") ? "AUDIT" + record.type().number() : name;
            String text = body(record).replaceFirst("^ ?: *", "");
            journal.audit(
                    record.type().number(),
                    journaldName,
                    record.id().millis(),
                    record.id().serial(),
                    text);
        }
        return journal;
    }

    private static Journal syslogJournal(List<AuditRecord> records) {
        Journal journal = new Journal();
        records.forEach(record -> journal.message("syslog", "0", "audisp-syslog", text(record)));
        return journal;
    }

    private static String ausearch(List<AuditRecord> records, String... options) {
        try {
            Path log = Files.createTempFile("aulens", ".log");
            try {
                Files.write(log, carried(records, Set.of()));
                List<String> arguments = new ArrayList<>(List.of("-if", log.toString()));
                arguments.addAll(List.of(options));
                return AuditTool.AUSEARCH.run(arguments).output();
            } finally {
                Files.delete(log);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(AuditRecord record) {
        return latin(record.line()).substring(record.start());
    }

    private static String body(AuditRecord record) {
        return withoutNames(latin(record.line()).substring(record.body()));
    }

    private static String withoutNames(String text) {
        int separator = text.indexOf(GROUP_SEPARATOR);
        return separator < 0 ? text : text.substring(0, separator);
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }
}
