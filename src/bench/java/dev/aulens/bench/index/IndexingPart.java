package dev.aulens.bench.index;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aulens.bench.Bench;
import dev.aulens.bench.Part;
import dev.aulens.bench.measure.Distribution;
import dev.aulens.bench.measure.ProcessCost;
import dev.aulens.bench.measure.ProcessMeter;
import dev.aulens.bench.measure.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Indexing end to end, beside what the server takes from clients that have nothing else to do, and beside a mapping
 * without thought. All three share the machine with the server and take turns, each with a fresh index.
 */
public final class IndexingPart implements Part {

    private static final String PREFIX = "bench";
    private static final double PER_100K = 1e5;

    private enum Way {
        AULENS("aulens index"),
        CEILING("two plain clients"),
        PLAIN("two plain clients, all plain keywords");

        private final String title;

        Way(String title) {
            this.title = title;
        }
    }

    /**
     * One round of one way.
     *
     * @param seconds until searches find all documents
     * @param serverCpu seconds of CPU of the server until then
     * @param clientCpu seconds of CPU of aulens
     * @param peak most memory of aulens, in megabytes
     */
    private record Round(double seconds, double serverCpu, double clientCpu, double peak) {}

    @Override
    public String name() {
        return "indexing";
    }

    @Override
    public void run(Bench bench) throws IOException {
        Path file = bench.work().resolve("bulk.ndjson");
        bench.results().progress("documents are rendered");
        BulkFile bulk = BulkFile.render(bench.log(), PREFIX, file);
        Map<Way, List<Round>> rounds = new EnumMap<>(Way.class);
        try (BenchServer server = BenchServer.start(bench)) {
            for (int i = 0; i <= bench.rounds(); i++) {
                for (int j = 0; j < Way.values().length; j++) {
                    Way way = Way.values()[(i + j) % Way.values().length];
                    bench.results().progress((i == 0 ? "warm-up: " : "round " + i + ": ") + way.title);
                    Round round = round(way, bench, server, bulk);
                    if (i > 0) {
                        rounds.computeIfAbsent(way, none -> new ArrayList<>()).add(round);
                    }
                }
            }
        } finally {
            Files.deleteIfExists(file);
        }
        bench.results().add(table(bulk, rounds));
    }

    private static Round round(Way way, Bench bench, BenchServer server, BulkFile bulk) throws IOException {
        ServerApi api = server.api();
        api.forget(PREFIX);
        if (way == Way.PLAIN) {
            api.put("/_index_template/" + PREFIX, PlainKeywords.template(PREFIX));
        } else {
            ProcessCost unused = ProcessMeter.run(server.aulens().command("setup", "--index", PREFIX));
        }
        api.rest();
        long cpu = api.cpuMillis();
        Round round;
        if (way == Way.AULENS) {
            ProcessCost cost = ProcessMeter.run(server.aulens()
                    .command("index", "--quiet", "--index", PREFIX, bench.log().toString()));
            if (cost.status() != 0) {
                throw new IOException("aulens index ended with status " + cost.status());
            }
            round = new Round(
                    cost.wallSeconds(), seconds(api.cpuMillis() - cpu), cost.cpuSeconds(), cost.peakMegabytes());
        } else {
            long start = System.nanoTime();
            PlainClients.post(bulk, api.url());
            JsonNode unused = api.post("/" + PREFIX + "-*/_refresh", "");
            round = new Round((System.nanoTime() - start) / 1e9, seconds(api.cpuMillis() - cpu), 0, 0);
        }
        long found = api.documents(PREFIX);
        if (found < bulk.documents() * 0.999) { // parts of one event that are far apart join one document
            throw new IOException("only " + found + " of " + bulk.documents() + " documents are there");
        }
        return round;
    }

    private static Table table(BulkFile bulk, Map<Way, List<Round>> rounds) {
        Table table = new Table(
                "indexing",
                "Indexing, with the server on the same machine",
                "way",
                "events/s",
                "server CPU s/100k",
                "aulens CPU s/100k",
                "aulens CPU / server's",
                "peak RSS MB");
        for (Way way : Way.values()) {
            List<Round> all = rounds.getOrDefault(way, List.of());
            double server = median(all, Round::serverCpu) * PER_100K / bulk.documents();
            double client = median(all, Round::clientCpu) * PER_100K / bulk.documents();
            boolean ours = way == Way.AULENS;
            table.row(
                    way.title,
                    bulk.documents() / median(all, Round::seconds),
                    server,
                    ours ? client : "",
                    ours ? client / server : "",
                    ours ? all.stream().mapToDouble(Round::peak).max().orElse(0) : "");
        }
        List<Round> ceiling = rounds.getOrDefault(Way.CEILING, List.of());
        List<Round> ours = rounds.getOrDefault(Way.AULENS, List.of());
        List<Round> plain = rounds.getOrDefault(Way.PLAIN, List.of());
        table.note(ratio("aulens / ceiling, events/s", ceiling, ours, Round::seconds));
        table.note(ratio("as shipped / plain keywords, documents/s", plain, ceiling, Round::seconds));
        table.note(ratio(
                "as shipped / plain keywords, documents per CPU second of the server",
                plain,
                ceiling,
                Round::serverCpu));
        table.note(String.format(
                Locale.ROOT,
                "%,d documents of %,d bytes of JSON; medians of %d rounds after one",
                bulk.documents(),
                bulk.bytes() / bulk.documents(),
                ours.size()));
        return table;
    }

    /** Returns how many times faster the second is: of the medians, and of each round. */
    private static String ratio(String title, List<Round> first, List<Round> second, ToDoubleFunction<Round> cost) {
        StringBuilder text = new StringBuilder(title)
                .append(String.format(Locale.ROOT, ": %.3f (rounds:", median(first, cost) / median(second, cost)));
        for (int i = 0; i < first.size(); i++) {
            text.append(String.format(
                    Locale.ROOT, " %.3f", cost.applyAsDouble(first.get(i)) / cost.applyAsDouble(second.get(i))));
        }
        return text.append(')').toString();
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> value) {
        return new Distribution(rounds.stream().map(value::applyAsDouble).toList()).median();
    }

    private static double seconds(long millis) {
        return millis / 1e3;
    }
}
