package dev.aulens.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aulens.testing.AuditTool;
import dev.aulens.testing.Corpus;
import dev.aulens.testing.RealElasticsearch;
import dev.aulens.testing.TestCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every report against the real aureport, byte for byte. */
@ExtendWith(RealElasticsearch.class)
class ReportParityIT {

    private static final int LARGEST = 2_000_000;

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
        return Corpus.all().stream()
                .filter(log -> log.toString().endsWith(".log"))
                .filter(log -> log.toFile().length() < LARGEST);
    }

    @ParameterizedTest
    @MethodSource("logs")
    void printsWhatAureportPrints(Path original, TestCluster cluster) throws IOException {
        Path log = folder.resolve("audit.log");
        Files.write(log, SplitLogins.withoutThem(Files.readAllBytes(original)));
        Aulens aulens = Aulens.on(cluster).with("TZ", "UTC").with("LC_ALL", "C.UTF-8");
        assertThat(aulens.run("index", log.toString()).err()).doesNotContain("Exception");
        List<String> differences = new ArrayList<>();
        int asked = 0;
        for (String report : REPORTS) {
            for (String names : List.of("", "-i")) {
                String words = (report + " " + names).strip();
                asked++;
                compare(log, words, aulens, differences);
            }
        }
        if (System.getenv("PARITY_PRINT") != null) {
            System.out.println(
                    "PARITY " + original.getFileName() + " " + (asked - differences.size()) + " of " + asked);
            differences.forEach(each -> System.out.println("DIFF " + original.getFileName() + " " + each));
            return;
        }

        assertThat(differences).as(original.getFileName().toString()).isEmpty();
    }

    private static void compare(Path log, String report, Aulens aulens, List<String> differences) {
        List<String> words = report.isEmpty() ? List.of() : new ArrayList<>(List.of(report.split(" ", -1)));
        List<String> theirs = new ArrayList<>(List.of("-if", log.toString()));
        theirs.addAll(words);
        AuditTool.Answer wanted = AuditTool.AUREPORT.run(
                theirs, Map.of("TZ", java.time.ZoneId.systemDefault().getId()));
        List<String> ours = new ArrayList<>(List.of("aureport"));
        ours.addAll(words);
        Aulens.Run got = aulens.run(ours.toArray(String[]::new));
        String expected = new String(wanted.output().getBytes(ISO_8859_1), UTF_8);
        if (!expected.equals(got.out()) || wanted.status() != got.status()) {
            differences.add(report + ": " + firstDifference(expected, got.out()) + " (" + wanted.status() + "/"
                    + got.status() + ") " + got.err().strip());
        }
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
