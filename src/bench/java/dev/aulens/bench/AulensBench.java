package dev.aulens.bench;

import dev.aulens.bench.log.GenerateCommand;
import dev.aulens.bench.stage.JmhCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program that measures aulens. */
@Command(
        name = "aulens-bench",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Measure aulens with an audit log, beside other programs and beside what the server can do.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  aulens-bench run audit.log                      everything; takes some hours",
            "  aulens-bench run audit.log stages startup       two parts",
            "  aulens-bench run --events 500000 audit.log latency",
            "  aulens-bench generate --hosts 6 --days 6 -o fleet.log audit.log",
            "  aulens-bench jmh audit.log documents -prof gc"
        },
        subcommands = {RunCommand.class, GenerateCommand.class, JmhCommand.class})
final class AulensBench {

    private AulensBench() {}

    public static void main(String[] arguments) {
        CommandLine program = new CommandLine(new AulensBench());
        program.getSubcommands().forEach((name, command) -> command.setStopAtPositional(name.equals("jmh")));
        System.exit(program.execute(arguments));
    }
}
