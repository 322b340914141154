package dev.aulens.bench.stage;

import dev.aulens.bench.Bench;
import dev.aulens.bench.Part;
import dev.aulens.bench.Programs;
import dev.aulens.bench.measure.ProcessCost;
import dev.aulens.bench.measure.ProcessMeter;
import dev.aulens.bench.measure.Table;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What each stage costs on one core, beside laurel and ausearch. */
public final class StagesPart implements Part {

    private static final int WARM_UPS = 4;
    private static final double MEGABYTE = 1e6;
    private static final double MICROS = 1e6;
    private static final double NANOS = 1e9;
    private static final double NANOS_OF_A_MICRO = 1e3;

    /**
     * A row of the table.
     *
     * @param cpu in seconds for the whole log
     * @param cost of the passes of a warm JVM; null for a whole process
     * @param process that the passes were made in, or the whole one
     */
    private record Row(String title, double cpu, @Nullable StageCost cost, ProcessCost process) {

        static Row of(Stage stage, StageCost cost, ProcessCost process) {
            return new Row(stage.title(), cost.cpuNanos() / NANOS, cost, process);
        }

        static Row of(String title, ProcessCost process) {
            return new Row(title, process.cpuSeconds(), null, process);
        }
    }

    @Override
    public String name() {
        return "stages";
    }

    @Override
    public void run(Bench bench) throws IOException {
        List<Row> rows = new ArrayList<>();
        StageCost documents = null;
        for (Stage stage : Stage.values()) {
            bench.results().progress("stage: " + stage.title());
            Path answer = bench.work().resolve("stage.txt");
            ProcessCost process = fork(bench, stage, WARM_UPS, bench.rounds(), answer);
            StageCost cost = StageCost.parse(Files.readString(answer));
            rows.add(Row.of(stage, cost, process));
            documents = cost;
        }
        ProcessCost cold = fork(bench, Stage.DOCUMENTS, 0, 1, bench.work().resolve("stage.txt"));
        rows.add(Row.of("document JSON, start of the JVM and all", cold));
        if (documents == null) {
            throw new IllegalStateException("there are stages");
        }
        OtherPrograms others = new OtherPrograms(bench.log(), bench.work());
        bench.results().progress("laurel");
        Optional<ProcessCost> laurel = others.laurel();
        bench.results().progress("ausearch --format csv");
        Optional<ProcessCost> ausearch = others.ausearchCsv();
        laurel.ifPresent(cost -> rows.add(Row.of("laurel, JSON", cost)));
        ausearch.ifPresent(cost -> rows.add(Row.of("ausearch --format csv", cost)));

        Table table = new Table(
                "stages",
                "From bytes to each stage, on one core (CPU time of the whole process)",
                "stage",
                "events/s",
                "MB/s",
                "CPU us/event",
                "its thread's",
                "bytes allocated/event",
                "peak RSS MB",
                "laurel's CPU / this");
        long events = documents.tally().events();
        double megabytes = Files.size(bench.log()) / MEGABYTE;
        for (Row row : rows) {
            StageCost cost = row.cost();
            table.row(
                    row.title(),
                    events / row.cpu(),
                    megabytes / row.cpu(),
                    row.cpu() * MICROS / events,
                    cost == null ? "" : cost.threadNanos() / NANOS_OF_A_MICRO / events,
                    cost == null ? "" : cost.allocated() / events,
                    row.process().peakMegabytes(),
                    laurel.isPresent() ? laurel.get().cpuSeconds() / row.cpu() : "");
        }
        if (laurel.isEmpty()) {
            table.row("laurel: not installed");
        }
        if (ausearch.isEmpty()) {
            table.row("ausearch: not installed");
        }
        table.note(String.format(
                "%,d events; %,d bytes of JSON an event; stages: mean of %d passes after %d, in one process each",
                events, documents.tally().written() / events, bench.rounds(), WARM_UPS));
        bench.results().add(table);
    }

    private static ProcessCost fork(Bench bench, Stage stage, int warmUps, int rounds, Path answer) throws IOException {
        List<String> command = Programs.java(
                StageRun.class,
                stage.name(),
                bench.log().toString(),
                Integer.toString(warmUps),
                Integer.toString(rounds));
        ProcessCost cost = ProcessMeter.run(new ProcessBuilder(Programs.onOneCore(command))
                .redirectOutput(answer.toFile())
                .redirectError(Redirect.INHERIT));
        if (cost.status() != 0) {
            throw new IOException("the stage " + stage.title() + " ended with status " + cost.status());
        }
        return cost;
    }
}
