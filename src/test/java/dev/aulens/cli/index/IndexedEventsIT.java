package dev.aulens.cli.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aulens.cli.Aulens;
import dev.aulens.cli.AulensOnElasticsearch;
import dev.aulens.cli.command.ExitStatus;
import dev.aulens.testing.Corpus;
import dev.aulens.testing.RecordLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code aulens index} makes of events: one document of each, in the index of its time. */
class IndexedEventsIT {

    private static final String FIRST = "type=SYSCALL msg=audit(1700000000.123:7): arch=c000003e syscall=2 success=yes"
            + " exit=3 a0=1 a1=2 a2=3 a3=4 items=1 ppid=1 pid=2 auid=0 uid=0 comm=\"cat\" exe=\"/bin/cat\" key=\"k\"";
    private static final String SECOND = "type=CWD msg=audit(1700000000.123:7): cwd=\"/root\"";

    @RegisterExtension
    private final AulensOnElasticsearch aulens = new AulensOnElasticsearch();

    @TempDir
    private Path folder;

    static List<Path> corpus() {
        return Corpus.all();
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void areOneDocumentEachHoweverOftenTheyAreRead(Path log) throws IOException {
        int events = RecordLines.distinctIds(log);

        IndexCounts first = index(log);
        assertThat(first.created()).isEqualTo(events);
        assertThat(aulens.documents()).isEqualTo(events);

        IndexCounts second = index(log);
        assertThat(second.created()).isZero();
        assertThat(second.joined()).isZero();
        assertThat(aulens.documents()).isEqualTo(events);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void areJoinedWhenTheirRecordsComeInTwoFiles(boolean inOrder) throws IOException {
        Path older = write("audit.log.1", FIRST + "\n");
        Path newer = write("audit.log", SECOND + "\n");

        index(inOrder ? older : newer);
        IndexCounts late = index(inOrder ? newer : older);

        assertThat(late.joined()).isEqualTo(1);
        assertThat(aulens.originals().values()).containsExactly(FIRST + "\n" + SECOND);
    }

    @Test
    void areJoinedAcrossTheFilesOfADirectory() throws IOException {
        write("audit.log.1", FIRST + "\n");
        write("audit.log", SECOND + "\n");

        IndexCounts counts = index(folder);

        assertThat(counts.created()).isEqualTo(1);
        assertThat(aulens.originals().values()).containsExactly(FIRST + "\n" + SECOND);
    }

    @Test
    void areJoinedWhenTheLogHasGoneOn() throws IOException {
        String other = FIRST.replace("1700000000.123:7", "1700000009.000:8");
        index(write("audit.log", FIRST + "\n" + other + "\n" + SECOND + "\n"));

        assertThat(aulens.originals().values()).containsExactlyInAnyOrder(FIRST + "\n" + SECOND, other);
    }

    @Test
    void standOnceWhenTwoIndexersReadTheSameLog() throws Exception {
        Path log = Corpus.debian12Enriched();
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            Callable<IndexCounts> run = () -> index(log);
            List<Future<IndexCounts>> runs = both.invokeAll(List.of(run, run));

            int created = runs.get(0).get().created() + runs.get(1).get().created();
            assertThat(created).isEqualTo(RecordLines.distinctIds(log));
        } finally {
            both.shutdownNow();
        }
        assertThat(aulens.documents()).isEqualTo(RecordLines.distinctIds(log));
    }

    @Test
    void ofTwoHostsStayApart() throws IOException {
        Path log = write("audit.log", FIRST + "\n");

        aulens.run("index", "--host", "a", log.toString());
        aulens.run("index", "--host", "b", log.toString());

        assertThat(aulens.documents()).isEqualTo(2);
    }

    @Test
    void landInTheIndexOfTheirOwnMonth() throws IOException {
        index(write("audit.log", FIRST + "\n" + FIRST.replace("1700000000", "1702000000") + "\n"));

        String prefix = aulens.cluster().prefix();
        assertThat(aulens.cluster().indices()).containsExactly(prefix + "-2023.11", prefix + "-2023.12");
    }

    @Test
    void landInTheIndexOfTheirOwnDay() throws IOException {
        aulens.run(
                "index", "--partition", "day", write("audit.log", FIRST + "\n").toString());

        assertThat(aulens.cluster().indices()).containsExactly(aulens.cluster().prefix() + "-2023.11.14");
    }

    /** Indexes a log; lines of it may be malformed. */
    private IndexCounts index(Path log) {
        Aulens.Run run = aulens.run(
                "index", "--keep-dead-letters", folder.resolve("letters").toString(), log.toString());
        assertThat(run.status()).as(run.toString()).isIn(ExitStatus.DONE, ExitStatus.FINISHED_WITH_LOSSES);
        return IndexCounts.of(run);
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
