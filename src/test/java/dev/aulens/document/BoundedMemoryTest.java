package dev.aulens.document;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import dev.aulens.event.EventAssembler;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reading needs a bounded heap whatever the input: a program with one of 64 MiB reads more than that. Only the document
 * of an event as large as an {@link EventAssembler#MOST_BYTES assembler} lets it grow needs more, 256 MiB.
 */
class BoundedMemoryTest {

    private static final String SMALL = "-Xmx64m";
    private static final String LARGE = "-Xmx256m";
    private static final int MEBIBYTES = 128;
    private static final byte[] MEBIBYTE = filled(1 << 20);

    @TempDir
    private Path folder;

    /** Writes an input. */
    @FunctionalInterface
    private interface Input {
        void write(OutputStream out) throws IOException;
    }

    @Test
    void ofAnEndlessLine() throws IOException, InterruptedException {
        assertThat(counts(SMALL, BoundedMemoryTest::endlessLine)).isEqualTo("1 0 0");
    }

    @Test
    void ofAnEndlessLineThatIsWellCompressed() throws IOException, InterruptedException {
        assertThat(counts(SMALL, out -> {
                    try (OutputStream compressed = new ZstdOutputStreamNoFinalizer(out)) {
                        endlessLine(compressed);
                    }
                }))
                .isEqualTo("1 0 0");
    }

    @Test
    void ofAnEndlessEvent() throws IOException, InterruptedException {
        byte[] end = Arrays.copyOf(MEBIBYTE, 4_000);
        int lines = MEBIBYTES * 4 * 256;

        String counts = counts(LARGE, out -> {
            for (int i = 0; i < lines; i++) {
                out.write(("type=PATH msg=audit(1700000000.123:7): item=" + i + " name=").getBytes(US_ASCII));
                out.write(end);
                out.write('\n');
            }
        });

        assertThat(counts).startsWith(lines + " " + lines + " ");
    }

    @Test
    void ofAClockThatStandsStill() throws IOException, InterruptedException {
        byte[] end = Arrays.copyOf(MEBIBYTE, 1_000);
        int lines = MEBIBYTES * 1_000;

        String counts = counts(SMALL, out -> {
            for (int i = 0; i < lines; i++) {
                out.write(("type=CWD msg=audit(1700000000.123:" + i + "): cwd=").getBytes(US_ASCII));
                out.write(end);
                out.write('\n');
            }
        });

        assertThat(counts).isEqualTo(lines + " " + lines + " " + lines);
    }

    private static void endlessLine(OutputStream out) throws IOException {
        for (int i = 0; i < MEBIBYTES; i++) {
            out.write(MEBIBYTE);
        }
    }

    private String counts(String heap, Input input) throws IOException, InterruptedException {
        Path output = folder.resolve("out");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        heap,
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CountedInput.class.getName())
                .redirectOutput(output.toFile())
                .redirectErrorStream(true)
                .start();
        try (OutputStream out = new BufferedOutputStream(process.getOutputStream(), 1 << 16)) {
            input.write(out);
        } catch (IOException e) {
            throw new IOException(Files.readString(output), e);
        }
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return Files.readString(output).strip();
    }

    private static byte[] filled(int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) 'A');
        return bytes;
    }
}
