package dev.aulens.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code aulens node stop}. */
@Command(name = "stop", description = "Stop the node and wait for its end. Its data stays.")
final class NodeStopCommand implements Callable<Integer> {

    @ParentCommand
    private NodeCommand parent;

    @Override
    public Integer call() {
        boolean ran;
        try (StepLine progress = new StepLine(parent.terminal())) {
            ran = parent.node().stop(progress);
        }
        parent.terminal().out().println(ran ? "Elasticsearch has stopped" : "Elasticsearch does not run");
        return ExitStatus.DONE;
    }
}
