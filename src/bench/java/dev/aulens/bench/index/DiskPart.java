package dev.aulens.bench.index;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aulens.bench.Bench;
import dev.aulens.bench.Part;
import dev.aulens.bench.measure.ProcessCost;
import dev.aulens.bench.measure.ProcessMeter;
import dev.aulens.bench.measure.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;

/** The size of an index when it is merged, and what each field has of it. */
public final class DiskPart implements Part {

    private static final String PREFIX = "bench";
    private static final int SHOWN = 25;

    @Override
    public String name() {
        return "disk";
    }

    @Override
    public void run(Bench bench) throws IOException {
        try (BenchServer server = BenchServer.start(bench)) {
            bench.results().progress("the log is indexed");
            ProcessCost cost = ProcessMeter.run(server.aulens()
                    .command("index", "--quiet", "--index", PREFIX, bench.log().toString()));
            if (cost.status() != 0) {
                throw new IOException("aulens index ended with status " + cost.status());
            }
            bench.results().progress("the index is merged");
            ServerApi api = server.api();
            api.merge(PREFIX);
            long raw = Files.size(bench.log());
            long documents = api.documents(PREFIX);
            long bytes = api.storeBytes(PREFIX);
            Table size = new Table(
                    "disk",
                    "Disk, merged to one segment",
                    "documents",
                    "raw bytes",
                    "index bytes",
                    "bytes/doc",
                    "of raw");
            size.row(documents, raw, bytes, (double) bytes / documents, (double) bytes / raw);
            bench.results().add(size);
            bench.results().add(fields(api.post("/" + PREFIX + "-*/_disk_usage?run_expensive_tasks=true", "")));
        }
    }

    /** The bytes that a field has in each of the structures. */
    private record Usage(long all, long inverted, long docValues, long points, long stored) {

        Usage plus(JsonNode field) {
            return new Usage(
                    all + field.path("total_in_bytes").asLong(),
                    inverted
                            + field.path("inverted_index")
                                    .path("total_in_bytes")
                                    .asLong(),
                    docValues + field.path("doc_values_in_bytes").asLong(),
                    points + field.path("points_in_bytes").asLong(),
                    stored + field.path("stored_fields_in_bytes").asLong());
        }
    }

    private static Table fields(JsonNode answer) {
        Map<String, Usage> usages = new TreeMap<>();
        for (JsonNode index : answer) {
            for (Map.Entry<String, JsonNode> field : index.path("fields").properties()) {
                Usage before = usages.getOrDefault(field.getKey(), new Usage(0, 0, 0, 0, 0));
                usages.put(field.getKey(), before.plus(field.getValue()));
            }
        }
        long all = usages.values().stream().mapToLong(Usage::all).sum();
        Table table = new Table(
                "fields",
                "Each field's share",
                "field",
                "bytes",
                "share",
                "inverted",
                "doc values",
                "points",
                "stored");
        usages.entrySet().stream()
                .sorted((one, other) ->
                        Long.compare(other.getValue().all(), one.getValue().all()))
                .limit(SHOWN)
                .forEach(field -> row(table, field.getKey(), field.getValue(), all));
        long rest = usages.values().stream()
                .mapToLong(Usage::all)
                .map(bytes -> -bytes)
                .sorted()
                .skip(SHOWN)
                .sum();
        table.row("the other " + Math.max(usages.size() - SHOWN, 0), -rest, (double) -rest / all);
        return table;
    }

    private static void row(Table table, String name, Usage usage, long all) {
        table.row(
                name,
                usage.all(),
                (double) usage.all() / all,
                usage.inverted(),
                usage.docValues(),
                usage.points(),
                usage.stored());
    }
}
