package dev.aulens.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code aulens node stop}. */
@Command(
        name = "stop",
        description = "Stops the node and waits for its end. Its data stays.",
        mixinStandardHelpOptions = true)
final class NodeStopCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private NodeCommand parent;

    @Override
    public Integer call() {
        boolean ran;
        try (StepLine progress = StepLine.onStandardError(spec.commandLine().getErr())) {
            ran = parent.node().stop(progress);
        }
        spec.commandLine().getOut().println(ran ? "Elasticsearch has stopped" : "Elasticsearch does not run");
        return ExitStatus.DONE;
    }
}
