package dev.aulens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aulens.cli.help.ManPage;
import dev.aulens.cli.terminal.Terminal;
import java.util.EnumSet;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What the help promises is what the commands take. */
class HelpTest {

    private final Aulens aulens = Aulens.alone();

    @ParameterizedTest
    @ValueSource(strings = {"search", "top", "histogram", "report", "index", "serve"})
    void versionHasTheSpellingsThatTheHelpShows(String command) {
        assertThat(help(command)).contains("-V, --version");
        assertThat(aulens.run(command, "-V").out()).startsWith("aulens ");
        assertThat(aulens.run(command, "--version").out()).startsWith("aulens ");
    }

    @Test
    void aliasesRefuseWhatTheirToolsRefuse() {
        assertThat(aulens.run("ausearch", "-V").err()).startsWith("-V is an unsupported option");
        assertThat(aulens.run("aureport", "-V").err()).startsWith("-V is an unsupported option");
    }

    @Test
    void valuesStandBehindABlank() {
        assertThat(help("search")).contains("--limit N", "--kql QUERY").doesNotContain("--limit=");
        assertThat(help("report")).contains("--top N", "-h, --host").doesNotContain("--top=");
    }

    @Test
    void countsShowWhatTheirOptionsMeanThere() {
        assertThat(help("top")).contains("text, json, csv", "how many values").doesNotContain("interpret", "--reverse");
    }

    @Test
    void connectionTakesItsValueInBothForms() {
        assertThat(aulens.run("search", "--es-url=http://127.0.0.1:1", "-k", "x")
                        .err())
                .contains("127.0.0.1:1");
        assertThat(aulens.run("search", "--es-url", "http://127.0.0.1:1", "-k", "x")
                        .err())
                .contains("127.0.0.1:1");
    }

    @Test
    void wordsBehindTheEndOfOptionsAreWordsToLookFor() {
        Aulens.Run run = aulens.run("search", "--explain", "--", "--es-url", "-vv");

        assertThat(run.out()).contains("--es-url", "-vv");
        assertThat(run.status()).isZero();
    }

    @Test
    void pagesOfAliasesHaveTheToolsOptionsOnly() {
        assertThat(aureportPage())
                .contains("\\-\\-summary")
                .doesNotContain("\\-\\-gaps", "\\-\\-session", "\\-\\-index");
    }

    @Test
    void completionLeavesNamesOfFilesToTheShell() {
        assertThat(aulens.run("generate-completion").out())
                .contains("_picocli_aulens_report")
                .doesNotContain("+o default");
    }

    private static String aureportPage() {
        CommandLine root = Main.commandLine(Terminal.ofProcess(System.out), EnumSet.allOf(Subcommand.class));
        return new ManPage(Objects.requireNonNull(root.getSubcommands().get("aureport"))).roff();
    }

    private String help(String command) {
        return aulens.run(command, "--help").out();
    }
}
