package dev.aulens.cli.index;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aulens.cli.Aulens;
import dev.aulens.cli.AulensOnElasticsearch;
import dev.aulens.cli.BuiltProgram;
import dev.aulens.cli.BuiltProgram.Result;
import dev.aulens.cli.command.ExitStatus;
import dev.aulens.record.ReversibleUtf8;
import dev.aulens.testing.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same documents, byte for byte in {@code event.original}, however a log is read. */
class ExactlyOnceIT {

    private static final Pattern ID = Pattern.compile("audit\\(([^)]*)\\)");
    private static final Path LOG = Corpus.debian12Enriched();

    @RegisterExtension
    private final AulensOnElasticsearch aulens = new AulensOnElasticsearch();

    @TempDir
    private Path folder;

    private List<String> lines = List.of();

    @BeforeEach
    void prepare() throws IOException {
        byte[] bytes = Files.readAllBytes(LOG);
        lines = ReversibleUtf8.decode(bytes, 0, bytes.length).lines().toList();
    }

    /**
     * A way to read the lines of one log.
     *
     * @param runs makes files of them; the files of each run of {@code index}
     */
    private record Way(String name, Function<ExactlyOnceIT, List<List<Path>>> runs) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Way> ways() {
        return List.of(
                new Way("twice", it -> List.of(List.of(LOG), List.of(LOG))),
                new Way("twice in one run", it -> List.of(List.of(LOG, LOG))),
                new Way("a few lines twice in one run", it -> {
                    it.lines = it.lines.subList(0, 20);
                    Path log = it.write("few", 0, 20);
                    Path copy = it.write("copy", 0, 20);
                    return List.of(List.of(log, copy));
                }),
                new Way(
                        "overlapping copies",
                        it -> List.of(
                                List.of(it.write("early", 0, 4_000)),
                                List.of(it.write("late", 2_999, it.lines.size())),
                                List.of(it.write("middle", 2_500, 4_500)))),
                new Way(
                        "overlapping copies in one run",
                        it -> List.of(List.of(
                                it.write("early", 0, 4_001),
                                it.write("middle", 2_500, 4_500),
                                it.write("late", 3_000, it.lines.size())))),
                new Way("rotated files", it -> List.of(it.rotated(2))),
                new Way(
                        "rotated files, newest first",
                        it -> newestFirst(it.rotated(2)).stream().map(List::of).toList()),
                new Way("rotated files, newest first, in one run", it -> List.of(newestFirst(it.rotated(2)))),
                new Way("small rotated files, newest first, in one run", it -> {
                    it.lines = it.lines.subList(0, 60);
                    return List.of(newestFirst(it.rotated(20)));
                }));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void theDocumentsAreTheSame(Way way) throws IOException {
        for (List<Path> files : way.runs.apply(this)) {
            Aulens.Run done =
                    aulens.run(Stream.concat(Stream.of("index"), files.stream().map(Path::toString))
                            .toArray(String[]::new));
            assertThat(done.status()).as(done.toString()).isEqualTo(ExitStatus.DONE);
        }

        assertIndexHoldsTheLinesOnce();
    }

    @Test
    void theDocumentsAreTheSameWhenTheServerTakesSmallRequestsOnly() throws IOException {
        Path log = write("log", 0, 2_000);
        lines = lines.subList(0, 2_000);
        int before = refusedRequests();
        limitRequests("\"200kb\"");
        try {
            Aulens.Run done = aulens.run("index", log.toString());

            assertThat(done.status()).as(done.toString()).isEqualTo(ExitStatus.DONE);
            assertThat(refusedRequests()).isGreaterThan(before);
        } finally {
            limitRequests("null");
        }
        assertIndexHoldsTheLinesOnce();
    }

    private int refusedRequests() throws IOException {
        String stats =
                aulens.cluster().get("/_nodes/stats/breaker?filter_path=nodes.*.breakers.inflight_requests.tripped");
        return new ObjectMapper().readTree(stats).findValue("tripped").asInt();
    }

    /** Limits the bytes of all requests that the server reads at one time. */
    private void limitRequests(String limit) {
        aulens.cluster()
                .send(
                        "PUT",
                        "/_cluster/settings",
                        "{\"persistent\": {\"network.breaker.inflight_requests.limit\": " + limit + "}}");
    }

    @Test
    void theDocumentsAreTheSameWhenTwoProcessesReadAtOnce() throws Exception {
        Map<String, String> environment = Map.of(
                "PATH", System.getenv("PATH"),
                "HOME", folder.toString(),
                "JAVA_HOME", System.getProperty("java.home"),
                "ES_URL", aulens.cluster().url().toString(),
                "AULENS_INDEX", aulens.cluster().prefix());
        Path backwards = folder.resolve("backwards.log");
        List<String> reversed = new ArrayList<>(eventsOf(lines).values());
        Collections.reverse(reversed);
        writeLines(backwards, String.join("\n", reversed));
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            Callable<Result> first = () -> BuiltProgram.run(
                    Files.createDirectory(folder.resolve("first")),
                    environment,
                    BuiltProgram.LAUNCHER,
                    "index",
                    LOG.toString());
            Callable<Result> second = () -> BuiltProgram.run(
                    Files.createDirectory(folder.resolve("second")),
                    environment,
                    BuiltProgram.LAUNCHER,
                    "index",
                    backwards.toString());
            for (Future<Result> run : both.invokeAll(List.of(first, second))) {
                assertThat(run.get().status()).as(run.get().err()).isZero();
            }
        } finally {
            both.shutdownNow();
        }

        assertIndexHoldsTheLinesOnce();
    }

    private void assertIndexHoldsTheLinesOnce() throws IOException {
        assertThat(new ArrayList<>(aulens.originals().values()))
                .containsExactlyInAnyOrderElementsOf(eventsOf(lines).values());
        Path all = writeLines(folder.resolve("all.log"), String.join("\n", lines));
        Aulens.Run verified = aulens.run("verify", "--extra", all.toString());
        assertThat(verified.status()).as(verified.toString()).isEqualTo(ExitStatus.DONE);
        assertThat(verified.out()).contains("0 missing + 0 different", "\n0 more events");
    }

    private static Map<String, String> eventsOf(List<String> lines) {
        return lines.stream()
                .collect(Collectors.toMap(
                        ExactlyOnceIT::id, line -> line, (one, other) -> one + "\n" + other, TreeMap::new));
    }

    private static String id(String line) {
        Matcher id = ID.matcher(line);
        assertThat(id.find()).as(line).isTrue();
        return id.group(1);
    }

    private static List<Path> newestFirst(List<Path> files) {
        List<Path> reversed = new ArrayList<>(files);
        Collections.reverse(reversed);
        return reversed;
    }

    /** Cuts the log into rotated files in the middle of events where it can; oldest first. */
    private List<Path> rotated(int files) {
        List<Path> rotated = new ArrayList<>();
        int size = lines.size() / files;
        for (int i = 0; i < files; i++) {
            String name = i == files - 1 ? "audit.log" : "audit.log." + (files - 1 - i);
            rotated.add(write(name, i * size, i == files - 1 ? lines.size() : (i + 1) * size));
        }
        return rotated;
    }

    private Path write(String name, int from, int to) {
        return writeLines(folder.resolve(name), String.join("\n", lines.subList(from, to)));
    }

    private static Path writeLines(Path file, String text) {
        try {
            return Files.write(file, ReversibleUtf8.encode(text + "\n"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
