package dev.aulens.bench;

import dev.aulens.bench.index.BenchServer;
import dev.aulens.bench.measure.Distribution;
import dev.aulens.bench.measure.ProcessCost;
import dev.aulens.bench.measure.ProcessMeter;
import dev.aulens.bench.measure.Repeated;
import dev.aulens.bench.measure.Table;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;

/** How long short commands take, beside a JVM that does nothing; with this JDK, and that of JAVA25_HOME if it is set. */
final class StartupPart implements Part {

    private static final String PREFIX = "bench";
    private static final String BARE = "java -version";
    private static final int RUNS_OF_A_ROUND = 7;
    private static final int WARM_UPS = 2;
    private static final Duration LONGEST_ARCHIVING = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(100);

    @Override
    public String name() {
        return "startup";
    }

    @Override
    public void run(Bench bench) throws IOException {
        Table table = new Table(
                "startup", "Start-up, whole commands", "command", "JDK", "p50 s", "p95 s", "times java -version");
        try (BenchServer server = BenchServer.start(bench)) {
            bench.results().progress("the log is indexed");
            ProcessCost cost = ProcessMeter.run(server.aulens()
                    .command("index", "--quiet", "--index", PREFIX, bench.log().toString()));
            if (cost.status() != 0) {
                throw new IOException("aulens index ended with status " + cost.status());
            }
            String serial = server.api()
                    .post("/" + PREFIX + "-*/_search?filter_path=hits.hits._source.event.sequence", "{\"size\":1}")
                    .at("/hits/hits/0/_source/event/sequence")
                    .asText();
            for (Path home : homes()) {
                measure(bench, server, home, serial, table);
            }
            table.note("The search is one by serial, among " + server.api().documents(PREFIX) + " events");
        }
        bench.results().add(table);
    }

    private static List<Path> homes() {
        List<Path> homes = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"))));
        String other = System.getenv().getOrDefault("JAVA25_HOME", "");
        if (!other.isEmpty()) {
            homes.add(Path.of(other));
        }
        return homes;
    }

    private static void measure(Bench bench, BenchServer server, Path home, String serial, Table table)
            throws IOException {
        bench.results().progress("start-up with " + home);
        Path cache = Files.createTempDirectory(bench.work(), "cache");
        Aulens aulens = server.aulens().with("JAVA_HOME", home.toString()).with("XDG_CACHE_HOME", cache.toString());
        archiveClasses(aulens, cache.resolve("aulens"));
        Map<String, Repeated.Command> commands = new LinkedHashMap<>();
        commands.put(BARE, () -> bare(home));
        for (List<String> words : List.of(
                List.of("--version"),
                List.of("syscall", "257"),
                List.of("search", "--index", PREFIX, "-a", serial, "--raw"))) {
            commands.put("aulens " + String.join(" ", words), () -> aulens.command(words));
        }
        Map<String, Distribution> times = Repeated.inTurns(commands, WARM_UPS, bench.rounds() * RUNS_OF_A_ROUND);
        double bare = Objects.requireNonNull(times.get(BARE)).median();
        String jdk = home.getFileName().toString();
        times.forEach((title, each) -> table.row(title, jdk, each.median(), each.p95(), each.median() / bare));
    }

    /** The first command with a Java that the build has no class archive for makes one, in the background. */
    private static void archiveClasses(Aulens aulens, Path archives) throws IOException {
        ProcessMeter.run(aulens.command("--version"));
        if (!Files.exists(archives)) {
            return;
        }
        Instant end = Instant.now().plus(LONGEST_ARCHIVING);
        while (isEmpty(archives, "*.jsa")) {
            if (Instant.now().isAfter(end)) {
                throw new IOException("no class archive was made in " + archives);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static boolean isEmpty(Path folder, String names) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, names)) {
            return !files.iterator().hasNext();
        }
    }

    private static ProcessBuilder bare(Path home) {
        return new ProcessBuilder(home.resolve("bin").resolve("java").toString(), "-version")
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD);
    }
}
