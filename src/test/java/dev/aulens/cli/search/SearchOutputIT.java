package dev.aulens.cli.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aulens.cli.Aulens;
import dev.aulens.testing.Corpus;
import dev.aulens.testing.HostileText;
import dev.aulens.testing.RealElasticsearch;
import dev.aulens.testing.TestCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a search prints besides what ausearch prints. */
@ExtendWith(RealElasticsearch.class)
class SearchOutputIT {

    @TempDir
    private Path folder;

    @Test
    void hostileNamesNeverReachATerminal(TestCluster cluster) throws IOException {
        Aulens aulens = Aulens.on(cluster);
        for (HostileText text : HostileText.ALL) {
            Path log = folder.resolve(text.name() + ".log");
            byte[] bytes = new String(text.log(), UTF_8)
                    .replace(":101)", ":" + (1000 + HostileText.ALL.indexOf(text)) + ")")
                    .replace(":102)", ":" + (2000 + HostileText.ALL.indexOf(text)) + ")")
                    .getBytes(UTF_8);
            Files.write(log, bytes);
            assertThat(aulens.run("index", log.toString()).status()).isZero();
        }
        for (String format : List.of("default", "interpret", "csv", "text", "table")) {
            Aulens.Run found = aulens.run("search", "-m", "ALL", "--format", format);

            assertThat(found.status()).as(format).isZero();
            assertThat(HostileText.controlsIn(found.out().getBytes(UTF_8)))
                    .as(format)
                    .isEmpty();
        }
    }

    @Test
    void tableHasTheColumnsThatAreAskedFor(TestCluster cluster) {
        Aulens aulens = Aulens.on(cluster);
        aulens.run("index", Corpus.fieldReports().resolve("autofs-enriched.log").toString());

        assertThat(aulens.run("search", "-k", "autofs", "--format", "table", "--columns", "user,action,process.pid")
                        .out())
                .isEqualTo("""
                        user  action       process.pid
                        user  opened-file  22257
                        """);
        assertThat(aulens.run("search", "-k", "autofs", "--format", "table", "--columns", "tags")
                        .out())
                .startsWith("tags\nautofs\n");
        Aulens.Run unknown = aulens.run("search", "-k", "autofs", "--format", "table", "--columns", "usr");
        assertThat(unknown).isEqualTo(new Aulens.Run(2, "", "no field is called usr; did you mean user?\n"));
        assertThat(aulens.run("search", "-k", "autofs", "--columns", "user").err())
                .isEqualTo("--columns requires format to be table\n");
    }

    @Test
    void explanationIsTheQueryAsJsonAndAsKql() {
        Aulens.Run explained = Aulens.alone().run("search", "-k", "autofs", "-w", "-p", "7", "--explain");

        assertThat(explained.out().lines())
                .hasSize(2)
                .last()
                .isEqualTo("auditd.key : \"autofs\" and process.pid : \"7\"");
    }
}
