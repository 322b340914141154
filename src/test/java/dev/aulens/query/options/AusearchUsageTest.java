package dev.aulens.query.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.aulens.testing.Corpus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Asks the real ausearch whether it refuses what {@link WrongUsage} says, in these words. */
class AusearchUsageTest {

    private static final Path AUSEARCH = Path.of("/usr/sbin/ausearch");

    @ParameterizedTest
    @MethodSource("dev.aulens.query.options.WrongUsage#all")
    void ausearchRefusesItInTheseWords(WrongUsage wrong) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(AUSEARCH), "ausearch is not installed (Debian package auditd)");
        List<String> command = new ArrayList<>(
                List.of(AUSEARCH.toString(), "-if", Corpus.debian12Enriched().toString()));
        command.addAll(wrong.list());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("TZ", "UTC");
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process ausearch = builder.start();
        try (InputStream errors = ausearch.getErrorStream()) {
            String text = new String(errors.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(ausearch.waitFor()).isEqualTo(1);
            assertThat(text).startsWith(wrong.message());
        }
    }
}
