package dev.aulens.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aulens.cli.command.ExitStatus;
import dev.aulens.testing.Corpus;
import dev.aulens.testing.RecordLines;
import dev.aulens.testing.SecureServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against a server with security on: what each role may do, whom aulens trusts, and that no secret is shown. */
class SecurityIT {

    private static final String WRITER = "aulens_writer";
    private static final String READER = "aulens_reader";
    private static final String SETUP = "aulens_setup";
    private static final Path LOG = Corpus.debian12Enriched();
    private static final String FIRST = "type=SYSCALL msg=audit(1700000000.123:7): arch=c000003e syscall=2 success=yes"
            + " exit=3 a0=1 a1=2 a2=3 a3=4 items=1 ppid=1 pid=2 auid=0 uid=0 comm=\"cat\" exe=\"/bin/cat\" key=\"k\"\n";
    private static final String SECOND = "type=CWD msg=audit(1700000000.123:7): cwd=\"/root\"\n";

    private static SecureServer server;
    private static String index;
    private static String id;

    @TempDir
    private Path folder;

    @BeforeAll
    static void indexALog() throws IOException {
        server = SecureServer.start(1);
        Aulens.Run early = as(WRITER).run("index", LOG.toString());
        Aulens.Run setup = as(SETUP).run("setup");
        Aulens.Run first = as(WRITER).run("index", LOG.toString());
        Aulens.Run second = as(WRITER).run("index", LOG.toString());

        int events = RecordLines.distinctIds(LOG);
        assertThat(early.err())
                .as("before setup")
                .startsWith("aulens: the template auditd@settings is missing at ")
                .contains("run 'aulens setup' as a user with the role " + SETUP)
                .hasLineCount(1);
        assertThat(setup.status()).as(setup.toString()).isEqualTo(ExitStatus.DONE);
        assertThat(first.out()).as(first.toString()).contains(events(events) + " documents created");
        assertThat(second.out()).as(second.toString()).contains(events(events) + " duplicates");
        String hit = server.send(
                        SecureServer.ADMIN,
                        "GET",
                        "/_search?size=1&_source=false&filter_path=hits.hits._id,hits.hits._index",
                        "")
                .body();
        index = hit.replaceAll(".*\"_index\":\"([^\"]*)\".*", "$1");
        id = hit.replaceAll(".*\"_id\":\"([^\"]*)\".*", "$1");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            aulens_writer | GET    | /INDEX/_search              |                                              | 403
            aulens_writer | GET    | /INDEX/_count               |                                              | 403
            aulens_writer | GET    | /INDEX/_doc/ID              |                                              | 403
            aulens_writer | POST   | /_mget                      | {"docs":[{"_index":"INDEX","_id":"ID"}]}     | 403
            aulens_writer | POST   | /INDEX/_pit?keep_alive=1m   |                                              | 403
            aulens_writer | DELETE | /INDEX/_doc/ID              |                                              | 403
            aulens_writer | DELETE | /INDEX                      |                                              | 403
            aulens_writer | PUT    | /INDEX/_settings            | {"index.number_of_replicas":0}               | 403
            aulens_writer | PUT    | /_index_template/auditd     | {"index_patterns":["auditd-*"]}              | 403
            aulens_writer | PUT    | /other/_doc/1               | {}                                           | 403
            aulens_reader | POST   | /INDEX/_search              |                                              | 200
            aulens_reader | POST   | /INDEX/_pit?keep_alive=1m   |                                              | 200
            aulens_reader | PUT    | /INDEX/_doc/1               | {}                                           | 403
            aulens_reader | POST   | /INDEX/_update/ID           | {"doc":{}}                                   | 403
            aulens_reader | DELETE | /INDEX/_doc/ID              |                                              | 403
            aulens_reader | DELETE | /INDEX                      |                                              | 403
            aulens_reader | GET    | /other/_search              |                                              | 403
            aulens_setup  | GET    | /INDEX/_search              |                                              | 403
            aulens_setup  | PUT    | /INDEX/_doc/1               | {}                                           | 403
            aulens_setup  | DELETE | /INDEX                      |                                              | 403
            """)
    void rolesAllowNoMoreThanTheCommandsNeed(String role, String method, String path, String json, int status) {
        HttpResponse<String> answer = server.send(role, method, known(path), json == null ? "" : known(json));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"aulens_writer, delete", "aulens_reader, delete", "aulens_reader, index", "aulens_setup, create"})
    void bulkRequestsAreNoWayAroundARole(String role, String action) {
        String lines = "{\"" + action + "\":{\"_index\":\"" + index + "\",\"_id\":\"" + id + "\"}}\n"
                + (action.equals("delete") ? "" : "{}\n");

        HttpResponse<String> answer = server.send(role, "POST", "/_bulk", lines);

        assertThat(answer.body()).contains("security_exception").doesNotContain("\"result\"");
    }

    @Test
    void writerJoinsLatePartsWithoutTheRightToRead() {
        as(WRITER).runWithInput(FIRST.getBytes(UTF_8), "index", "--host", "h", "-");
        Aulens.Run late = as(WRITER).runWithInput(SECOND.getBytes(UTF_8), "index", "--host", "h", "-");

        assertThat(late.out()).as(late.toString()).contains("+ 1 joined +");
        assertThat(as(READER).run("search", "-a", "7", "-n", "h", "--raw").out())
                .isEqualTo(FIRST + SECOND);
    }

    @Test
    void readerIsToldOfClosedIndices() {
        String other = FIRST.replace("1700000000", "1600000000");
        as(WRITER).runWithInput(other.getBytes(UTF_8), "index", "--host", "closed", "-");
        server.send(SecureServer.ADMIN, "POST", "/auditd-2020.09/_close", "");

        Aulens.Run run = as(READER).run("search", "-n", "closed");

        server.send(SecureServer.ADMIN, "DELETE", "/auditd-2020.09", "");
        assertThat(run.err()).isEqualTo("""
                        aulens: closed indices are left out: auditd-2020.09; open one with POST /NAME/_open
                        <no matches>
                        """);
    }

    @Test
    void commandsOfTheWrongUserAreRefusedInOneLine() {
        Aulens.Run index = as(READER).run("index", LOG.toString());
        Aulens.Run setup = as(READER).run("setup");
        Aulens.Run search = as(WRITER).run("search", "-m", "ALL");

        for (Aulens.Run run : List.of(index, setup, search)) {
            assertThat(run.status()).as(run.toString()).isEqualTo(ExitStatus.FAILED);
            assertThat(run.err()).startsWith("aulens: ").hasLineCount(1);
            assertThat(run.out()).isEmpty();
        }
        assertThat(index.err()).contains("user " + READER + " may not do this");
    }

    @Test
    void wrongPasswordIsRefused() {
        assertRefused(
                as(READER).with("ES_PASSWORD", "geheim"), "refuses user " + READER + " (401); correct ES_USERNAME");
    }

    @Test
    void wrongApiKeyIsRefused() {
        assertRefused(as(READER).with("ES_API_KEY", "Z2VoZWltOmdlaGVpbQ=="), "refuses an API key (401); correct");
    }

    @Test
    void noCredentialsAreRefused() {
        Aulens nobody = new Aulens(Map.of(
                "ES_URL", server.urls(), "ES_CA_CERT", server.caCertificate().toString()));

        assertRefused(nobody, "refuses a request without credentials (401); set ES_API_KEY");
    }

    @Test
    void fingerprintOfTheAuthorityIsAsGoodAsItsFile() throws Exception {
        String ca = Files.readString(server.caCertificate()).replaceAll("-----[A-Z ]*-----", "");
        byte[] digest = MessageDigest.getInstance("SHA-256")
                .digest(Base64.getMimeDecoder().decode(ca));

        Aulens.Run run = as(READER)
                .with("ES_CA_CERT", "")
                .with("ES_CA_FINGERPRINT", HexFormat.of().formatHex(digest))
                .run("search", "-m", "ALL", "--count");

        assertThat(run.status()).as(run.toString()).isEqualTo(ExitStatus.DONE);
    }

    @Test
    void wrongFingerprintIsRefused() {
        Aulens aulens = as(READER).with("ES_CA_CERT", "").with("ES_CA_FINGERPRINT", "00".repeat(32));

        assertRefused(aulens, "no certificate that it sends has the fingerprint 0000");
    }

    @Test
    void certificateOfAnUnknownAuthorityIsRefused() {
        assertRefused(as(READER).with("ES_CA_CERT", ""), "is not trusted; give its authority with --es-ca-cert");
        assertRefused(
                as(READER).with("ES_CA_CERT", "src/test/resources/dev/aulens/elastic/authority.crt"),
                "authority.crt did not sign it");
    }

    @Test
    void plainHttpIsPointedToTls() {
        String plain = server.urls().replace("https:", "http:");

        assertRefused(as(READER).with("ES_URL", plain), "if it has TLS on, use https://");
    }

    /** There is no Kibana, but what is before it is the same: TLS, and who asks. */
    @Test
    void importTrustsAndAsksAsSearchesDo() {
        String[] words = {"dashboards", "import", "--kibana", server.urls()};
        String[] plain = {"dashboards", "import", "--kibana", server.urls().replace("https:", "http:")};

        assertThat(as(READER).with("ES_PASSWORD", "geheim").run(words).err())
                .contains("refuses user " + READER + " (401); correct ES_USERNAME")
                .hasLineCount(1);
        assertThat(as(READER).run(words).err()).contains("Kibana at " + server.urls() + " answers 4");
        assertThat(as(READER).with("ES_CA_CERT", "").run(words).err())
                .contains("cannot be used")
                .contains("give its authority with --es-ca-cert")
                .hasLineCount(1);
        assertThat(as(READER).run(plain).err())
                .contains("if it has TLS on, use https://")
                .hasLineCount(1);
    }

    @Test
    void secretFileThatOthersCanReadIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("password"), server.password(READER));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        Aulens.Run run =
                as(READER).run("search", "-m", "ALL", "--es-username", READER, "--es-password-file", "" + file);

        assertThat(run.err()).startsWith("aulens: others can read the secret in " + file + "; run: chmod 600");
        assertThat(run.toString()).doesNotContain(server.password(READER));
    }

    @Test
    void secretFileThatIsNotThereOrEmptyIsRefused() throws IOException {
        Path file = folder.resolve("password");
        String[] words = {"search", "-m", "ALL", "--es-username", READER, "--es-password-file", file.toString()};

        assertThat(as(READER).run(words).err()).startsWith("aulens: there is no file " + file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        assertThat(as(READER).run(words).err()).startsWith("aulens: there is no secret in " + file);
    }

    @ParameterizedTest
    @CsvSource({
        "aulens_setup,  setup",
        "aulens_writer, index LOG",
        "aulens_reader, search -m ALL --count",
        "aulens_reader, search -k no-such-key --explain",
        "aulens_setup,  setup --es-password=PASSWORD"
    })
    void noOutputHoldsTheSecret(String user, String command) throws Exception {
        Map<String, String> right = process(user);
        Map<String, String> distrusting = new HashMap<>(right);
        distrusting.put("ES_CA_CERT", "");
        Map<String, String> unknown = new HashMap<>(right);
        unknown.put("ES_USERNAME", "nobody");
        String words = "-vv " + command.replace("LOG", LOG.toString()).replace("PASSWORD", server.password(user));
        for (Map<String, String> environment : List.of(right, distrusting, unknown)) {
            BuiltProgram.Result run = BuiltProgram.run(folder, environment, BuiltProgram.LAUNCHER, words.split(" "));

            assertThat(run.out() + run.err()).isNotEmpty();
            assertNoSecret(user, environment.getOrDefault("ES_USERNAME", ""), run.out() + run.err());
        }
    }

    @Test
    void noProcessShowsTheSecret() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(BuiltProgram.LAUNCHER.toString(), "index", "-q", "-");
        builder.environment().clear();
        builder.environment().putAll(process(WRITER));
        Process process = builder.redirectErrorStream(true).start();
        await().until(() -> commandLine(process).contains("aulens.jar"));
        String shown = commandLine(process);
        process.getOutputStream().close();

        assertNoSecret(
                WRITER, WRITER, shown + new String(process.getInputStream().readAllBytes(), UTF_8));
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void serverAndItsCommandsShowNoPassword() throws IOException {
        String state = server.node().folder().toString();
        StringBuilder shown = new StringBuilder();
        shown.append(Aulens.alone().run("node", "start", "--security", "--state", state));
        shown.append(Aulens.alone().run("node", "status", "--state", state));
        shown.append(Files.readString(server.node().log(1)));
        shown.append(ProcessHandle.of(server.node().running().orElseThrow().pid())
                .flatMap(handle -> handle.info().commandLine())
                .orElseThrow());

        assertThat(shown)
                .contains("Security is on.")
                .contains(server.passwordFile(WRITER).getParent() + "");
        for (String user : List.of(SecureServer.ADMIN, SETUP, WRITER, READER)) {
            assertNoSecret(user, user, shown.toString());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(server.passwordFile(user))))
                    .isEqualTo("rw-------");
        }
    }

    private static void assertRefused(Aulens aulens, String message) {
        Aulens.Run run = aulens.run("search", "-m", "ALL");

        assertThat(run.status()).as(run.toString()).isEqualTo(ExitStatus.FAILED);
        assertThat(run.err()).startsWith("aulens: ").contains(message).hasLineCount(1);
        assertThat(run.err()).doesNotContain("geheim").doesNotContain("Z2VoZWlt");
    }

    private static void assertNoSecret(String owner, String user, String shown) {
        String password = server.password(owner);
        byte[] pair = (user + ":" + password).getBytes(UTF_8);
        assertThat(shown)
                .doesNotContain(password)
                .doesNotContain(Base64.getEncoder().encodeToString(pair));
    }

    private static Aulens as(String user) {
        return new Aulens(server.environment(user));
    }

    private Map<String, String> process(String user) {
        Map<String, String> environment = new HashMap<>(server.environment(user));
        environment.put("PATH", System.getenv("PATH"));
        environment.put("HOME", folder.toString());
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        return environment;
    }

    private static String commandLine(Process process) {
        return process.info().commandLine().orElse("");
    }

    private static String known(String text) {
        return text.replace("INDEX", index).replace("ID", id);
    }

    private static String events(int number) {
        return String.format("%,d", number);
    }
}
