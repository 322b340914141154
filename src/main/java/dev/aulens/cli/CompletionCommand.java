package dev.aulens.cli;

import dev.aulens.cli.help.CompletionScript;
import dev.aulens.cli.terminal.Terminal;
import java.util.EnumSet;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code source <(aulens generate-completion)} completes commands and options in bash and zsh. */
@Command(
        name = "generate-completion",
        hidden = true,
        description = "Print a completion script for bash and zsh: source <(aulens generate-completion)")
final class CompletionCommand implements Runnable {

    @ParentCommand
    private AulensCommand aulens;

    @Override
    public void run() {
        Terminal terminal = aulens.context().terminal();
        CommandLine all = Main.commandLine(terminal, EnumSet.allOf(Subcommand.class));
        terminal.out().print(CompletionScript.of(all));
    }
}
