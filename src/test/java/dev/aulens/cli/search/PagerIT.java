package dev.aulens.cli.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aulens.cli.Aulens;
import dev.aulens.cli.BuiltProgram;
import dev.aulens.cli.command.ExitStatus;
import dev.aulens.testing.Corpus;
import dev.aulens.testing.RealElasticsearch;
import dev.aulens.testing.TestCluster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Results on a real terminal, which script(1) makes. */
@ExtendWith(RealElasticsearch.class)
class PagerIT {

    @TempDir
    private Path folder;

    private final Map<String, String> environment = new TreeMap<>();

    @BeforeEach
    void index(TestCluster cluster) {
        Aulens aulens = Aulens.on(cluster);
        assertThat(aulens.run(
                                "index",
                                Corpus.fieldReports().resolve("efs-mkdir.log").toString())
                        .status())
                .isEqualTo(ExitStatus.DONE);
        environment.putAll(aulens.environment());
        environment.put("PATH", System.getenv("PATH"));
        environment.put("HOME", folder.toString());
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("TERM", "xterm");
        environment.put("PAGER", "sed 's/^/paged: /'");
    }

    @Test
    void showsResultsOnATerminal() throws Exception {
        assertThat(onTerminal("search --raw -m SYSCALL"))
                .startsWith("paged: type=SYSCALL ")
                .endsWith("status 0\r\n");
    }

    @Test
    void isNotStartedForNothing() throws Exception {
        assertThat(onTerminal("search -m LOGIN")).isEqualTo("<no matches>\r\nstatus 1\r\n");
    }

    @Test
    void canBeTurnedOff() throws Exception {
        assertThat(onTerminal("search --no-pager --raw -m SYSCALL"))
                .startsWith("type=SYSCALL ")
                .doesNotContain("paged: ");
    }

    @Test
    void mayBeLeftBeforeTheEnd() throws Exception {
        environment.put("PAGER", "head -c 4");

        assertThat(onTerminal("search --raw -m SYSCALL")).isEqualTo("typestatus 0\r\n");
    }

    @Test
    void isNotUsedForAFile() throws Exception {
        Path file = folder.resolve("result");

        onTerminal("search --raw -m SYSCALL > " + file);

        assertThat(Files.readString(file)).startsWith("type=SYSCALL ");
    }

    @Test
    void tableTakesTheTerminalsWidth() throws Exception {
        environment.put("PAGER", "cat");
        environment.put("NO_COLOR", "1");

        String narrow = onTerminal("search --format table", "stty cols 60; ");

        assertThat(narrow.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(60));
        assertThat(narrow.lines()).anySatisfy(line -> assertThat(line).hasSizeGreaterThan(50));
    }

    private String onTerminal(String arguments) throws Exception {
        return onTerminal(arguments, "");
    }

    /** Returns all that the terminal shows. */
    private String onTerminal(String arguments, String before) throws Exception {
        String command = before + BuiltProgram.LAUNCHER + " " + arguments + "; echo status $?";
        return BuiltProgram.run(folder, environment, Path.of("/usr/bin/script"), "-qec", command, "/dev/null")
                .out();
    }
}
