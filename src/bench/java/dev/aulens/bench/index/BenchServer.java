package dev.aulens.bench.index;

import dev.aulens.bench.Aulens;
import dev.aulens.bench.Bench;
import dev.aulens.bench.measure.ProcessCost;
import dev.aulens.bench.measure.ProcessMeter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A fresh server of the benchmark's own, stopped and deleted when it is closed. */
public final class BenchServer implements AutoCloseable {

    private static final String URL_BEHIND = " at ";

    private final Bench bench;
    private final Path state;
    private final ServerApi api;
    private final Thread hook;

    private BenchServer(Bench bench, Path state, URI url) {
        this.bench = bench;
        this.state = state;
        this.api = new ServerApi(url);
        this.hook = new Thread(this::stop, "stop " + url);
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Starts a server as {@code aulens node start} does. */
    public static BenchServer start(Bench bench) throws IOException {
        bench.results().progress("a server starts");
        Path state = Files.createTempDirectory(bench.work(), "node");
        Path answer = bench.work().resolve("node.txt");
        ProcessCost start = ProcessMeter.run(new Aulens(bench)
                .command("node", "start", "--state", state.toString())
                .redirectOutput(answer.toFile()));
        String said = Files.readString(answer).strip();
        if (start.status() != 0) {
            throw new IOException("the server did not start: " + said);
        }
        return new BenchServer(
                bench, state, URI.create(said.substring(said.lastIndexOf(URL_BEHIND) + URL_BEHIND.length())));
    }

    /** Returns what can be asked of the server. */
    public ServerApi api() {
        return api;
    }

    /** Returns a command of aulens that talks to the server. */
    public Aulens aulens() {
        return new Aulens(bench).with("ES_URL", api.url().toString());
    }

    @Override
    public void close() throws IOException {
        Runtime.getRuntime().removeShutdownHook(hook);
        stop();
        try (Stream<Path> files = Files.walk(state)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        }
    }

    private void stop() {
        try {
            int unused = new Aulens(bench)
                    .command("node", "stop", "--state", state.toString())
                    .start()
                    .waitFor();
        } catch (IOException e) {
            System.err.println("cannot stop the server in " + state + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
