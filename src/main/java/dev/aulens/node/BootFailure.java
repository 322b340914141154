package dev.aulens.node;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/** Finds in the logs of a server that did not start why. */
final class BootFailure {

    private static final int MOST_BYTES = 1 << 20;

    /** How lines of a stack trace, and of the script about itself, begin. */
    private static final List<String> NOISE = List.of("at ", "output:", "error:", "ERROR: Elasticsearch ");

    private BootFailure() {}

    /**
     * Returns the innermost cause that the server logged, else what its script printed, as one line.
     *
     * @param logged the size of the server's log before the start
     */
    static String reason(StateFolder state, long logged) throws IOException {
        return cause(state, logged).or(() -> printed(state)).map(String::trim).orElse("it gave no reason");
    }

    private static Optional<String> cause(StateFolder state, long logged) throws IOException {
        if (!Files.isReadable(state.log())) {
            return Optional.empty();
        }
        List<String> lines = linesFrom(state, logged);
        return lines.stream()
                .filter(line -> line.startsWith("Caused by: "))
                .reduce((first, last) -> last)
                .map(line -> line.substring("Caused by: ".length()))
                .or(() -> lines.stream().filter(BootFailure::isException).findFirst())
                .or(() -> lines.stream()
                        .filter(line -> line.contains(" ERROR ") || line.contains(" FATAL "))
                        .findFirst());
    }

    private static boolean isException(String line) {
        int name = line.indexOf("Exception: ");
        return name > 0 && line.indexOf(' ') > name;
    }

    private static Optional<String> printed(StateFolder state) {
        try (var lines = Files.lines(state.startLog(), StandardCharsets.ISO_8859_1)) {
            return lines.map(String::trim)
                    .filter(line -> !line.isEmpty() && NOISE.stream().noneMatch(line::startsWith))
                    .reduce((first, last) -> last);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static List<String> linesFrom(StateFolder state, long logged) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(state.log().toFile(), "r")) {
            long start = logged <= file.length() ? logged : 0; // it was rotated
            file.seek(start);
            byte[] bytes = new byte[(int) Math.min(file.length() - start, MOST_BYTES)];
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8).lines().toList();
        }
    }
}
