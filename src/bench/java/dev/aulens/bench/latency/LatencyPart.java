package dev.aulens.bench.latency;

import dev.aulens.bench.Aulens;
import dev.aulens.bench.Bench;
import dev.aulens.bench.Part;
import dev.aulens.bench.index.BenchServer;
import dev.aulens.bench.log.LogGenerator;
import dev.aulens.bench.measure.Distribution;
import dev.aulens.bench.measure.FailedCommandException;
import dev.aulens.bench.measure.ProcessCost;
import dev.aulens.bench.measure.ProcessMeter;
import dev.aulens.bench.measure.Repeated;
import dev.aulens.bench.measure.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How long searches and reports take over logs of several sizes, which are made of the given one. */
public final class LatencyPart implements Part {

    private static final String PREFIX = "bench";
    private static final String FIRST_PAGE = "200";
    private static final int REQUESTS_OF_A_ROUND = 15;
    private static final int COMMANDS_OF_A_ROUND = 7;
    private static final double NEEDED = 2.0; // of the log: itself, its index, and what is merged in it

    @Override
    public String name() {
        return "latency";
    }

    @Override
    public void run(Bench bench) throws IOException {
        for (long size : bench.sizes()) {
            Path log = bench.work().resolve("fleet.log");
            try {
                measure(bench, log, size);
            } finally {
                Files.deleteIfExists(log);
            }
        }
    }

    private static void measure(Bench bench, Path log, long size) throws IOException {
        LogGenerator generator = LogGenerator.of(bench.log(), size);
        requireSpace(log, generator.bytes());
        bench.results().progress("a log of " + size + " events is made");
        long events = generator.write(log);
        String title = String.format(Locale.ROOT, "%,d events, %,d bytes", events, Files.size(log));
        try (BenchServer server = BenchServer.start(bench)) {
            bench.results().progress("it is indexed");
            ProcessCost cost =
                    ProcessMeter.run(server.aulens().command("index", "--quiet", "--index", PREFIX, log.toString()));
            if (cost.status() != 0) {
                throw new IOException("aulens index ended with status " + cost.status());
            }
            server.api().rest();
            String state = String.format(
                    Locale.ROOT,
                    "indexed in %.1f s with at most %.0f MB of aulens; %,d bytes in %s segments, not merged on demand",
                    cost.wallSeconds(),
                    cost.peakMegabytes(),
                    server.api().storeBytes(PREFIX),
                    server.api().get("/" + PREFIX + "-*/_stats/segments").at("/_all/primaries/segments/count"));
            try (RecordingProxy proxy = RecordingProxy.before(server.api().url())) {
                bench.results().add(searches(bench, server, proxy, size, title + "; " + state));
                bench.results().add(reports(bench, server, proxy, size, title));
            }
            bench.results().add(new WholeAnswers(bench, server, PREFIX, log).table(size, title));
        }
    }

    private static void requireSpace(Path log, long bytes) throws IOException {
        long needed = (long) (bytes * NEEDED);
        long free = Files.getFileStore(log.toAbsolutePath().getParent()).getUsableSpace();
        if (free < needed) {
            throw new IOException(String.format(
                    Locale.ROOT,
                    "%s needs %,d bytes, %,d are free; name another folder with --work",
                    log,
                    needed,
                    free));
        }
    }

    private static Table searches(Bench bench, BenchServer server, RecordingProxy proxy, long size, String note)
            throws IOException {
        Table table = new Table(
                "searches-" + size,
                "Searches: the first page of " + FIRST_PAGE,
                "question",
                "server p50 ms",
                "server p95 ms",
                "command p50 s",
                "command p95 s");
        List<List<String>> searches = new Questions(server.api(), PREFIX).searches();
        int requests = REQUESTS_OF_A_ROUND * bench.rounds();
        int commands = COMMANDS_OF_A_ROUND * bench.rounds();
        double worstServer = 0;
        double worstCommand = 0;
        for (List<String> words : searches) {
            String title = String.join(" ", words);
            bench.results().progress("search " + title);
            List<String> command =
                    new ArrayList<>(List.of("search", "--index", PREFIX, "--limit", FIRST_PAGE, "--raw"));
            command.addAll(words);
            try {
                Distribution atServer = AskedAgain.millis(server.api(), asked(server, proxy, command), requests);
                Distribution whole = Repeated.seconds(() -> server.aulens().command(command), commands);
                worstServer = Math.max(worstServer, atServer.p95());
                worstCommand = Math.max(worstCommand, whole.p95());
                table.row(title, atServer.median(), atServer.p95(), whole.median(), whole.p95());
            } catch (FailedCommandException e) {
                table.row(title, "status " + e.status());
            }
        }
        table.row("the slowest", "", worstServer, "", worstCommand);
        table.note(note);
        table.note(requests + " requests and " + commands + " commands each");
        Set<String> missing = Questions.notAsked(searches);
        if (!missing.isEmpty()) {
            table.note("not asked: " + String.join(" ", missing));
        }
        return table;
    }

    private static Table reports(Bench bench, BenchServer server, RecordingProxy proxy, long size, String note)
            throws IOException {
        Table table = new Table(
                "reports-" + size, "Reports", "report", "requests", "server p50 ms", "command p50 s", "command max s");
        for (List<String> words : Questions.reports()) {
            String title = words.isEmpty() ? "(plain summary)" : String.join(" ", words);
            bench.results().progress("report " + title);
            List<String> command = new ArrayList<>(List.of("report", "--index", PREFIX));
            command.addAll(words);
            List<Double> took = new ArrayList<>();
            int requests = 0;
            long start = System.nanoTime();
            for (int i = 0; i < bench.rounds() && System.nanoTime() - start < Repeated.ENOUGH * 1e9; i++) {
                server.api().forgetAnswers(PREFIX);
                List<RecordingProxy.Asked> asked = asked(server, proxy, command);
                took.add((double) asked.stream()
                        .mapToLong(RecordingProxy.Asked::tookMillis)
                        .sum());
                requests = asked.size();
            }
            Distribution whole = Repeated.seconds(
                    () -> {
                        server.api().forgetAnswers(PREFIX);
                        return server.aulens().command(command);
                    },
                    bench.rounds() + 2);
            table.row(title, requests, new Distribution(took).median(), whole.median(), whole.p95());
        }
        table.note(note);
        return table;
    }

    private static List<RecordingProxy.Asked> asked(BenchServer server, RecordingProxy proxy, List<String> command)
            throws IOException {
        Aulens recorded = server.aulens().with("ES_URL", proxy.url());
        Distribution unused = Repeated.seconds(() -> recorded.command(command), 1);
        return proxy.takeAsked();
    }
}
