package dev.aulens.cli.node;

import dev.aulens.Failure;
import dev.aulens.FileFault;
import dev.aulens.cli.command.ExitStatus;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code aulens node logs}. */
@Command(name = "logs", description = "Print the end of the node's log.")
final class NodeLogsCommand implements Callable<Integer> {

    private static final long LOOK_AGAIN_MILLIS = 250;

    @ParentCommand
    private NodeCommand parent;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on with each new line until interrupted.")
    private boolean follow;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "N",
            defaultValue = "50",
            description = "How many lines to begin with. Default: ${DEFAULT-VALUE}.")
    private int lines;

    @Option(
            names = "--node",
            paramLabel = "N",
            defaultValue = "1",
            description = "Which node of a cluster. Default: ${DEFAULT-VALUE}.")
    private int number;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        if (lines < 0) {
            throw new ParameterException(spec.commandLine(), "--lines is a number from 0 on, not " + lines);
        }
        Path log = parent.node().log(number);
        if (!Files.exists(log)) {
            throw new Failure("there is no log " + log + "; start the node with 'aulens node start'");
        }
        PrintStream out = parent.terminal().out();
        try (LogFile file = LogFile.openLast(log, lines)) {
            file.printNew(out);
            while (follow && !out.checkError()) {
                Thread.sleep(LOOK_AGAIN_MILLIS);
                file.printNew(out);
            }
        } catch (IOException e) {
            throw new Failure("cannot read the log " + log + ": " + FileFault.reason(e), e);
        }
        return ExitStatus.DONE;
    }
}
