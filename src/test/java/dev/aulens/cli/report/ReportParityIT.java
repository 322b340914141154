package dev.aulens.cli.report;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aulens.cli.Aulens;
import dev.aulens.cli.SplitLogins;
import dev.aulens.testing.AuditTool;
import dev.aulens.testing.Corpus;
import dev.aulens.testing.RealElasticsearch;
import dev.aulens.testing.TestCluster;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Reports against the real aureport, byte for byte: every one of the two large logs and of the samples, a fixed choice of
 * the others.
 *
 * <p>What differs on purpose is in {@code report-differences.tsv}, row by row of docs/differences.md; a report that is
 * listed there and does not differ fails the test too.
 */
@ExtendWith(RealElasticsearch.class)
class ReportParityIT {

    private static final int OF_OTHERS = 8;

    private static final List<String> REPORTS = List.of(
            "",
            "-f",
            "-f --summary",
            "-x",
            "-x --summary",
            "-s",
            "-s --summary",
            "-u",
            "-u --summary",
            "-e",
            "-e --summary",
            "-p",
            "-p --summary",
            "-k",
            "-k --summary",
            "-t",
            "-tm",
            "-tm --summary",
            "-h",
            "-h --summary",
            "-l",
            "-l --summary",
            "-au",
            "-au --summary",
            "-c",
            "-c --summary",
            "-m",
            "-m --summary",
            "-n",
            "-n --summary",
            "-a",
            "-a --summary",
            "-ma",
            "-ma --summary",
            "-cr",
            "-cr --summary",
            "-r",
            "--virt",
            "--integrity",
            "--comm",
            "--comm --summary",
            "--tty",
            "-e --failed",
            "--success",
            "-nc -c",
            "-y");

    @TempDir
    private Path folder;

    static Stream<Path> logs() {
        return Corpus.own().stream().filter(log -> log.toString().endsWith(".log"));
    }

    @ParameterizedTest
    @MethodSource("logs")
    void printsWhatAureportPrints(Path original, TestCluster cluster) throws IOException {
        Path log = folder.resolve("audit.log");
        Files.write(log, SplitLogins.withoutThem(Files.readAllBytes(original)));
        Aulens aulens = Aulens.on(cluster).with("TZ", "UTC").with("LC_ALL", "C.UTF-8");
        assertThat(aulens.run("index", log.toString()).err()).doesNotContain("Exception");
        String name = original.getFileName().toString();
        List<String> reports = reports(original);
        Map<String, String> differences = new TreeMap<>();
        for (String report : reports) {
            String difference = difference(log, report, aulens);
            if (!difference.isEmpty()) {
                differences.put(report, difference);
            }
        }

        Set<String> known = known(name);
        known.retainAll(reports);
        assertThat(differences.keySet()).as(name + " " + differences).isEqualTo(known);
    }

    /** Returns all reports of samples and large logs, with {@code -i} of one of these; else a choice by the log's name. */
    private static List<String> reports(Path log) {
        List<String> numbers = List.copyOf(REPORTS);
        List<String> names =
                REPORTS.stream().map(report -> (report + " -i").strip()).toList();
        if (log.equals(Corpus.debian12RawNode())) {
            return numbers;
        }
        if (log.equals(Corpus.debian12Enriched())) {
            return names;
        }
        List<String> all = new ArrayList<>(numbers);
        all.addAll(names);
        if (log.startsWith(Corpus.samples())) {
            return all;
        }
        Collections.shuffle(all, new Random(log.getFileName().toString().hashCode()));
        return all.subList(0, OF_OTHERS);
    }

    /** Returns the reports of a log that are known to differ. */
    private static Set<String> known(String log) throws IOException {
        try (InputStream table =
                Objects.requireNonNull(ReportParityIT.class.getResourceAsStream("report-differences.tsv"), "table")) {
            return new String(table.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .filter(row -> row[0].equals(log))
                    .flatMap(row -> Stream.of(row[1].split(", ", -1)))
                    .map(report -> report.equals("summary") ? "" : report)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** Returns the first line that differs, empty if there is none. */
    private static String difference(Path log, String report, Aulens aulens) {
        List<String> words = report.isEmpty() ? List.of() : List.of(report.split(" ", -1));
        List<String> theirs = new ArrayList<>(List.of("-if", log.toString()));
        theirs.addAll(words);
        CompletableFuture<AuditTool.Answer> theirAnswer = CompletableFuture.supplyAsync(() -> AuditTool.AUREPORT.run(
                theirs, Map.of("TZ", ZoneId.systemDefault().getId())));
        List<String> ours = new ArrayList<>(List.of("aureport"));
        ours.addAll(words);
        Aulens.Run got = aulens.run(ours.toArray(String[]::new));
        AuditTool.Answer wanted = theirAnswer.join();
        String expected = new String(wanted.output().getBytes(ISO_8859_1), UTF_8);
        return expected.equals(got.out()) && wanted.status() == got.status()
                ? ""
                : firstDifference(expected, got.out()) + " (" + wanted.status() + "/" + got.status() + ") "
                        + got.err().strip();
    }

    private static String firstDifference(String expected, String got) {
        String[] one = expected.split("\n", -1);
        String[] other = got.split("\n", -1);
        for (int i = 0; i < Math.min(one.length, other.length); i++) {
            if (!one[i].equals(other[i])) {
                return "line " + (i + 1) + ": want " + one[i] + " got " + other[i];
            }
        }
        return "want " + one.length + " lines, got " + other.length;
    }
}
