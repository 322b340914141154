package dev.aulens.cli;

import dev.aulens.node.LocalNode;
import dev.aulens.node.NodeStatus;
import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code aulens node status}. */
@Command(
        name = "status",
        description = "Tell whether the node runs, where, and how it is.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:it runs", "1:it does not run", "2:a fault"})
final class NodeStatusCommand implements Callable<Integer> {

    private static final int MEGABYTE = 1_000_000;

    @ParentCommand
    private NodeCommand parent;

    @Override
    public Integer call() {
        LocalNode node = parent.node();
        PrintStream out = parent.terminal().out();
        Optional<NodeStatus> status = node.status();
        if (status.isEmpty()) {
            out.println("Elasticsearch does not run; start it with 'aulens node start'");
            return ExitStatus.NOTHING_FOUND;
        }
        print(status.get(), node, out);
        return ExitStatus.DONE;
    }

    /**
     * Prints:
     *
     * <pre>
     * Elasticsearch 8.19.21 runs at http://127.0.0.1:9200
     *   health  green
     *   pid     4711
     *   data    12.3 MB
     *   folder  /home/alice/.local/state/aulens/node-0a1b2c3d4e
     * </pre>
     */
    private static void print(NodeStatus status, LocalNode node, PrintStream out) {
        out.println("Elasticsearch " + status.version() + " runs at " + status.url());
        out.println("  health  " + status.health());
        out.println("  pid     " + status.pid());
        out.println("  data    " + megabytes(status.dataBytes()) + " MB");
        out.println("  folder  " + node.folder());
    }

    private static String megabytes(long bytes) {
        long tenths = Math.round(bytes * 10.0 / MEGABYTE);
        return tenths / 10 + "." + tenths % 10;
    }
}
