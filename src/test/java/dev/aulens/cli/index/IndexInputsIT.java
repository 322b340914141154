package dev.aulens.cli.index;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aulens.cli.Aulens;
import dev.aulens.cli.AulensOnElasticsearch;
import dev.aulens.cli.command.ExitStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What {@code aulens index} reads: compressed, empty and malformed inputs, and very long lines. */
class IndexInputsIT {

    private static final String RECORD = "type=CWD msg=audit(1700000000.123:7): cwd=\"/root\"";

    @RegisterExtension
    private final AulensOnElasticsearch aulens = new AulensOnElasticsearch();

    @TempDir
    private Path folder;

    @Test
    void mayBeCompressed() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write((RECORD + "\n").getBytes(UTF_8));
        }
        Path log = Files.write(folder.resolve("log"), bytes.toByteArray());

        Aulens.Run run = aulens.run("index", log.toString());

        assertThat(run.status()).as(run.toString()).isEqualTo(ExitStatus.DONE);
        assertThat(run.out()).contains("1 documents created");
    }

    @Test
    void mayBeStandardInput() {
        Aulens.Run run = aulens.runWithInput((RECORD + "\n").getBytes(UTF_8), "index", "-");

        assertThat(run.out()).contains("1 lines = 1 records", "1 documents created");
    }

    @Test
    void mayBeEmpty() throws IOException {
        Path log = Files.createFile(folder.resolve("audit.log"));

        Aulens.Run run = aulens.run("index", log.toString());

        assertThat(run.status()).as(run.toString()).isEqualTo(ExitStatus.DONE);
        assertThat(run.out()).startsWith("0 lines = ");
    }

    @Test
    void mayHoldLinesThatAreNoRecords() throws IOException {
        byte[] garbage = {'x', (byte) 0xFF, 0, 'y'};
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        log.write((RECORD + "\n\n----\n").getBytes(UTF_8));
        log.write(garbage);
        Path file = Files.write(folder.resolve("audit.log"), log.toByteArray());
        Path letters = folder.resolve("new/letters.ndjson");

        Aulens.Run run = aulens.run("index", "--keep-dead-letters", letters.toString(), file.toString());

        assertThat(run.status()).as(run.toString()).isEqualTo(ExitStatus.FINISHED_WITH_LOSSES);
        assertThat(run.out())
                .contains("4 lines = 1 records + 1 blank + 1 separators + 1 dead letters", letters.toString());
        JsonNode letter = new ObjectMapper().readTree(Files.readString(letters));
        assertThat(letter.path("file").asText()).isEqualTo(file.toString());
        assertThat(letter.path("line").asInt()).isEqualTo(4);
        assertThat(letter.path("offset").asInt()).isEqualTo(log.size() - garbage.length);
        assertThat(letter.path("reason").asText()).isEqualTo("no audit(time:serial)");
        assertThat(Base64.getDecoder().decode(letter.path("bytes").asText())).isEqualTo(garbage);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(letters)))
                .isEqualTo("rw-------");
    }

    @Test
    void mayHoldALineOfHundredMegabytes() throws IOException {
        int length = 100 << 20;
        Path file = folder.resolve("audit.log");
        byte[] chunk = "x".repeat(1 << 20).getBytes(UTF_8);
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < length; i += chunk.length) {
                out.write(chunk);
            }
            out.write(("\n" + RECORD + "\n").getBytes(UTF_8));
        }
        Path letters = folder.resolve("letters.ndjson");

        Aulens.Run run = aulens.run("index", "--keep-dead-letters", letters.toString(), file.toString());

        assertThat(run.out()).contains("2 lines = 1 records + 0 blank + 0 separators + 1 dead letters");
        long kept = 0;
        ObjectMapper json = new ObjectMapper();
        for (String letter : Files.readAllLines(letters)) {
            kept += Base64.getDecoder()
                    .decode(json.readTree(letter).path("bytes").asText())
                    .length;
        }
        assertThat(kept).isEqualTo(length);
    }
}
