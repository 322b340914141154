package dev.aulens.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aulens.cli.help.ManPage;
import dev.aulens.cli.terminal.Terminal;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource({
        "search --format,           raw default interpret csv text json table",
        "search --escape,           raw tty shell shell_quote",
        "search --ausearch-version, 3 4",
        "search -sv,                yes no",
        "ausearch --format,         raw default interpret csv text json table",
        "report --format,           text csv json markdown",
        "report --escape,           raw tty shell shell_quote",
        "aureport --escape,         raw tty shell shell_quote",
        "top --format,              text json csv",
        "histogram --format,        text json csv"
    })
    void completionKnowsTheWordsThatAreParsed(String command, String words) throws Exception {
        assertThat(completed(command, "")).isEqualTo(words);
        for (String word : List.of(words.split(" "))) {
            String[] asked = (command + " " + word + (command.startsWith("top") ? " f" : "") + " --help").split(" ");
            assertThat(aulens.run(asked).err()).isEmpty();
        }
    }

    @Test
    void completionGoesOnWithWhatIsTyped() throws Exception {
        assertThat(completed("search --format", "t")).isEqualTo("text table");
        assertThat(completed("report -te", "this")).isEqualTo("this-hour this-week this-month this-year");
        assertThat(completed("search -k", "")).isEmpty();
    }

    /** Returns what bash completes behind the words. */
    private String completed(String words, String begun) throws Exception {
        String program = aulens.run("generate-completion").out() + """

                COMP_WORDS=(aulens "$@"); COMP_CWORD=$#; COMP_LINE="${COMP_WORDS[*]}"; COMP_POINT=${#COMP_LINE}
                _complete_aulens
                echo "${COMPREPLY[*]}"
                """;
        List<String> command = new ArrayList<>(List.of("bash", "-s"));
        command.addAll(List.of(words.split(" ")));
        command.add(begun);
        Process bash = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (OutputStream in = bash.getOutputStream()) {
            in.write(program.getBytes(UTF_8));
        }
        return new String(bash.getInputStream().readAllBytes(), UTF_8).trim();
    }

    private static String aureportPage() {
        CommandLine root = Main.commandLine(Terminal.ofProcess(System.out), EnumSet.allOf(Subcommand.class));
        return new ManPage(Objects.requireNonNull(root.getSubcommands().get("aureport"))).roff();
    }

    private String help(String command) {
        return aulens.run(command, "--help").out();
    }
}
