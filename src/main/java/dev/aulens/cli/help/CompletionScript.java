package dev.aulens.cli.help;

import picocli.AutoComplete;
import picocli.CommandLine;

/** What completes the words of a command line in bash and zsh. */
public final class CompletionScript {

    /** picocli's way to complete nothing at all where it has no words of its own. */
    private static final String NO_FILE_NAMES = "  type compopt &>/dev/null && compopt +o default\n";

    private CompletionScript() {}

    /** Returns the script. Where it knows no words, the shell completes names of files: logs, rules, checkpoints. */
    public static String of(CommandLine root) {
        return AutoComplete.bash("aulens", root).replace(NO_FILE_NAMES, "");
    }
}
