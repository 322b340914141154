package dev.aulens.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs programs as processes, with a given environment and nothing else. */
public final class BuiltProgram {

    /** The launcher that the build has made. */
    public static final Path LAUNCHER = Path.of("target").toAbsolutePath().resolve("aulens");

    private BuiltProgram() {}

    /** How a process ended, and what it printed. */
    public record Result(int status, String out, String err) {}

    /**
     * Runs a program to its end.
     *
     * @param folder for what it prints
     */
    public static Result run(Path folder, Map<String, String> environment, Path program, String... arguments)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(program.toString());
        builder.command().addAll(List.of(arguments));
        builder.environment().clear();
        builder.environment().putAll(environment);
        Path out = folder.resolve("stdout");
        Path err = folder.resolve("stderr");
        builder.redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        int status = builder.start().waitFor();
        return new Result(status, Files.readString(out, UTF_8), Files.readString(err, UTF_8));
    }
}
