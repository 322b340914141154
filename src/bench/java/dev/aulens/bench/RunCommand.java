package dev.aulens.bench;

import dev.aulens.bench.index.DiskPart;
import dev.aulens.bench.index.IndexingPart;
import dev.aulens.bench.latency.LatencyPart;
import dev.aulens.bench.log.PlainLog;
import dev.aulens.bench.measure.Machine;
import dev.aulens.bench.measure.Results;
import dev.aulens.bench.stage.StagesPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code aulens-bench run}: measures, prints tables, and writes them to a file as JSON. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Measure aulens with an audit log, beside other programs and beside what the server can do.")
final class RunCommand implements Callable<Integer> {

    private static final List<Part> PARTS =
            List.of(new StagesPart(), new IndexingPart(), new DiskPart(), new LatencyPart(), new StartupPart());

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "LOG", description = "An audit log; it may be compressed.")
    private Path log;

    @Parameters(
            index = "1..*",
            paramLabel = "PART",
            description = "stages, indexing, disk, latency, startup. Default: all.")
    private List<String> names = List.of();

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "3", description = "Repetitions. Default: 3.")
    private int rounds;

    @Option(
            names = "--events",
            paramLabel = "N[,N...]",
            split = ",",
            defaultValue = "1000000,10000000",
            description = "Numbers of events for latency. Default: ${DEFAULT-VALUE}.")
    private List<Long> sizes;

    @Option(
            names = "--ausearch-seconds",
            paramLabel = "N",
            defaultValue = "600",
            description = "How long one run of ausearch or aureport for latency may take; 0: do not run them."
                    + " Default: ${DEFAULT-VALUE}.")
    private long ausearchSeconds;

    @Option(
            names = "--work",
            paramLabel = "DIR",
            description = "Folder for the server and for logs. Default: a new one in the system's temporary folder,"
                    + " deleted at the end.")
    private @Nullable Path work;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Where results go. Default: results.json beside this program.")
    private @Nullable Path json;

    @Override
    public Integer call() throws IOException {
        List<Part> wanted = wanted();
        Path home = Path.of(System.getProperty("aulens.target")).toAbsolutePath();
        try (WorkFolder folder = WorkFolder.open(work)) {
            Path plain = PlainLog.of(log, folder.path());
            Map<String, String> facts = new LinkedHashMap<>(Machine.facts());
            facts.put("log", log.getFileName() + ", " + Files.size(plain) + " bytes");
            Path file = json == null ? home.resolve("bench").resolve("results.json") : json;
            Results results = new Results(file, System.out, facts);
            Bench bench =
                    new Bench(plain, home.resolve("aulens"), folder.path(), results, rounds, sizes, ausearchSeconds);
            for (Part part : wanted) {
                part.run(bench);
            }
            System.out.println("\nWritten to " + file);
        }
        return 0;
    }

    private List<Part> wanted() {
        List<String> known = PARTS.stream().map(Part::name).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw new CommandLine.ParameterException(
                        spec.commandLine(), "there is no part " + name + "; there are " + String.join(", ", known));
            }
        }
        return PARTS.stream()
                .filter(part -> names.isEmpty() || names.contains(part.name()))
                .toList();
    }
}
