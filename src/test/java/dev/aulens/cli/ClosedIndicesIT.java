package dev.aulens.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aulens.cli.command.ExitStatus;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Elasticsearch leaves closed indices out of its answers silently; aulens says so. */
class ClosedIndicesIT {

    /** One event in each of two months. */
    private static final String LOG = """
            type=SYSCALL msg=audit(1700000000.123:7): arch=c000003e syscall=2 success=yes exit=3 auid=0 uid=0 comm="cat" exe="/bin/cat" key="k"
            type=SYSCALL msg=audit(1703000000.123:8): arch=c000003e syscall=2 success=yes exit=3 auid=0 uid=0 comm="cat" exe="/bin/cat" key="k"
            """;

    @RegisterExtension
    private final AulensOnElasticsearch aulens = new AulensOnElasticsearch();

    @BeforeEach
    void index() {
        Aulens.Run run = aulens.runWithInput(LOG.getBytes(UTF_8), "index", "-q", "--host", "h", "-");
        assertThat(run.status()).as(run.toString()).isEqualTo(ExitStatus.DONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "search -k k",
                "search -k k --limit 5",
                "search -k k --count",
                "search -k k --format table",
                "ausearch -k k",
                "top process.name",
                "histogram --by process.name",
                "report",
                "report -x --summary",
                "report -k -i",
                "dashboards open --kibana http://127.0.0.1:5601"
            })
    void areNamedOnceBesideTheAnswerOfTheOthers(String command) {
        Aulens.Run before = run(command);
        close("2023.12");

        Aulens.Run run = run(command);

        assertThat(before.err()).doesNotContain("closed");
        assertThat(run.status()).as(run.toString()).isEqualTo(ExitStatus.DONE);
        assertThat(run.out()).isNotEmpty().isNotEqualTo(before.out());
        assertThat(run.err().lines().filter(line -> line.contains("closed")))
                .containsExactly("aulens: " + notice("2023.12"));
    }

    @Test
    void areNamedWhereNothingIsFoundInTheOthers() {
        close("2023.12");

        Aulens.Run run = run("search -a 8");

        assertThat(run)
                .isEqualTo(new Aulens.Run(
                        ExitStatus.NOTHING_FOUND, "", "aulens: " + notice("2023.12") + "\n<no matches>\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"search -k k", "search -a 7 --count", "top process.name", "histogram", "report"})
    void areAnErrorWhereThereAreNoOthers(String command) {
        close("2023.11");
        close("2023.12");

        Aulens.Run run = run(command);

        assertThat(run)
                .isEqualTo(new Aulens.Run(
                        ExitStatus.FAILED,
                        "",
                        "aulens: all indices " + index("*") + " are closed: " + index("2023.11") + ", "
                                + index("2023.12") + "; open one with POST /NAME/_open\n"));
    }

    @Test
    void areNotDroppedButNamedIfTheyMayBeOldEnough() {
        close("2023.12");

        Aulens.Run young = run("prune --older-than 2023-12-01");
        Aulens.Run old = run("prune --older-than 2024-01-01 --yes");

        assertThat(young.err()).isEmpty();
        assertThat(old.err()).isEqualTo("aulens: " + notice("2023.12") + "\n");
        assertThat(old.out()).contains("dropped " + index("2023.11"));
        assertThat(aulens.cluster().indices()).containsExactly(index("2023.12"));
    }

    @Test
    void areNamedWhereDocumentsAreToGoThere() {
        close("2023.12");
        byte[] late = LOG.replace(":8)", ":9)").getBytes(UTF_8);

        Aulens.Run run = aulens.runWithInput(late, "index", "-q", "--retry-for", "0s", "--host", "h", "-");

        assertThat(run.status()).as(run.toString()).isEqualTo(ExitStatus.FAILED);
        assertThat(run.err())
                .contains("takes no documents: index_closed_exception: closed (" + index("2023.12") + "); mend that");
    }

    @Test
    void areListedUpToAPoint() {
        close("2023.12");
        Stream.iterate(1, day -> day <= 9, day -> day + 1).forEach(day -> {
            String name = "2022.01.0" + day;
            aulens.cluster().send("PUT", "/" + index(name), "");
            close(name);
        });

        assertThat(run("search -k k").err())
                .startsWith("aulens: closed indices are left out: " + index("2022.01.01") + ", ")
                .contains(index("2022.01.08") + " and 2 more; ");
    }

    private Aulens.Run run(String command) {
        return aulens.run(command.split(" "));
    }

    private void close(String month) {
        aulens.cluster().send("POST", "/" + index(month) + "/_close", "");
    }

    private String notice(String month) {
        return "closed indices are left out: " + index(month) + "; open one with POST /NAME/_open";
    }

    private String index(String month) {
        return aulens.cluster().prefix() + "-" + month;
    }
}
