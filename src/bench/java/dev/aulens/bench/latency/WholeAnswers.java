package dev.aulens.bench.latency;

import dev.aulens.bench.Bench;
import dev.aulens.bench.Programs;
import dev.aulens.bench.index.BenchServer;
import dev.aulens.bench.measure.ProcessCost;
import dev.aulens.bench.measure.ProcessMeter;
import dev.aulens.bench.measure.Repeated;
import dev.aulens.bench.measure.Table;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Questions with their whole answers, beside the audit tools reading the same log. */
final class WholeAnswers {

    private final Bench bench;
    private final BenchServer server;
    private final String prefix;
    private final Path log;

    WholeAnswers(Bench bench, BenchServer server, String prefix, Path log) {
        this.bench = bench;
        this.server = server;
        this.prefix = prefix;
        this.log = log;
    }

    /** Asks each question once of the audit tools, as long as they may take, and several times of aulens. */
    Table table(long size, String note) throws IOException {
        Table table = new Table(
                "whole-answers-" + size,
                "Whole answers, beside the audit tools",
                "question",
                "aulens s",
                "audit tool s",
                "times faster");
        Questions questions = new Questions(server.api(), prefix);
        String key = questions.value("auditd.key", true);
        String rareProgram = questions.value("process.executable", false);
        String file = questions.value("file.name", true);
        row(table, "search", "ausearch", List.of("-k", key, "-i"));
        row(table, "search", "ausearch", List.of("-f", file, "--raw"));
        row(table, "search", "ausearch", List.of("-x", rareProgram, "-i"));
        row(table, "report", "aureport", List.of());
        row(table, "report", "aureport", List.of("-x", "--summary"));
        table.note(note);
        return table;
    }

    private void row(Table table, String command, String tool, List<String> words) throws IOException {
        String title = tool + (words.isEmpty() ? "" : " " + String.join(" ", words));
        bench.results().progress(title);
        List<String> ours = new ArrayList<>(List.of(command, "--index", prefix));
        ours.addAll(words);
        double seconds = Repeated.seconds(
                        () -> {
                            server.api().forgetAnswers(prefix);
                            return server.aulens().command(ours);
                        },
                        bench.rounds())
                .median();
        Optional<Path> program = Programs.find(tool);
        if (program.isEmpty() || bench.ausearchSeconds() == 0) {
            table.row(title, seconds, program.isEmpty() ? "not installed" : "not run");
            return;
        }
        List<String> theirs = new ArrayList<>(List.of(program.get().toString(), "-if", log.toString()));
        theirs.addAll(words);
        ProcessCost cost = ProcessMeter.run(
                new ProcessBuilder(theirs)
                        .redirectInput(Path.of("/dev/null").toFile())
                        .redirectOutput(Redirect.DISCARD)
                        .redirectError(Redirect.DISCARD),
                Duration.ofSeconds(bench.ausearchSeconds()));
        if (cost.ended()) {
            table.row(title, seconds, cost.wallSeconds(), cost.wallSeconds() / seconds);
        } else {
            table.row(title, seconds, "over " + bench.ausearchSeconds(), "");
        }
    }
}
