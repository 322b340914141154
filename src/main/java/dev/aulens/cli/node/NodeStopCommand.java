package dev.aulens.cli.node;

import dev.aulens.cli.command.ExitStatus;
import dev.aulens.cli.terminal.StepLine;
import dev.aulens.node.LocalNode;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code aulens node stop}. */
@Command(name = "stop", description = "Stop the node and wait for its end. Its data stays.")
final class NodeStopCommand implements Callable<Integer> {

    @ParentCommand
    private NodeCommand parent;

    @Option(names = "--node", paramLabel = "N", description = "Stop one node of a cluster alone.")
    private @Nullable Integer number;

    @Override
    public Integer call() {
        LocalNode node = parent.node();
        boolean ran;
        try (StepLine progress = new StepLine(parent.terminal())) {
            ran = number == null ? node.stop(progress) : node.stop(number, progress);
        }
        parent.terminal().out().println(what() + (ran ? " has stopped" : " does not run"));
        return ExitStatus.DONE;
    }

    private String what() {
        return number == null ? "Elasticsearch" : "node " + number;
    }
}
