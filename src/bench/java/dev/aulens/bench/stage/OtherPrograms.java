package dev.aulens.bench.stage;

import dev.aulens.bench.Programs;
import dev.aulens.bench.measure.ProcessCost;
import dev.aulens.bench.measure.ProcessMeter;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Programs of others that make something of a whole log, each on one core. */
final class OtherPrograms {

    private final Path log;
    private final Path folder;

    /** @param folder for what they write */
    OtherPrograms(Path log, Path folder) {
        this.log = log;
        this.folder = folder;
    }

    /** Runs laurel, which writes a line of JSON for each event, with its defaults; empty if it is not installed. */
    Optional<ProcessCost> laurel() throws IOException {
        Optional<Path> laurel = Programs.find("laurel");
        if (laurel.isEmpty()) {
            return Optional.empty();
        }
        Path state = Files.createDirectories(folder.resolve("laurel"));
        Path config = folder.resolve("laurel.toml");
        Files.writeString(config, """
                directory = "%s"
                input = "stdin"
                [auditlog]
                file = "audit.log"
                size = 1000000000000
                generations = 1
                """.formatted(state));
        ProcessBuilder command = command(List.of(laurel.get().toString(), "-c", config.toString()))
                .redirectInput(log.toFile());
        ProcessCost cost = ProcessMeter.run(command);
        Files.deleteIfExists(state.resolve("audit.log"));
        return Optional.of(cost);
    }

    /** Runs {@code ausearch --format csv}; empty if it is not installed. */
    Optional<ProcessCost> ausearchCsv() throws IOException {
        Optional<Path> ausearch = Programs.find("ausearch");
        if (ausearch.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(ProcessMeter.run(
                command(List.of(ausearch.get().toString(), "-if", log.toString(), "--format", "csv"))));
    }

    private static ProcessBuilder command(List<String> words) {
        return new ProcessBuilder(Programs.onOneCore(words))
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD);
    }
}
