package dev.aulens.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The real audit tools, to compare with: auditd's ausearch, aureport and ausyscall. */
public enum AuditTool {
    AUSEARCH("/usr/sbin/ausearch"),
    AUREPORT("/usr/sbin/aureport"),
    AUSYSCALL("/usr/bin/ausyscall");

    private static final long MOST_SECONDS = 120;

    private final Path program;

    AuditTool(String program) {
        this.program = Path.of(program);
    }

    /**
     * What a tool answered.
     *
     * @param status its exit status
     * @param output its standard output, a character for each byte (ISO 8859-1), so that none is lost
     * @param errors its standard error
     */
    public record Answer(int status, String output, String errors) {}

    /** Runs the tool in UTC and the C.UTF-8 locale; ends the test as aborted if it is not installed. */
    public Answer run(List<String> arguments) {
        return run(arguments, Map.of());
    }

    /** Runs the tool with more environment variables. */
    public Answer run(List<String> arguments, Map<String, String> environment) {
        assumeTrue(Files.isExecutable(program), program + " is not installed (package auditd)");
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(arguments);
        try {
            Path output = Files.createTempFile("aulens", ".out");
            Path errors = Files.createTempFile("aulens", ".err");
            try {
                int status = run(command, environment, output, errors);
                return new Answer(
                        status,
                        Files.readString(output, StandardCharsets.ISO_8859_1),
                        Files.readString(errors, StandardCharsets.UTF_8));
            } finally {
                Files.delete(output);
                Files.delete(errors);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int run(List<String> command, Map<String, String> environment, Path output, Path errors)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        builder.environment().put("TZ", "UTC");
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            if (process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            throw new IOException(command + " does not end");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(command + " was interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }
}
