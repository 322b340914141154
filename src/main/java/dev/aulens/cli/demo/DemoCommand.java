package dev.aulens.cli.demo;

import dev.aulens.Failure;
import dev.aulens.cli.command.ExitStatus;
import dev.aulens.cli.command.RootCommand;
import dev.aulens.cli.index.DeadLetterFile;
import dev.aulens.cli.index.Indexing;
import dev.aulens.cli.terminal.StepLine;
import dev.aulens.cli.terminal.Terminal;
import dev.aulens.elastic.ConnectionSettings;
import dev.aulens.elastic.ElasticsearchConnection;
import dev.aulens.index.DeadLetters;
import dev.aulens.index.IndexingProgress;
import dev.aulens.index.IndexingSummary;
import dev.aulens.index.LogIndexer;
import dev.aulens.index.Partition;
import dev.aulens.interpret.Identities;
import dev.aulens.node.Installation;
import dev.aulens.node.LocalNode;
import dev.aulens.node.NodeOptions;
import dev.aulens.node.RunningNode;
import dev.aulens.record.RecordParser;
import dev.aulens.record.RecordTypes;
import java.io.PrintStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** The first five minutes: a server, sample logs, questions and answers. */
@Command(
        name = "demo",
        description = {
            "Start an Elasticsearch on this machine, index sample logs, and answer questions about them.",
            "",
            "The logs are a Debian 12 host's and reports that people published when they asked who had touched a file."
                    + " They go to indices demo-*, apart from yours. A second run indexes nothing twice."
        })
public final class DemoCommand implements Callable<Integer> {

    private static final String PREFIX = "demo";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @ParentCommand
    private RootCommand aulens;

    @Override
    public Integer call() {
        Terminal terminal = aulens.context().terminal();
        PrintStream out = terminal.out();
        RunningNode node = startNode();
        out.println("Elasticsearch runs at " + node.url() + ".");
        index(node, out);
        for (DemoSamples.Question question : DemoSamples.questions()) {
            out.println();
            out.println("# " + question.text());
            out.println("$ aulens " + String.join(" ", question.words()));
            out.flush();
            int unused = aulens.run(with(node, terminal), question.words().toArray(String[]::new));
        }
        printNextSteps(out);
        return ExitStatus.DONE;
    }

    private RunningNode startNode() {
        try (StepLine progress = new StepLine(aulens.context().terminal())) {
            RunningNode node = new LocalNode(Installation.current()).start(NodeOptions.defaults(), progress);
            if (node.caCertificate().isPresent()) {
                throw new Failure("the node here has security on, and the demonstration knows no password; give it a"
                        + " node of its own: AULENS_STATE=DIR aulens demo");
            }
            return node;
        }
    }

    private static void index(RunningNode node, PrintStream out) {
        long lines = 0;
        long created = 0;
        long present = 0;
        try (ElasticsearchConnection server = ElasticsearchConnection.open(ConnectionSettings.of(node.url()));
                DeadLetters deadLetters = new DeadLetters(DeadLetterFile.ofThisRun())) {
            for (DemoSamples.Sample sample : DemoSamples.logs()) {
                RecordParser parser = new RecordParser(RecordTypes.load(), sample.zone(), sample.host());
                Indexing run =
                        new Indexing(PREFIX, Partition.MONTH, parser, Identities.none(), Duration.ZERO, PATIENCE);
                LogIndexer indexer = run.start(server, deadLetters, IndexingProgress.NONE);
                indexer.index(sample.input());
                IndexingSummary summary = indexer.finish();
                lines += summary.lines().lines();
                created += summary.created();
                present += summary.duplicates();
            }
        }
        out.printf(
                Locale.ROOT,
                "%,d lines of sample logs: %,d documents created, %,d events known already.%n",
                lines,
                created,
                present);
    }

    /** The commands of the demonstration ask the node that it has started, whatever the environment names. */
    private static Terminal with(RunningNode node, Terminal terminal) {
        Map<String, String> environment = new HashMap<>(terminal.environment());
        environment.keySet().removeIf(name -> name.startsWith("ES_"));
        environment.put("ES_URL", node.url().toString());
        return new Terminal(
                terminal.in(),
                terminal.out(),
                terminal.err(),
                terminal.inIsTerminal(),
                terminal.outIsTerminal(),
                terminal.errIsTerminal(),
                environment);
    }

    private static void printNextSteps(PrintStream out) {
        out.println();
        out.println("What to type next:");
        out.println("  aulens serve --index demo                open the page over these events in a browser");
        out.println("  aulens index /var/log/audit              index the log of this host (as root)");
        out.println("  aulens search -ts today -m USER_LOGIN -i who logged in today");
        out.println("  aulens search --help                     all options");
        out.println("  aulens node stop                         stop Elasticsearch; its data stays");
    }
}
