package dev.aulens.cli.index;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aulens.cli.Aulens;
import dev.aulens.cli.AulensOnElasticsearch;
import dev.aulens.cli.StoredOriginals;
import dev.aulens.cli.command.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** What a letter says cannot be read, or holds no record any more: it is kept, and the others are fed. */
    @Test
    void damagedLettersStopNothing() throws IOException {
        List<String> damaged = List.of(
                "{\"file\":\"x\",\"reason\":\"no bytes\"}",
                "{\"file\":\"x\",\"reason\":\"null\",\"bytes\":null}",
                "{\"file\":\"x\",\"reason\":\"a number\",\"bytes\":7}",
                "{\"file\":\"x\",\"reason\":\"no base64\",\"bytes\":\"?\"}",
                "{\"document\":\"x\",\"reason\":\"no bytes\"}",
                "{\"document\":\"x\",\"reason\":\"null\",\"bytes\":null}",
                "{\"document\":\"x\",\"reason\":\"empty\",\"bytes\":\"\"}",
                "{\"document\":\"x\",\"reason\":\"no JSON\",\"bytes\":\"" + base64("{\"") + "\"}",
                "{\"document\":\"x\",\"reason\":\"no event\",\"bytes\":\"" + base64("{}") + "\"}",
                "{\"document\":\"x\",\"reason\":\"no time\",\"bytes\":\"" + base64("{\"@timestamp\":\"x\"}") + "\"}",
                "{\"document\":\"x\",\"reason\":\"far away\",\"bytes\":\""
                        + base64("{\"@timestamp\":\"+999999999-01-01T00:00:00Z\",\"event\":{\"original\":\""
                                + LINE.replace("\"", "\\\"") + "\"}}")
                        + "\"}",
                "[]");
        append(String.join("\n", damaged) + "\n\n");
        letter("", LINE);

        Aulens.Run feed = feed();

        assertThat(feed.status()).as(feed.toString()).isEqualTo(ExitStatus.FINISHED_WITH_LOSSES);
        assertThat(feed.out())
                .startsWith("13 lines = 1 records + 0 blank + 0 separators + 12 dead letters\n")
                .contains("1 events = 1 documents created");
        assertThat(letters).hasContent(String.join("\n", damaged));
        assertThat(StoredOriginals.of(aulens.cluster()).values()).containsExactly(LINE);
    }

    @Test
    void theLastLetterMayLackItsLineEnd() throws IOException {
        letter("", LINE);
        Files.writeString(letters, Files.readString(letters).trim());

        Aulens.Run feed = feed();

        assertThat(feed.status()).as(feed.toString()).isEqualTo(ExitStatus.DONE);
        assertThat(StoredOriginals.of(aulens.cluster()).values()).containsExactly(LINE);
        assertThat(letters).doesNotExist();
    }

    @Test
    void aLetterThatIsBeingWrittenStays() throws IOException {
        letter("", LINE);
        String begun = "{\"file\":\"x\",\"reason\":\"\",\"by";
        append(begun);

        Aulens.Run feed = feed();

        assertThat(feed.status()).as(feed.toString()).isEqualTo(ExitStatus.DONE);
        assertThat(letters).hasContent(begun);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "alias ll='ls -l'\n", "[1, 2]\n", "{\"name\":\"x\"}\n", "\u0000\u0001"})
    void aFileThatHoldsNoLettersIsLeftAlone(String content) throws IOException {
        Files.writeString(letters, content);
        Files.setPosixFilePermissions(letters, PosixFilePermissions.fromString("rw-r--r--"));
        Object before = Files.getAttribute(letters, "unix:ino");

        Aulens.Run feed = feed();

        assertThat(feed.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(feed.err())
                .isEqualTo("aulens: " + letters
                        + " holds no dead letters; name a dead-letter file that 'index' has written\n");
        assertThat(Files.readString(letters)).isEqualTo(content);
        assertThat(Files.getAttribute(letters, "unix:ino")).isEqualTo(before);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(letters)))
                .isEqualTo("rw-r--r--");
    }

    @Test
    void aFileOfWhichNothingCanBeFedIsLeftAlone() throws IOException {
        Files.writeString(letters, "{\"file\":\"x\",\"part\":1,\"bytes\":\"eHg=\"}\n");
        Object before = Files.getAttribute(letters, "unix:ino");

        assertThat(feed().status()).isEqualTo(ExitStatus.FINISHED_WITH_LOSSES);
        assertThat(Files.getAttribute(letters, "unix:ino")).isEqualTo(before);
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

    /** Runs that append to one file leave a letter each. */
    @Test
    void aLineWithTwoLettersIsOneRecord() throws IOException {
        letter("", LINE);
        letter("", LINE);

        feed();

        assertThat(aulens.originals().values()).containsExactly(LINE);
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
