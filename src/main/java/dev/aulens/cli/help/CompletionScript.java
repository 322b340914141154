package dev.aulens.cli.help;

import java.util.stream.Collectors;
import picocli.AutoComplete;
import picocli.CommandLine;

/** What completes the words of a command line in bash and zsh. */
public final class CompletionScript {

    /** picocli's way to complete nothing at all where it has no words of its own. */
    private static final String NO_FILE_NAMES = "  type compopt &>/dev/null && compopt +o default\n";

    /** In the place of picocli's, which names files that there are not. */
    private static final String HEADER = """
            # Completion of aulens for bash and zsh. In ~/.bashrc or ~/.zshrc: source this file, or
            #   source <(aulens generate-completion)
            """;

    private CompletionScript() {}

    /** Returns the script. Where it knows no words, the shell completes names of files: logs, rules, checkpoints. */
    public static String of(CommandLine root) {
        String script = AutoComplete.bash("aulens", root).replace(NO_FILE_NAMES, "");
        return script.lines().dropWhile(line -> line.startsWith("#")).collect(Collectors.joining("\n", HEADER, "\n"));
    }
}
