package dev.aulens.cli.syscall;

import dev.aulens.cli.command.RootCommand;
import dev.aulens.cli.terminal.Terminal;
import dev.aulens.interpret.SyscallLookup;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Stack;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;

/** {@code aulens syscall}: the numbers and names of system calls, with ausyscall's words, messages and statuses. */
@Command(
        name = "syscall",
        customSynopsis = "aulens syscall [ARCH] NAME | NUMBER | --dump | --exact",
        description = {
            "Look up the number or the name of a system call.",
            "",
            "  ARCH     the architecture: x86_64, aarch64, i386 ..., b64 or b32; else this machine's",
            "  NAME     a name or a part of it, in any case",
            "  NUMBER   a number",
            "  --dump   all system calls of the architecture",
            "  --exact  only the system call of exactly that name"
        },
        preprocessor = SyscallCommand.Words.class)
public class SyscallCommand implements Callable<Integer> {

    @ParentCommand
    private RootCommand aulens;

    private final List<String> words = new ArrayList<>();

    @Override
    public Integer call() {
        SyscallLookup.Answer answer = SyscallLookup.answer(words);
        Terminal terminal = aulens.context().terminal();
        terminal.out().print(answer.output());
        terminal.out().flush();
        answer.errors().lines().forEach(terminal::line);
        return answer.status();
    }

    /** Tells whether the words are options of this program, not ausyscall's. */
    boolean isForAulens(List<String> line) {
        return line.equals(List.of("--help")) || line.equals(List.of("-h"));
    }

    /** Takes all words as they are: ausyscall has no options but its own two, and {@code -1} is a number. */
    static final class Words implements CommandLine.IParameterPreprocessor {

        @Override
        public boolean preprocess(Stack<String> args, CommandSpec command, ArgSpec arg, Map<String, Object> info) {
            List<String> line = new ArrayList<>(args);
            Collections.reverse(line);
            SyscallCommand lookup = (SyscallCommand) command.userObject();
            if (lookup.isForAulens(line)) {
                return false;
            }
            args.clear();
            lookup.words.addAll(line);
            return true;
        }
    }
}
