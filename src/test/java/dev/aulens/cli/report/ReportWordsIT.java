package dev.aulens.cli.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aulens.cli.Aulens;
import dev.aulens.testing.RealElasticsearch;
import dev.aulens.testing.TestCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports on logs that have words where numbers belong: those of {@code ausearch -i}, and damaged ones. */
@ExtendWith(RealElasticsearch.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportWordsIT {

    private static final String LOG = """
            type=USER_LOGIN msg=audit(11/14/23 22:13:20.123:101) : pid=1 uid=root auid=alice ses=3 msg='op=login acct=alice exe=/s hostname=h addr=10.0.0.5 terminal=ssh res=success'\s
            type=USER_LOGIN msg=audit(11/14/23 22:13:21.123:102) : pid=1 uid=root auid=unset ses=3 msg='op=login acct=bob exe=/s hostname=h addr=10.0.0.5 terminal=ssh res=success'\s
            type=DAEMON_END msg=audit(1700000040.523:103): op=terminate auid=? uid=? ses=? pid=? subj=? res=success
            type=USER_LOGIN msg=audit(1700000041.523:104): pid=1 uid=0 auid=x1 ses=3 msg='op=login acct="bob" exe="/s" hostname=h addr=10.0.0.5 terminal=ssh res=success'
            type=USER_LOGIN msg=audit(1700000042.523:105): pid=1 uid=0 auid=1000 ses=3 msg='op=login acct="bob" exe="/s" hostname=h addr=10.0.0.5 terminal=ssh res=success'
            type=USER_LOGIN msg=audit(1700000043.523:106): pid=1 uid=0 auid=77777F65 ses=3 msg='op=login acct="bob" exe="/s" hostname=h addr=10.0.0.5 terminal=ssh res=success'
            type=USER_LOGIN msg=audit(1700000044.523:107): pid=1 uid=0 auid="" ses=3 msg='op=login acct="bob" exe="/s" hostname=h addr=10.0.0.5 terminal=ssh res=success'
            """;

    private Aulens aulens = Aulens.alone();

    @BeforeAll
    void index(@TempDir Path folder, TestCluster cluster) throws IOException {
        Path log = Files.writeString(folder.resolve("audit.log"), LOG);
        aulens = Aulens.on(cluster);
        assertThat(aulens.run("index", log.toString()).status()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-u",
                "-u --summary",
                "-u --summary -i",
                "-l --summary",
                "-l --summary -i",
                "-au --summary",
                "-e",
                "--summary"
            })
    void countAtTheServerWhatTheRecordsSay(String report) {
        List<String> words = new ArrayList<>(List.of(("report " + report).split(" ")));
        Aulens.Run counted = aulens.run(words.toArray(String[]::new));
        words.addAll(List.of("-if", "-"));
        Aulens.Run read = aulens.runWithInput(LOG.getBytes(UTF_8), words.toArray(String[]::new));

        assertThat(counted.err()).isEmpty();
        assertThat(counted.out()).isEqualTo(read.out());
    }
}
