package dev.aulens.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code source <(aulens generate-completion)} completes commands and options in bash and zsh. */
@Command(
        name = "generate-completion",
        hidden = true,
        description = "Print a completion script for bash and zsh: source <(aulens generate-completion)")
final class CompletionCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @ParentCommand
    private AulensCommand aulens;

    @Override
    public void run() {
        aulens.context()
                .terminal()
                .out()
                .print(AutoComplete.bash("aulens", spec.root().commandLine()));
    }
}
