package dev.aulens.cli.report;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aulens.cli.Aulens;
import dev.aulens.cli.command.ExitStatus;
import dev.aulens.testing.Corpus;
import dev.aulens.testing.RealElasticsearch;
import dev.aulens.testing.TestCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reports that aureport does not have, against counts that are made of the logs' lines. */
@ExtendWith(RealElasticsearch.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportBeyondIT {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern ID = Pattern.compile("audit\\(([^)]*)\\)");

    /** Two boots of one host: session 1 is alice's, then bob's. Sudo's messages, failed logins, a gap of two serials. */
    private static final String LOG = """
            type=KERNEL msg=audit(1700000000.000:1): initialized
            type=LOGIN msg=audit(1700000010.000:2): pid=10 uid=0 old-auid=4294967295 auid=1000 tty=(none) old-ses=4294967295 ses=1 res=1\u001dUID="root" OLD-AUID="unset" AUID="alice"
            type=USER_START msg=audit(1700000011.000:3): pid=10 uid=0 auid=1000 ses=1 msg='op=PAM:session_open acct="alice" exe="/usr/sbin/sshd" hostname=10.0.0.5 addr=10.0.0.5 terminal=ssh res=success'\u001dUID="root" AUID="alice"
            type=USER_LOGIN msg=audit(1700000012.000:4): pid=10 uid=0 auid=1000 ses=1 msg='op=login id=1000 exe="/usr/sbin/sshd" hostname=10.0.0.5 addr=10.0.0.5 terminal=ssh res=success'\u001dUID="root" AUID="alice" ID="alice"
            type=USER_CMD msg=audit(1700000020.000:5): pid=20 uid=1000 auid=1000 ses=1 msg='cwd="/home/alice" cmd=636174202F6574632F736861646F77 exe="/usr/bin/sudo" terminal=pts/0 res=success'\u001dUID="alice" AUID="alice"
            type=CRED_REFR msg=audit(1700000020.001:6): pid=20 uid=1000 auid=1000 ses=1 msg='op=PAM:setcred grantors=pam_unix acct="root" exe="/usr/bin/sudo" hostname=? addr=? terminal=/dev/pts/0 res=success'\u001dUID="alice" AUID="alice"
            type=USER_START msg=audit(1700000020.002:7): pid=20 uid=1000 auid=1000 ses=1 msg='op=PAM:session_open acct="root" exe="/usr/bin/sudo" hostname=? addr=? terminal=/dev/pts/0 res=success'\u001dUID="alice" AUID="alice"
            type=USER_CMD msg=audit(1700000030.000:8): pid=30 uid=1000 auid=1000 ses=1 msg='cwd="/home/alice" cmd="reboot" exe="/usr/bin/sudo" terminal=pts/0 res=failed'\u001dUID="alice" AUID="alice"
            type=SYSCALL msg=audit(1700000031.000:11): arch=c000003e syscall=59 success=yes exit=0 a0=1 a1=2 a2=3 a3=4 items=0 ppid=10 pid=31 auid=1000 uid=1000 gid=1000 euid=1000 suid=1000 fsuid=1000 egid=1000 sgid=1000 fsgid=1000 tty=pts0 ses=1 comm="ls" exe="/usr/bin/ls" key="exec"\u001dAUID="alice" UID="alice"
            type=EXECVE msg=audit(1700000031.000:11): argc=1 a0="ls"
            type=CONFIG_CHANGE msg=audit(1700000032.000:12): lost=0 old=3 auid=4294967295 ses=4294967295 res=1
            type=KERNEL msg=audit(1700001000.000:1): initialized
            type=USER_LOGIN msg=audit(1700001005.000:2): pid=9 uid=0 auid=4294967295 ses=4294967295 msg='op=login acct="root" exe="/usr/sbin/sshd" hostname=? addr=192.0.2.7 terminal=ssh res=failed'
            type=USER_LOGIN msg=audit(1700001006.000:3): pid=9 uid=0 auid=4294967295 ses=4294967295 msg='op=login acct="admin" exe="/usr/sbin/sshd" hostname=? addr=192.0.2.7 terminal=ssh res=failed'
            type=LOGIN msg=audit(1700001010.000:4): pid=11 uid=0 old-auid=4294967295 auid=1001 tty=(none) old-ses=4294967295 ses=1 res=1\u001dUID="root" OLD-AUID="unset" AUID="bob"
            type=SYSCALL msg=audit(1700001011.000:5): arch=c000003e syscall=257 success=no exit=-13 a0=1 a1=2 a2=3 a3=4 items=0 ppid=11 pid=41 auid=1001 uid=1001 gid=1001 euid=1001 suid=1001 fsuid=1001 egid=1001 sgid=1001 fsgid=1001 tty=pts0 ses=1 comm="cat" exe="/usr/bin/cat" key="shadow"\u001dAUID="bob" UID="bob"
            type=LOGIN msg=audit(1700001020.000:6): pid=11 uid=0 old-auid=4294967295 auid=1000 tty=(none) old-ses=4294967295 ses=2 res=1\u001dUID="root" OLD-AUID="unset" AUID="alice"
            """;

    @TempDir
    private Path folder;

    private Aulens aulens = Aulens.alone();

    @BeforeAll
    void index(TestCluster cluster) {
        aulens = Aulens.on(cluster).with("TZ", "UTC");
        byte[] log = LOG.getBytes(UTF_8);
        assertThat(aulens.runWithInput(log, "index", "--host", "crafted", "-").status())
                .isEqualTo(ExitStatus.DONE);
        assertThat(aulens.run("index", Corpus.debian12RawNode().toString()).status())
                .isEqualTo(ExitStatus.DONE);
    }

    @Test
    void sessionsOfTwoBootsAreTwo() throws IOException {
        assertThat(crafted("--session")).containsExactly("""
                {"from":"2023-11-14T22:13:30Z","to":"2023-11-14T22:13:51Z","node":"crafted","session":1,"user":"alice","address":"10.0.0.5","commands":1,"failures":1,"events":8}""", """
                {"from":"2023-11-14T22:30:10Z","to":"2023-11-14T22:30:11Z","node":"crafted","session":1,"user":"bob","address":"?","commands":0,"failures":1,"events":2}""", """
                {"from":"2023-11-14T22:30:20Z","to":"2023-11-14T22:30:20Z","node":"crafted","session":2,"user":"alice","address":"?","commands":0,"failures":0,"events":1}""");
    }

    @Test
    void loginsAreCountedByAddress() throws IOException {
        assertThat(crafted("--logins")).containsExactly("""
                {"address":"192.0.2.7","succeeded":0,"failed":2,"accounts":2,"first":"2023-11-14T22:30:05Z","last":"2023-11-14T22:30:06Z"}""", """
                {"address":"10.0.0.5","succeeded":1,"failed":0,"accounts":1,"first":"2023-11-14T22:13:32Z","last":"2023-11-14T22:13:32Z"}""");
    }

    @Test
    void sudoSaysAsWhomWherePamDoes() throws IOException {
        assertThat(crafted("--sudo")).containsExactly("""
                {"first":"2023-11-14T22:13:40Z","last":"2023-11-14T22:13:40Z","node":"crafted","user":"alice","as":"root","succeeded":1,"failed":0,"command":"cat /etc/shadow"}""", """
                {"first":"2023-11-14T22:13:50Z","last":"2023-11-14T22:13:50Z","node":"crafted","user":"alice","as":"?","succeeded":0,"failed":1,"command":"reboot"}""");
    }

    @Test
    void gapsAndLossesAreTold() throws IOException {
        assertThat(crafted("--gaps")).containsExactly("""
                {"table":"nodes","node":"crafted","events":16,"boots":2,"gaps":1,"lacking":2,"clock set back":0}""", """
                {"table":"gaps","node":"crafted","from":9,"to":10,"lacking":2,"after":"2023-11-14T22:13:50Z","before":"2023-11-14T22:13:51Z","auditd started":"no"}""", """
                {"table":"lost records","node":"crafted","events":1,"records":3,"what":"the kernel's count of lost records was set back"}""");
    }

    @Test
    void rulesAreCountedAndThinnedOut() throws IOException {
        Path rules = Files.writeString(
                folder.resolve("audit.rules"), "-w /usr/bin/ls -p x -k exec\n-w /etc/group -p wa -k groups\n");

        assertThat(crafted("--rules", rules.toString())).containsExactly("""
                {"table":"keys","key":"(null)","events":14,"share":0.875000,"per day":14.0,"first":"2023-11-14T22:13:20Z","last":"2023-11-14T22:30:20Z"}""", """
                {"table":"keys","key":"exec","events":1,"share":0.062500,"per day":1.0,"first":"2023-11-14T22:13:51Z","last":"2023-11-14T22:13:51Z"}""", """
                {"table":"keys","key":"shadow","events":1,"share":0.062500,"per day":1.0,"first":"2023-11-14T22:30:11Z","last":"2023-11-14T22:30:11Z"}""", """
                {"table":"noisiest","events":1,"key":"exec","syscall":"execve","exit":"success","exe":"/usr/bin/ls","rule that would leave them out":"-a never,exit -F arch=x86_64 -S execve -F success=1 -F exe=/usr/bin/ls"}""", """
                {"table":"noisiest","events":1,"key":"shadow","syscall":"openat","exit":"EACCES","exe":"/usr/bin/cat","rule that would leave them out":"-a never,exit -F arch=x86_64 -S openat -F exit=-13 -F exe=/usr/bin/cat"}""", """
                {"table":"never fired","key":"groups","line":2,"rule":"-w /etc/group -p wa -k groups"}""");
    }

    @Test
    void keysOfARealLogAreAsManyAsItsLines() throws IOException {
        Map<String, Set<String>> expected = new TreeMap<>();
        Pattern key = Pattern.compile("type=SYSCALL .* key=\"([^\"]+)\"");
        for (String line : Files.readAllLines(Corpus.debian12RawNode())) {
            Matcher found = key.matcher(line);
            if (found.find()) {
                expected.computeIfAbsent(found.group(1), name -> new HashSet<>())
                        .add(id(line));
            }
        }
        Map<String, Long> counted = new TreeMap<>();
        for (JsonNode row : rows("--rules", "--node", "web01.example")) {
            if (row.path("table").asText().equals("keys")
                    && !row.path("key").asText().equals("(null)")) {
                counted.put(row.path("key").asText(), row.path("events").asLong());
            }
        }

        assertThat(expected).hasSizeGreaterThan(5);
        assertThat(counted).isEqualTo(counts(expected));
    }

    @Test
    void whatReportsAChangeOfTheRulesIsNoNoise() throws IOException {
        assertThat(Files.readString(Corpus.debian12RawNode(), ISO_8859_1))
                .contains("type=CONFIG_CHANGE ")
                .contains("op=add_rule key=\"signal\"");

        assertThat(rows("--rules", "--node", "web01.example", "--top", "100000"))
                .noneMatch(row -> row.path("exe").asText().equals("/usr/sbin/auditctl")
                        && row.path("key").asText().equals("signal"));
    }

    @Test
    void noisiestOfARealLogAreAsManyAsItsLines() throws IOException {
        Map<String, Set<String>> expected = new TreeMap<>();
        Pattern call = Pattern.compile(
                "type=SYSCALL .*arch=c000003e syscall=(\\d+) success=no exit=(-\\d+) .* exe=\"([^\"]+)\".* key=\"([^\"]+)\"");
        for (String line : Files.readAllLines(Corpus.debian12RawNode())) {
            Matcher found = call.matcher(line);
            if (found.find()) {
                String name =
                        aulens.run("syscall", "x86_64", found.group(1)).out().strip();
                String what = found.group(4) + " " + name + " exit=" + found.group(2) + " " + found.group(3);
                expected.computeIfAbsent(what, each -> new HashSet<>()).add(id(line));
            }
        }
        Map<String, Long> counted = new TreeMap<>();
        for (JsonNode row : rows("--rules", "--node", "web01.example", "--failed", "--top", "100000")) {
            if (row.path("table").asText().equals("noisiest")) {
                Matcher rule = Pattern.compile("-S (\\S+) -F (exit=\\S+) -F exe=(\\S+)")
                        .matcher(row.path("rule that would leave them out").asText());
                assertThat(rule.find()).as(row.toString()).isTrue();
                counted.put(
                        row.path("key").asText() + " " + rule.group(1) + " " + rule.group(2) + " " + rule.group(3),
                        row.path("events").asLong());
            }
        }

        assertThat(expected).hasSizeGreaterThan(20);
        assertThat(counted).isEqualTo(counts(expected));
    }

    @Test
    void sessionsOfARealLogAreAsManyAsItsLines() throws IOException {
        Set<String> events = new HashSet<>();
        Set<String> failures = new HashSet<>();
        Set<String> commands = new HashSet<>();
        for (String line : Files.readAllLines(Corpus.debian12RawNode())) {
            if (line.contains(" ses=75")) {
                events.add(id(line));
            }
            if (line.contains(" ses=75") && (line.contains(" success=no") || line.contains("res=failed"))) {
                failures.add(id(line));
            }
        }
        for (String line : Files.readAllLines(Corpus.debian12RawNode())) {
            if (line.contains("type=EXECVE ") && events.contains(id(line))) {
                commands.add(id(line));
            }
        }

        assertThat(rows("--session", "--node", "web01.example")).singleElement().satisfies(session -> {
            assertThat(session.path("session").asLong()).isEqualTo(75);
            assertThat(session.path("events").asInt()).isEqualTo(events.size());
            assertThat(session.path("failures").asInt()).isEqualTo(failures.size());
            assertThat(session.path("commands").asInt()).isEqualTo(commands.size());
        });
    }

    @Test
    void textIsAligned() {
        assertThat(aulens.run("report", "--logins", "--node", "crafted").out()).isEqualTo("""
                address    succeeded  failed  accounts  first              last
                192.0.2.7  0          2       2         11/14/23 22:30:05  11/14/23 22:30:06
                10.0.0.5   1          0       1         11/14/23 22:13:32  11/14/23 22:13:32
                """);
    }

    @Test
    void timesAndTopApply() throws IOException {
        assertThat(rows("--logins", "--node", "crafted", "-ts", "11/14/23", "22:30:06"))
                .singleElement()
                .satisfies(row -> assertThat(row.path("failed").asLong()).isEqualTo(1));
        assertThat(rows("--logins", "--node", "crafted", "--top", "1")).hasSize(1);
    }

    @Test
    void nothingIsSaidWithItsStatus() {
        assertThat(aulens.run("report", "--sudo", "--node", "web01.example"))
                .isEqualTo(new Aulens.Run(ExitStatus.NOTHING_FOUND, "<no events of interest were found>\n\n", ""));
    }

    @ParameterizedTest
    @CsvSource({"-k, exec", "--kql, process.name: cat", "--lucene, process.name:cat"})
    void gapsOfAPartOfTheEventsAreNone(String option, String value) {
        Aulens.Run run = aulens.run("report", "--gaps", option, value);

        assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(run.err()).startsWith("--gaps needs all events of a time");
    }

    @Test
    void recordsThatAreReadHaveNoSuchReport() {
        Aulens.Run run = aulens.runWithInput(LOG.getBytes(UTF_8), "report", "--sudo", "-if", "-");

        assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(run.err()).contains("aulens index -");
    }

    private List<String> crafted(String... words) {
        List<String> all = new ArrayList<>(List.of("report"));
        all.addAll(List.of(words));
        all.addAll(List.of("--node", "crafted", "--format", "json"));
        Aulens.Run run = aulens.run(all.toArray(String[]::new));
        assertThat(run.status()).as(run.toString()).isEqualTo(ExitStatus.DONE);
        return run.out().lines().toList();
    }

    private List<JsonNode> rows(String... words) throws IOException {
        List<String> all = new ArrayList<>(List.of("report", "--format", "json"));
        all.addAll(List.of(words));
        List<JsonNode> rows = new ArrayList<>();
        for (String line : aulens.run(all.toArray(String[]::new)).out().lines().toList()) {
            rows.add(MAPPER.readTree(line));
        }
        return rows;
    }

    private static Map<String, Long> counts(Map<String, Set<String>> ids) {
        Map<String, Long> counts = new TreeMap<>();
        ids.forEach((what, events) -> counts.put(what, (long) events.size()));
        return counts;
    }

    private static String id(String line) {
        Matcher id = ID.matcher(line);
        assertThat(id.find()).as(line).isTrue();
        return id.group(1);
    }
}
