package dev.aulens.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The logs that tests read: the project's own, and more of other systems where a folder beside the checkout has them. */
public final class Corpus {

    private static final Path SAMPLES = Path.of("src/main/resources/dev/aulens/cli/demo");
    private static final Path OWN = Path.of("src/test/resources/corpus");
    private static final Path FOREIGN = Path.of("../shared/corpus");

    private Corpus() {}

    /** Returns the field reports that the program carries for its demonstration. */
    public static Path fieldReports() {
        return SAMPLES.resolve("field-reports");
    }

    /** Returns a real log of auditd 3.0.9 on Debian 12, log_format = ENRICHED. */
    public static Path debian12Enriched() {
        return SAMPLES.resolve("debian12-enriched.log");
    }

    /** Returns a real log of auditd 3.0.9 on Debian 12, log_format = RAW, with node names. */
    public static Path debian12RawNode() {
        return OWN.resolve("debian12-raw-node.log");
    }

    /** Returns the files that each show one behaviour that is easily got wrong. */
    public static Path edgeCases() {
        return OWN.resolve("edge-cases");
    }

    /** Returns hand-made logs of many record types and options. */
    public static Path samples() {
        return OWN.resolve("samples");
    }

    /** Returns all logs of the project, sorted. */
    public static List<Path> own() {
        return Stream.of(fieldReports(), debian12Enriched(), OWN)
                .flatMap(Corpus::logs)
                .sorted()
                .toList();
    }

    /** Returns the project's logs and, where the folder is there, those of other systems. */
    public static List<Path> all() {
        return Stream.concat(own().stream(), Files.isDirectory(FOREIGN) ? logs(FOREIGN) : Stream.empty())
                .toList();
    }

    private static Stream<Path> logs(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files
                    .filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".md"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
