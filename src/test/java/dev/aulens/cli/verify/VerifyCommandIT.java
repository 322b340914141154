package dev.aulens.cli.verify;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aulens.cli.Aulens;
import dev.aulens.cli.AulensOnElasticsearch;
import dev.aulens.cli.command.ExitStatus;
import dev.aulens.testing.AuditTool;
import dev.aulens.testing.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class VerifyCommandIT {

    private static final String FIRST =
            "type=SYSCALL msg=audit(1700000000.123:1): arch=c000003e syscall=2 success=yes\n";
    private static final String SECOND = """
            type=SYSCALL msg=audit(1700000001.456:2): arch=c000003e syscall=3 success=yes
            type=CWD msg=audit(1700000001.456:2): cwd="/root"
            """;
    private static final String FIFTH = "type=USER_LOGIN msg=audit(1700000002.000:5): pid=1 uid=0 auid=1000 ses=1"
            + " msg='op=login acct=\"alice\" res=success'\n";

    @RegisterExtension
    private final AulensOnElasticsearch aulens = new AulensOnElasticsearch();

    @TempDir
    private Path folder;

    static List<Path> logs() {
        return Corpus.own();
    }

    @ParameterizedTest
    @MethodSource("logs")
    void findsEachLogCompleteThatWasIndexed(Path log) {
        index(log.toString());

        Aulens.Run verify = aulens.run("verify", "-q", "--fields", log.toString());

        assertThat(verify.status()).as(verify.toString()).isEqualTo(ExitStatus.DONE);
        assertThat(verify.out())
                .contains(" 0 missing + 0 different")
                .contains("\n0 of the complete have fields that are not what their records say\n")
                .contains("\ncomplete: ");
    }

    @Test
    void findsWhatIsMissingOrDifferent() throws IOException {
        index(write("part", FIRST + SECOND.lines().findFirst().orElseThrow() + "\n"));

        Aulens.Run verify = aulens.run("verify", "-q", write("log", FIRST + SECOND + FIFTH));

        assertThat(verify.status()).as(verify.toString()).isEqualTo(ExitStatus.NOTHING_FOUND);
        assertThat(verify.out())
                .contains("different  1700000001.456:2  ")
                .contains(", byte " + FIRST.length() + ": its document lacks CWD\n")
                .contains("missing    1700000002.000:5  ")
                .contains("4 lines = 4 records + 0 blank + 0 separators + 0 that are no records")
                .contains("3 events = 1 complete + 1 missing + 1 different");
    }

    @Test
    void addsUpALogThatHasLinesOfOtherPrograms() throws IOException {
        String head = "Nov 14 22:13:20 web1 ";
        String log = write("syslog", head + "audispd: " + FIRST + head + "sshd[7]: Server listening\n" + "\n");
        index(log);

        Aulens.Run verify = aulens.run("verify", "-q", log);

        assertThat(verify.status()).as(verify.toString()).isEqualTo(ExitStatus.DONE);
        assertThat(verify.out())
                .startsWith("3 lines = 1 records + 1 blank + 0 separators + 1 of other programs"
                        + " + 0 that are no records\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "`event`: {`outcome`: `failure`}|event.outcome",
                "`@timestamp`: `2023-11-13T22:13:20.123Z`|@timestamp",
                "`event`: {`sequence`: 9}, `forged`: `x`|event.sequence, forged",
                "`auditd`: {`result`: null}|auditd.result"
            })
    void withFieldsFindsAFieldThatWasChangedInTheIndex(String change, String fields) throws IOException {
        String log = write("log", FIRST + SECOND);
        index(log);
        update(FIRST, "{\"doc\": {" + change.replace('`', '"') + "}}");

        Aulens.Run records = aulens.run("verify", "-q", log);
        Aulens.Run all = aulens.run("verify", "-q", "--fields", log);
        Aulens.Run json = aulens.run("verify", "-q", "--fields", "--format", "json", log);

        assertThat(records.status()).as(records.toString()).isEqualTo(ExitStatus.DONE);
        assertThat(all.status()).as(all.toString()).isEqualTo(ExitStatus.NOTHING_FOUND);
        assertThat(all.out())
                .startsWith("altered    1700000000.123:1  " + log + ", byte 0: its records say otherwise of " + fields
                        + "\n")
                .contains("\n1 of the complete have fields")
                .contains("\nNOT as the logs say: see above; delete those documents");
        assertThat(json.out())
                .contains("\"fields\":[\"" + fields.replace(", ", "\",\"") + "\"]")
                .contains("\"altered\":1");
    }

    @Test
    void withFieldsFindsARecordThatWasAddedInTheIndex() throws IOException {
        String log = write("log", FIRST + SECOND);
        index(log);
        String forged = FIRST.strip() + "\\ntype=CWD msg=audit(1700000000.123:1): cwd=\\\"/forged\\\"";
        update(FIRST, "{\"doc\": {\"event\": {\"original\": \"" + forged + "\"}}}");

        assertThat(aulens.run("verify", "-q", "--fields", log).out())
                .startsWith("altered    1700000000.123:1  ")
                .contains("auditd.record_types");
    }

    @Test
    void findsAByteThatWasChangedInTheIndex() throws IOException {
        String log = write("log", FIRST + SECOND);
        index(log);
        String changed = FIRST.strip().replace("yes", "no");
        update(FIRST, "{\"doc\": {\"event\": {\"original\": \"" + changed + "\"}}}");

        Aulens.Run verify = aulens.run("verify", "-q", log);

        assertThat(verify.status()).as(verify.toString()).isEqualTo(ExitStatus.NOTHING_FOUND);
        assertThat(verify.out()).contains("2 events = 1 complete + 0 missing + 1 different");
    }

    @Test
    void findsEventsThatTheLogsDoNotHaveWhereAsked() throws IOException {
        index(write("all", FIRST + SECOND + FIFTH));
        String log = write("log", FIRST + FIFTH);

        assertThat(aulens.run("verify", "-q", log).status()).isEqualTo(ExitStatus.DONE);
        Aulens.Run verify = aulens.run("verify", "-q", "--extra", log);

        assertThat(verify.status()).as(verify.toString()).isEqualTo(ExitStatus.NOTHING_FOUND);
        assertThat(verify.out()).contains("extra      1700000001.456:2");
    }

    @Test
    void doesNotTakeAClosedIndexForMissingEvents() throws IOException {
        String log = write("log", FIRST + SECOND);
        index(log);
        String index = aulens.cluster().indices().get(0);
        aulens.cluster().send("POST", "/" + index + "/_close", "");

        Aulens.Run verify = aulens.run("verify", "-q", log);

        assertThat(verify.status()).as(verify.toString()).isEqualTo(ExitStatus.FAILED);
        assertThat(verify.err()).contains(" of index " + index + " cannot be read: closed");
    }

    @Test
    void tellsWhichSerialNumbersTheLogLacks() throws IOException {
        String log = write("log", FIRST + SECOND + FIFTH);
        index(log);

        Aulens.Run verify = aulens.run("verify", "-q", log);

        assertThat(verify.out())
                .contains("gap    (no name)  2 serial numbers, 3 to 4, between 2023-11-14T22:13:21.456Z and"
                        + " 2023-11-14T22:13:22Z");
    }

    @Test
    void saysAsJsonWhatItSaysInWords() throws IOException {
        index(write("part", FIRST));

        Aulens.Run verify = aulens.run("verify", "-q", "--format", "json", write("log", FIRST + FIFTH + "garbage\n"));

        JsonNode report = new ObjectMapper().readTree(verify.out());
        assertThat(report.path("complete").asBoolean()).isFalse();
        assertThat(report.path("lines").toString())
                .isEqualTo("{\"all\":3,\"records\":2,\"blank\":0,\"separators\":0,\"others\":0,\"malformed\":1}");
        assertThat(report.path("events").path("missing").asInt()).isEqualTo(1);
        assertThat(report.path("findings").path(0).path("serial").asInt()).isEqualTo(5);
        assertThat(report.path("hosts").path(0).path("lacking").asInt()).isEqualTo(3);
    }

    @Test
    void findsWhatSearchPrintsComplete() throws IOException {
        index(Corpus.debian12Enriched().toString());
        String records = aulens.run("search", "-m", "ALL", "--raw").out();

        Aulens.Run verify = aulens.runWithInput(records.getBytes(UTF_8), "verify", "-q", "--extra", "-");

        assertThat(verify.status()).as(verify.toString()).isEqualTo(ExitStatus.DONE);
    }

    @Test
    void findsPrintedRecordsCompleteWhoseRawOnesAreThere() throws IOException {
        String log = write(
                "log",
                Files.readString(Corpus.debian12Enriched(), ISO_8859_1)
                        .lines()
                        .limit(40)
                        .collect(Collectors.joining("\n", "", "\n")));
        String printed = write(
                "printed", AuditTool.AUSEARCH.run(List.of("-i", "-if", log)).output());
        index(log);
        String zone = ZoneId.systemDefault().getId();
        Aulens.Run again = aulens.run("index", "-q", "--timezone", zone, printed);

        Aulens.Run verify = aulens.run("verify", "-q", "--timezone", zone, printed);

        assertThat(again.out()).contains(" 0 documents created + 0 joined + ").contains(" + 0 rejected");
        assertThat(verify.status()).as(verify.toString()).isEqualTo(ExitStatus.DONE);
        assertThat(aulens.run("verify", "-q", log).status()).isEqualTo(ExitStatus.DONE);
    }

    @Test
    void limitsTheDetailsUnlessToldOtherwise() throws IOException {
        index(write("part", FIRST));
        List<String> events = new ArrayList<>();
        for (int serial = 10; serial < 30; serial++) {
            events.add("type=CWD msg=audit(1700000005.000:" + serial + "): cwd=\"/\"\n");
        }
        String log = write("log", String.join("", events));

        assertThat(missing(aulens.run("verify", "-q", log))).isEqualTo(10);
        assertThat(missing(aulens.run("verify", "-q", "--limit", "3", log))).isEqualTo(3);
        assertThat(missing(aulens.run("verify", "-q", "-v", log))).isEqualTo(20);
    }

    /** What came of a program that failed: {@code ssh web1 cat /var/log/audit/audit.log | aulens verify -}. */
    @Test
    void callsNothingComplete() throws IOException {
        index(write("log", FIRST));
        Path empty = Files.createFile(folder.resolve("empty.log"));

        Aulens.Run run = aulens.run("verify", "-q", empty.toString());

        assertThat(run.status()).isEqualTo(ExitStatus.NOTHING_FOUND);
        assertThat(run.out()).contains("nothing is verified: no record was read (");
    }

    @Test
    void saysWhatToDoWhereNothingIsIndexed() throws IOException {
        Aulens.Run verify = aulens.run("verify", write("log", FIRST));

        assertThat(verify.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(verify.err())
                .isEqualTo("aulens: there is no index " + aulens.cluster().prefix()
                        + "-*; index the log first ('aulens index FILE') or name another set with --index\n");
    }

    private static long missing(Aulens.Run verify) {
        return verify.out().lines().filter(line -> line.startsWith("missing  ")).count();
    }

    private void index(String log) {
        Aulens.Run index = aulens.run(
                "index", "-q", "--keep-dead-letters", folder.resolve("letters").toString(), log);
        assertThat(index.status()).as(index.toString()).isIn(ExitStatus.DONE, ExitStatus.FINISHED_WITH_LOSSES);
    }

    /** Changes the document that begins with a record, behind aulens' back. */
    private void update(String record, String change) throws IOException {
        String id = aulens.originals().entrySet().stream()
                .filter(each -> record.startsWith(each.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        String index = aulens.cluster().indices().get(0);
        aulens.cluster().send("POST", "/" + index + "/_update/" + id + "?refresh=true", change);
    }

    private String write(String name, String records) throws IOException {
        return Files.writeString(folder.resolve(name), records, ISO_8859_1).toString();
    }
}
