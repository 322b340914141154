package dev.aulens.cli;

import dev.aulens.node.LocalNode;
import dev.aulens.node.NodeOptions;
import dev.aulens.node.RunningNode;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code aulens node start}. */
@Command(name = "start", description = "Start the node and wait until it answers. One that runs is left alone.")
final class NodeStartCommand implements Callable<Integer> {

    @ParentCommand
    private NodeCommand parent;

    @Option(
            names = "--heap",
            paramLabel = "SIZE",
            defaultValue = NodeOptions.DEFAULT_HEAP,
            description = "The memory of the server's JVM heap. Default: ${DEFAULT-VALUE}.")
    private String heap;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "The port to listen on, on 127.0.0.1. Default: the last one, else 9200, else a free one.")
    private @Nullable Integer port;

    @Override
    public Integer call() {
        NodeOptions options = new NodeOptions(heap, port == null ? OptionalInt.empty() : OptionalInt.of(port));
        LocalNode node = parent.node();
        RunningNode running;
        try (StepLine progress = new StepLine(parent.terminal())) {
            running = node.start(options, progress);
        }
        parent.terminal()
                .out()
                .println("Elasticsearch " + (running.startedNow() ? "runs" : "runs already") + " at " + running.url());
        return ExitStatus.DONE;
    }
}
