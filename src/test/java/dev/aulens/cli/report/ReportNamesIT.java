package dev.aulens.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aulens.cli.Aulens;
import dev.aulens.testing.RealElasticsearch;
import dev.aulens.testing.TestCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Names of users in reports: those that records carry, and of nobody else with the same number. */
@ExtendWith(RealElasticsearch.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportNamesIT {

    private static final String CALL =
            "arch=c000003e syscall=44 success=yes exit=1 a0=4 a1=0 a2=0 a3=0 items=0 ppid=1 pid=2 auid=4242 uid=0 gid=0"
                    + " euid=0 suid=0 fsuid=0 egid=0 sgid=0 fsgid=0 tty=pts0 ses=3 comm=\"x\" exe=\"/x\" key=(null)";
    private static final String NAMES = "\u001dARCH=x86_64 SYSCALL=sendto AUID=\"alice\" UID=\"root\" GID=\"root\"";

    private Aulens aulens = Aulens.alone();

    @BeforeAll
    void index(@TempDir Path folder, TestCluster cluster) throws IOException {
        Path log = folder.resolve("audit.log");
        Files.write(
                log,
                List.of(
                        "node=web1 type=CONFIG_CHANGE msg=audit(1700000000.000:1): auid=4242 ses=3 op=add_rule"
                                + " key=\"k\" list=4 res=1\u001dAUID=\"alice\"",
                        "node=web1 type=SYSCALL msg=audit(1700000000.000:1): " + CALL + NAMES,
                        "node=web2 type=SYSCALL msg=audit(1700000009.000:1): " + CALL));
        aulens = Aulens.on(cluster).with("TZ", "UTC").with("LC_ALL", "C.UTF-8");
        assertThat(aulens.run("index", log.toString()).status()).isZero();
    }

    @Test
    void rowsNameTheUserAsAnyRecordOfTheEventDoes() {
        assertThat(aulens.run("report", "-u", "-i").out())
                .contains("1. 11/14/23 22:13:20 alice pts0 ? /x 1\n")
                .contains("2. 11/14/23 22:13:29 unknown(4242) pts0 ? /x 1\n");
    }

    @Test
    void summariesDoNotLendTheNameOfOneHostToAnother() {
        assertThat(aulens.run("report", "-u", "--summary", "-i").out())
                .contains("1  alice\n")
                .contains("1  unknown(4242)\n");
    }
}
