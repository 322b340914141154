package dev.aulens.cli.help;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

class ManPageTest {

    @Command(
            name = "tool",
            description = {"Does one thing. And well.", ".starts with a dot, holds a \\ and -x"},
            exitCodeListHeading = "Exit status:%n",
            exitCodeList = {"0:done", "1:not"},
            footerHeading = "%nExamples:%n",
            footer = "  tool -n 5",
            subcommands = {Shown.class, Hidden.class})
    @SuppressWarnings("UnusedVariable") // only the model counts
    private static final class Tool {
        @Option(
                names = "-n",
                paramLabel = "N",
                defaultValue = "3",
                description = "How many. Default: ${DEFAULT-VALUE}.")
        int count;

        @Option(names = "--secret", hidden = true)
        boolean secret;

        @Parameters(paramLabel = "FILE", description = "100%% of it.")
        String file = "";
    }

    @Command(name = "shown", description = "Is listed.")
    private static final class Shown {}

    @Command(name = "hidden", description = "Is not.", hidden = true)
    private static final class Hidden {}

    @Test
    void pageHoldsTheWholeModel() {
        assertThat(new ManPage(new CommandLine(new Tool())).roff()).isEqualTo("""
                        .TH "TOOL" "1" "" "aulens" "aulens"
                        .SH "NAME"
                        tool \\- Does one thing
                        .SH "SYNOPSIS"
                        tool [\\-n=N] FILE [COMMAND]
                        .SH "DESCRIPTION"
                        Does one thing. And well.
                        \\&.starts with a dot, holds a \\(rs and \\-x
                        .SH "OPTIONS"
                        .TP
                        FILE
                        100% of it.
                        .TP
                        \\-n N
                        How many. Default: 3.
                        .SH "COMMANDS"
                        .TP
                        shown
                        Is listed.
                        .SH "EXIT STATUS"
                        .TP
                        0
                        done
                        .TP
                        1
                        not
                        .SH "EXAMPLES"
                        .nf
                          tool \\-n 5
                        .fi
                        .SH "SEE ALSO"
                        tool\\-shown(1)
                        """);
    }
}
