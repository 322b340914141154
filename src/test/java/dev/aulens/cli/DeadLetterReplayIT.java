package dev.aulens.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Dead letters are fed again by {@code aulens index --dead-letters}. */
class DeadLetterReplayIT {

    private static final String LINE = "type=CWD msg=audit(1700000000.123:1): cwd=\"/root\"";

    @RegisterExtension
    private final AulensOnElasticsearch aulens = new AulensOnElasticsearch();

    @TempDir
    private Path folder;

    private Path letters;

    @BeforeEach
    void prepare() {
        letters = folder.resolve("letters");
    }

    @Test
    void aLineThatIsUnderstoodTodayIsIndexedAndItsLetterGone() throws IOException {
        letter("a line that an older release did not understand", LINE);

        Aulens.Run feed = feed();

        assertThat(feed.status()).as(feed.toString()).isEqualTo(ExitStatus.DONE);
        assertThat(feed.out()).endsWith("no dead letter is left: " + letters + " is deleted\n");
        assertThat(aulens.originals().values()).containsExactly(LINE);
        assertThat(letters).doesNotExist();
    }

    @Test
    void aDocumentThatWasRefusedIsMadeOfItsRecordsAgain() throws IOException {
        Path log = Files.writeString(folder.resolve("log"), LINE + "\n");
        index(log);
        letterWithDocument(aulens.run("search", "-m", "ALL", "--format", "json").out());
        aulens.cluster().send("DELETE", "/" + aulens.cluster().indices().get(0), "");

        Aulens.Run feed = feed();

        assertThat(feed.status()).as(feed.toString()).isEqualTo(ExitStatus.DONE);
        assertThat(aulens.originals().values()).containsExactly(LINE);
    }

    @Test
    void whatFailsAgainStaysWithItsPlaceAndIsForItsOwnerAlone() throws IOException {
        letter("no audit(time:serial)", "garbage");
        letter("no audit(time:serial)", LINE);

        Aulens.Run feed = feed();

        assertThat(feed.status()).as(feed.toString()).isEqualTo(ExitStatus.FINISHED_WITH_LOSSES);
        assertThat(feed.out()).startsWith("2 lines = 1 records + 0 blank + 0 separators + 1 dead letters\n");
        JsonNode left = new ObjectMapper().readTree(letters.toFile());
        assertThat(left.path("file").asText()).isEqualTo("/var/log/audit/audit.log");
        assertThat(left.path("line").asInt()).isEqualTo(7);
        assertThat(left.path("offset").asInt()).isEqualTo(812);
        assertThat(new String(left.path("bytes").binaryValue(), UTF_8)).isEqualTo("garbage");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(letters)))
                .isEqualTo("rw-------");
    }

    @Test
    void aLetterThatCannotBeReadIsKeptAsItIs() throws IOException {
        Files.writeString(letters, "{\"file\":\"x\",\"rea\n");

        Aulens.Run feed = feed();

        assertThat(feed.status()).as(feed.toString()).isEqualTo(ExitStatus.FINISHED_WITH_LOSSES);
        assertThat(letters).hasContent("{\"file\":\"x\",\"rea");
    }

    @Test
    void feedingTwiceAddsNothing() throws IOException {
        letter("", LINE);
        String copy = Files.readString(letters);
        feed();
        Files.writeString(letters, copy);

        Aulens.Run feed = feed();

        assertThat(feed.out()).contains("1 events = 0 documents created + 0 joined + 1 duplicates + 0 rejected");
    }

    @Test
    void aFileThatIsNotThereIsAnError() {
        Aulens.Run feed = feed();

        assertThat(feed.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(feed.err())
                .isEqualTo("aulens: no such file: " + letters + "; name a dead-letter file that 'index' has written\n");
    }

    private Aulens.Run feed() {
        return aulens.run("index", "-q", "--dead-letters", letters.toString());
    }

    private void index(Path log) {
        assertThat(aulens.run("index", "-q", log.toString()).status()).isEqualTo(ExitStatus.DONE);
    }

    private void letter(String reason, String line) throws IOException {
        append("{\"file\":\"/var/log/audit/audit.log\",\"line\":7,\"offset\":812,\"reason\":\"" + reason
                + "\",\"bytes\":\"" + base64(line) + "\"}\n");
    }

    private void letterWithDocument(String document) throws IOException {
        append("{\"document\":\"1700000000.123:1\",\"reason\":\"mapper_parsing_exception\",\"bytes\":\""
                + base64(document) + "\"}\n");
    }

    private void append(String letter) throws IOException {
        Files.writeString(letters, (Files.exists(letters) ? Files.readString(letters) : "") + letter);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
