package dev.aulens.cli.index;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aulens.cli.BuiltProgram;
import dev.aulens.testing.TestCluster;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A running {@code aulens tail} of the built program. */
record TailProcess(Process process, Path err) implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 60;

    /**
     * Starts a tail that keeps its state in a folder, and appends what it says to {@code stderr} there.
     *
     * @param arguments after {@code tail}
     */
    static TailProcess start(TestCluster cluster, Path folder, String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(BuiltProgram.LAUNCHER.toString(), "tail");
        builder.command().addAll(List.of(arguments));
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "PATH", System.getenv("PATH"),
                        "HOME", folder.toString(),
                        "JAVA_HOME", System.getProperty("java.home"),
                        "AULENS_JAVA_OPTS", "-XX:TieredStopAtLevel=1",
                        "AULENS_STATE", folder.resolve("state/node").toString(),
                        "AULENS_INDEX", cluster.prefix(),
                        "ES_URL", cluster.url().toString()));
        Path err = folder.resolve("stderr");
        builder.redirectError(Redirect.appendTo(err.toFile()))
                .redirectOutput(Redirect.appendTo(folder.resolve("stdout").toFile()));
        return new TailProcess(builder.start(), err);
    }

    /** Returns what tails of the folder have said until now. */
    String said() {
        try {
            return Files.readString(err, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns its standard input. */
    OutputStream input() {
        return process.getOutputStream();
    }

    /** Kills it, as the kernel does when memory is short. */
    void kill() throws InterruptedException {
        assertThat(process.isAlive()).as(said()).isTrue();
        process.destroyForcibly().waitFor();
    }

    /** Asks it to end, and returns its exit status. */
    int terminate() throws InterruptedException {
        process.destroy();
        return status();
    }

    /** Returns its exit status when it has ended. */
    int status() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .as(said())
                .isTrue();
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
