package dev.aulens.cli;

import dev.aulens.node.LocalNode;
import dev.aulens.node.NodeOptions;
import dev.aulens.node.RunningNode;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code aulens node start}. */
@Command(
        name = "start",
        description = "Starts the node and waits until it answers. One that runs is left alone.",
        mixinStandardHelpOptions = true)
final class NodeStartCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private NodeCommand parent;

    @Option(
            names = "--heap",
            paramLabel = "SIZE",
            defaultValue = NodeOptions.DEFAULT_HEAP,
            description = "The memory of the server's JVM heap. Default: ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init") // it has a default
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
        try (StepLine progress = StepLine.onStandardError(spec.commandLine().getErr())) {
            running = node.start(options, progress);
        }
        spec.commandLine()
                .getOut()
                .println("Elasticsearch " + (running.startedNow() ? "runs" : "runs already") + " at " + running.url());
        return ExitStatus.DONE;
    }
}
