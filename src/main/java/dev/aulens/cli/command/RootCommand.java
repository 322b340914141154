package dev.aulens.cli.command;

import dev.aulens.cli.terminal.Terminal;

/** The command above all others, as they see it: a field with picocli's {@code @ParentCommand}. */
public interface RootCommand {

    /** Returns what commands work with. */
    Context context();

    /**
     * Runs another command.
     *
     * @param terminal its streams and environment
     * @param words its command line, without the program's name
     * @return its {@link ExitStatus}
     */
    int run(Terminal terminal, String... words);
}
