package dev.aulens.cli.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aulens.cli.Aulens;
import dev.aulens.cli.AulensOnElasticsearch;
import dev.aulens.cli.command.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PruneCommandIT {

    @RegisterExtension
    private final AulensOnElasticsearch aulens = new AulensOnElasticsearch();

    @TempDir
    private Path folder;

    @Test
    void showsWhatIsTooOldAndDropsNothing() throws IOException {
        index("2023-10-31T23:59:59Z", "2023-11-01T00:00:00Z", "2023-11-30T12:00:00Z");

        Aulens.Run prune = aulens.run("prune", "--older-than", "2023-12-01");

        assertThat(prune.status()).as(prune.toString()).isEqualTo(ExitStatus.DONE);
        assertThat(prune.out())
                .contains(index("2023.10") + "                1 ")
                .contains("2023-11-01T00:00:00Z  2023-11-30T12:00:00Z\n")
                .endsWith("nothing is dropped yet; add --yes to drop these 2 indices\n");
        assertThat(aulens.cluster().indices()).containsExactly(index("2023.10"), index("2023.11"));
    }

    @ParameterizedTest
    @CsvSource({
        "2023-12-01, 0",
        "2023-11-30, 1", // the month is not over then
        "2023-11-01, 1",
        "2023-10-31, 2"
    })
    void dropsWholeIndicesWhoseTimeIsOver(String limit, int left) throws IOException {
        index("2023-10-31T23:59:59Z", "2023-11-01T00:00:00Z");

        Aulens.Run prune = aulens.run("prune", "--older-than", limit, "--yes");

        assertThat(prune.status()).as(prune.toString()).isEqualTo(ExitStatus.DONE);
        assertThat(aulens.cluster().indices()).hasSize(left);
    }

    @Test
    void keepsWhatIsYoung() throws IOException {
        index(Instant.now().toString(), "2020-01-01T00:00:00Z");

        Aulens.Run prune = aulens.run("prune", "--older-than", "18mo", "--yes");

        assertThat(prune.out()).contains("dropped " + index("2020.01") + "\n");
        assertThat(aulens.cluster().indices()).hasSize(1);
    }

    @Test
    void neverTouchesOtherIndices() throws IOException {
        index("2020-01-01T00:00:00Z");
        String other = aulens.cluster().prefix() + "x-2020.01";
        aulens.cluster().send("PUT", "/" + other, "");

        aulens.run("prune", "--older-than", "1d", "--yes");

        assertThat(aulens.cluster().indices()).containsExactly(other);
    }

    /** A misspelt prefix would never drop anything. */
    @Test
    void saysThatThereIsNoIndexOfThePrefix() {
        Aulens.Run prune = aulens.run("prune", "--older-than", "400d");

        assertThat(prune.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(prune.err())
                .isEqualTo("aulens: there is no index " + aulens.cluster().prefix()
                        + "-*; name another set with --index\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "d", "-3d", "3 fortnights", "yesterday-ish", "2023-13-01"})
    void refusesAgesThatAreNone(String age) {
        Aulens.Run prune = aulens.run("prune", "--older-than", age);

        assertThat(prune.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(prune.err()).startsWith("aulens: ").contains("--older-than");
        assertThat(prune.err().lines()).hasSize(1);
    }

    private String index(String month) {
        return aulens.cluster().prefix() + "-" + month;
    }

    private void index(String... times) throws IOException {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < times.length; i++) {
            long millis = Instant.parse(times[i]).toEpochMilli();
            log.append("type=CWD msg=audit(%d.%03d:%d): cwd=\"/\"%n".formatted(millis / 1_000, millis % 1_000, i));
        }
        Path file = Files.writeString(folder.resolve("log"), log);
        Aulens.Run index = aulens.run("index", "-q", file.toString());
        assertThat(index.status()).as(index.toString()).isEqualTo(ExitStatus.DONE);
    }
}
