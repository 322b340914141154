package dev.aulens.cli.syscall;

import java.util.List;
import picocli.CommandLine.Command;

/** The same lookup for those who type ausyscall: {@code --help} is a name that no system call has. */
@Command(
        name = "ausyscall",
        customSynopsis = "aulens ausyscall [ARCH] NAME | NUMBER | --dump | --exact",
        description = "Look up system calls as ausyscall(8) does: for alias ausyscall='aulens ausyscall'.",
        preprocessor = SyscallCommand.Words.class)
public final class AusyscallCommand extends SyscallCommand {

    @Override
    boolean isForAulens(List<String> line) {
        return false;
    }
}
