package dev.aulens.cli.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aulens.cli.Aulens;
import dev.aulens.cli.command.ExitStatus;
import dev.aulens.testing.Corpus;
import dev.aulens.testing.RealElasticsearch;
import dev.aulens.testing.TestCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(RealElasticsearch.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchCommandIT {

    private static final Path LOG = Corpus.debian12RawNode();
    private static final Path OTHER = Corpus.fieldReports().resolve("efs-mkdir.log");

    private static final String LOGINS = """
            type=USER_AUTH msg=audit(1600000000.123:1): pid=1 uid=0 auid=1000 ses=1 msg='op=PAM:authentication acct="bob" exe="/usr/bin/su" hostname=? addr=? terminal=pts/0 res=success'\u001dUID="root" AUID="alice"
            type=USER_LOGIN msg=audit(1600000000.123:2): pid=1 uid=0 auid=4294967295 ses=4294967295 msg='op=login id=1001 exe="/usr/sbin/sshd" hostname=? addr=192.0.2.1 terminal=ssh res=failed'\u001dUID="root" AUID="unset" ID="bob"
            type=SYSCALL msg=audit(1600000000.123:3): arch=c000003e syscall=59 success=yes exit=0 a0=0 a1=0 a2=0 a3=0 items=0 ppid=1 pid=2 auid=1000 uid=1000 gid=1000 euid=0 suid=0 fsuid=0 egid=0 sgid=0 fsgid=0 tty=pts0 ses=1 comm="su" exe="/usr/bin/su" key=(null)\u001dAUID="alice" UID="alice" GID="alice" EUID="root" SUID="root" FSUID="root" EGID="root" SGID="root" FSGID="root"
            type=USER_MGMT msg=audit(1600000000.123:4): pid=1 uid=0 auid=1000 ses=1 msg='op=add-user-to-group grp="wheel" acct="bob" exe="/usr/sbin/usermod" hostname=? addr=? terminal=pts/0 res=success'\u001dUID="root" AUID="alice"
            """;

    private Aulens aulens = Aulens.alone();

    @BeforeAll
    void index(TestCluster cluster) {
        aulens = Aulens.on(cluster);
        Aulens.Run run = aulens.run("index", LOG.toString(), OTHER.toString());
        assertThat(run.status()).as(run.toString()).isEqualTo(ExitStatus.DONE);
    }

    @Test
    void findsEveryEventAndGivesTheLogBack() throws IOException {
        Aulens.Run all = aulens.run("search", "-m", "ALL", "--raw", "-if", LOG.toString());

        assertThat(all.out().lines()).containsExactlyInAnyOrderElementsOf(Files.readAllLines(LOG));
    }

    @Test
    void printsEventsInOrderOfTimeAndSerial() {
        List<String> times = aulens.run("search", "-m", "SYSCALL", "--raw", "-if", LOG.toString())
                .out()
                .lines()
                .map(line -> line.substring(line.indexOf("audit(") + 6, line.indexOf("):")))
                .toList();

        assertThat(times).isSorted();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-k efs_changes",
                "-k fs_chang",
                "-m SYSCALL",
                "-a 127433",
                "-p 2948",
                "-pp 18661",
                "-c mkdir",
                "-x /bin/mkdir",
                "-f /home/ec2-user/efs/audit",
                "-f dir1",
                "-ua 500",
                "-ui 0",
                "-ul 500",
                "-sv yes",
                "-sc mkdir",
                "-sc 83",
                "-e 0",
                "-tm pts1",
                "-w -c mkdir",
                "--session 18369",
                "--arch x86_64",
                "created directory"
            })
    void findsTheEventOfAFileBy(String option) {
        Aulens.Run run = aulens.run(words("search --raw -if " + OTHER + " " + option));

        assertThat(run.status()).as(run.toString()).isEqualTo(ExitStatus.DONE);
        assertThat(run.out()).contains("msg=audit(1578605459.080:127433)").hasLineCount(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-k efs_changes -sv no",
                "-w -k fs_chang",
                "-a 127434",
                "-p 294",
                "-c MKDIR",
                "-ua 501",
                "-e -13",
                "-m USER_LOGIN",
                "-hn web1",
                "--arch i386",
                "nosuchword"
            })
    void findsNothingBy(String option) {
        Aulens.Run run = aulens.run(words("search -if " + OTHER + " " + option));

        assertThat(run.status()).as(run.toString()).isEqualTo(ExitStatus.NOTHING_FOUND);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("<no matches>\n");
    }

    /** The records of a login name three users; the options ask for that of the process, as ausearch does. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            -ui root,  1 2 4
            -ui 0,     1 2 4
            -ui alice, 3
            -ui 1000,  3
            -ui bob,   -
            -ue root,  3
            -ue alice, -
            -ue bob,   -
            -ue 1001,  -
            -ua bob,   -
            -ul alice, 1 3 4
            -gi wheel, -
            """)
    void usersOfLoginsAreThoseOfTheirProcesses(String option, @Nullable String serials, @TempDir Path folder)
            throws IOException {
        Path log = folder.resolve("logins.log");
        Files.writeString(log, LOGINS);
        assertThat(aulens.run("index", log.toString()).status()).isEqualTo(ExitStatus.DONE);

        Aulens.Run run = aulens.run(words("search --raw -ts 09/13/20 12:26:40 -te 09/13/20 12:26:40 " + option));

        assertThat(run.out().lines().map(line -> line.substring(line.indexOf("123:") + 4, line.indexOf("):"))))
                .containsExactlyElementsOf(serials == null ? List.of() : List.of(words(serials)));
    }

    @Test
    void saysNothingOfNothingInTheRawFormat() {
        Aulens.Run run = aulens.run("search", "-k", "no-such-key", "--raw");

        assertThat(run).isEqualTo(new Aulens.Run(ExitStatus.NOTHING_FOUND, "", ""));
    }

    @Test
    void stopsAfterTheFirst() {
        assertThat(aulens.run("search", "-m", "SYSCALL", "--just-one")
                        .out()
                        .lines()
                        .filter(line -> line.equals("----")))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"1", "7", "2000", "2100"})
    void stopsAtTheLimit(int limit) {
        Aulens.Run run = aulens.run("search", "-n", "web01.example", "--limit", String.valueOf(limit));

        assertThat(run.out().lines().filter(line -> line.equals("----"))).hasSize(limit);
    }

    @Test
    void countsWithoutReading() {
        assertThat(aulens.run("search", "-if", OTHER.toString(), "-k", "efs_changes", "--count")
                        .out())
                .isEqualTo("1\n");
    }

    @Test
    void takesAWholeSecondAsItsEnd() {
        String second = "search -if " + OTHER + " --raw -ts 01/09/20 21:30:59 -te 01/09/20 21:30:59";

        assertThat(aulens.run(words(second)).status()).isEqualTo(ExitStatus.DONE);
        assertThat(aulens.run(words(second.replace(":59", ":58"))).status()).isEqualTo(ExitStatus.NOTHING_FOUND);
    }

    @Test
    void neverTakesTextAsSyntax() {
        assertThat(aulens.run("search", "-k", "*").status()).isEqualTo(ExitStatus.NOTHING_FOUND);
        assertThat(aulens.run("search", "-c", "mk?ir").status()).isEqualTo(ExitStatus.NOTHING_FOUND);
        assertThat(aulens.run("search", "-f", "\\").status()).isEqualTo(ExitStatus.NOTHING_FOUND);
    }

    @Test
    void saysWhatItCannotLookForInsideOfValues() {
        String repeated = "a".repeat(700);

        Aulens.Run part = aulens.run("search", "-f", repeated);
        Aulens.Run whole = aulens.run("search", "-w", "-f", repeated);

        assertThat(part.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(part.err())
                .endsWith(
                        " cannot look for a part of a value that is so long and repeats itself; ask for the whole value"
                                + " with -w, or for a shorter part of it\n");
        assertThat(whole.status()).isEqualTo(ExitStatus.NOTHING_FOUND);
    }

    @Test
    void saysThatThereIsNoIndex() {
        Aulens.Run run = aulens.run("search", "--index", "nosuchindex", "-k", "x");

        assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(run.err())
                .startsWith("aulens: there is no index nosuchindex-*")
                .hasLineCount(1);
    }

    @Test
    void saysThatThereIsNoServer() {
        Aulens.Run run = Aulens.alone().run("search", "-k", "x");

        assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(run.err())
                .startsWith("aulens: Elasticsearch at http://127.0.0.1:9 does not answer")
                .hasLineCount(1);
    }

    @Test
    void endsWrongUsageWithTheStatusOfTheCommandThatWasTyped() {
        assertThat(aulens.run("search", "--frobnicate").status()).isEqualTo(ExitStatus.FAILED);
        assertThat(aulens.run("ausearch", "--frobnicate"))
                .isEqualTo(new Aulens.Run(1, "", "--frobnicate is an unsupported option\n"));
    }

    private static String[] words(String line) {
        return line.split(" ", -1);
    }
}
