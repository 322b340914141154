package dev.aulens.cli.node;

import dev.aulens.cli.command.ExitStatus;
import dev.aulens.node.LocalNode;
import dev.aulens.node.NodeStatus;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        List<NodeStatus> running = node.status();
        if (running.isEmpty()) {
            out.println("Elasticsearch does not run; start it with 'aulens node start'");
            return ExitStatus.NOTHING_FOUND;
        }
        if (node.size() == 1) {
            printOne(running.get(0), out);
        } else {
            printCluster(running, node.size(), out);
        }
        out.println("  folder  " + node.folder());
        node.passwords().ifPresent(folder -> out.println("  users   with a password file each in " + folder));
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
    private static void printOne(NodeStatus status, PrintStream out) {
        out.println("Elasticsearch " + status.version() + " runs at " + status.url());
        out.println("  health  " + status.health());
        out.println("  pid     " + status.pid());
        out.println("  data    " + megabytes(status.dataBytes()) + " MB");
    }

    /**
     * Prints:
     *
     * <pre>
     * Elasticsearch 8.19.21 runs, 2 of 3 nodes
     *   health  yellow
     *   node 1  http://127.0.0.1:9200  pid 4711  12.3 MB
     *   node 2  does not run; start it with 'aulens node start'
     *   node 3  http://127.0.0.1:9202  pid 4713  12.3 MB
     *   folder  /home/alice/.local/state/aulens/node-0a1b2c3d4e
     * </pre>
     */
    private static void printCluster(List<NodeStatus> running, int size, PrintStream out) {
        NodeStatus first = running.get(0);
        out.println("Elasticsearch " + first.version() + " runs, " + running.size() + " of " + size + " nodes");
        out.println("  health  " + first.health());
        Map<Integer, NodeStatus> byNumber = new HashMap<>();
        running.forEach(status -> byNumber.put(status.number(), status));
        for (int number = 1; number <= size; number++) {
            NodeStatus status = byNumber.get(number);
            out.println("  node " + number + "  "
                    + (status == null
                            ? "does not run; start it with 'aulens node start'"
                            : status.url() + "  pid " + status.pid() + "  " + megabytes(status.dataBytes()) + " MB"));
        }
    }

    private static String megabytes(long bytes) {
        long tenths = Math.round(bytes * 10.0 / MEGABYTE);
        return tenths / 10 + "." + tenths % 10;
    }
}
