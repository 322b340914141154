package dev.aulens.cli.node;

import dev.aulens.cli.command.ExitStatus;
import dev.aulens.cli.terminal.StepLine;
import dev.aulens.index.Roles;
import dev.aulens.node.LocalNode;
import dev.aulens.node.NodeOptions;
import dev.aulens.node.RunningNode;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code aulens node start}. */
@Command(
        name = "start",
        description = "Start the node and wait until it answers. One that runs is left alone.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  aulens node start                  one node, security off",
            "  aulens node start --nodes 3        a cluster; again: start ended nodes",
            "  aulens node start --security       TLS, and users with the roles for aulens"
        })
final class NodeStartCommand implements Callable<Integer> {

    @ParentCommand
    private NodeCommand parent;

    @Option(
            names = "--nodes",
            paramLabel = "N",
            description = "How many servers, as one cluster. Default: as many as the folder has, else one.")
    private @Nullable Integer nodes;

    @Option(
            names = "--security",
            description = "Turn security on: TLS, and a user for each role that aulens needs. It stays on.")
    private boolean security;

    @Option(
            names = "--heap",
            paramLabel = "SIZE",
            description = "The memory of each server's JVM heap. Default: 1g, of a cluster 512m.")
    private @Nullable String heap;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "The port to listen on, on 127.0.0.1; other nodes take the next ones. Default: the last one,"
                    + " else 9200, else a free one.")
    private @Nullable Integer port;

    @Override
    public Integer call() {
        LocalNode node = parent.node();
        RunningNode running;
        try (StepLine progress = new StepLine(parent.terminal())) {
            running = node.start(options(), progress);
        }
        PrintStream out = parent.terminal().out();
        String verb = running.startedNow() ? "runs" : "runs already";
        out.println(
                node.size() == 1
                        ? "Elasticsearch " + verb + " at " + running.url()
                        : "Elasticsearch runs, " + node.size() + " nodes, the first at " + running.url());
        running.caCertificate().ifPresent(authority -> printAccess(running.url(), authority, node, out));
        return ExitStatus.DONE;
    }

    private NodeOptions options() {
        NodeOptions options = new NodeOptions(
                Optional.ofNullable(heap),
                port == null ? OptionalInt.empty() : OptionalInt.of(port),
                nodes == null ? OptionalInt.empty() : OptionalInt.of(nodes),
                Optional.empty());
        return security ? options.withSecurity(Roles.all()) : options;
    }

    /**
     * Prints:
     *
     * <pre>
     * Security is on. Each user's password stands in a file of that name in /.../security/passwords:
     *   admin  aulens_reader  aulens_setup  aulens_writer
     * For example:
     *   export ES_URL=https://127.0.0.1:9200 ES_CA_CERT=/.../config/ca.crt
     *   aulens setup --es-username aulens_setup --es-password-file /.../security/passwords/aulens_setup
     * </pre>
     */
    private static void printAccess(URI url, Path authority, LocalNode node, PrintStream out) {
        Path passwords = node.passwords().orElseThrow();
        Set<String> users = new TreeSet<>(Roles.all().keySet());
        users.add("admin");
        out.println("Security is on. Each user's password stands in a file of that name in " + passwords + ":");
        out.println("  " + String.join("  ", users));
        out.println("For example:");
        out.println("  export ES_URL=" + url + " ES_CA_CERT=" + authority);
        out.println(
                "  aulens setup --es-username aulens_setup --es-password-file " + passwords.resolve("aulens_setup"));
    }
}
