package dev.aulens.cli.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aulens.cli.Aulens;
import dev.aulens.cli.command.ExitStatus;
import dev.aulens.dashboards.SavedObjects;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DashboardsCommandTest {

    private static final String DONE = "{\"success\":true,\"successCount\":19,\"warnings\":[],\"successResults\":[]}";

    @Test
    void importSendsWhatKibanaAsksFor() throws IOException {
        try (KibanaWire kibana = KibanaWire.answering(200, DONE)) {
            Aulens.Run run = Aulens.alone()
                    .with("ES_API_KEY", "a2V5")
                    .run("dashboards", "import", "--kibana", kibana.url() + "/base/", "--space", "soc");

            assertThat(run.status()).as(run.toString()).isEqualTo(ExitStatus.DONE);
            assertThat(run.out()).isEqualTo("""
                            19 of 19 objects imported into Kibana at %1$s/base, space soc
                            open %1$s/base/s/soc/app/dashboards#/view/auditd-soc-overview?_g=(time:(from:%%27now-7d/d%%27,to:%%27now%%27))
                            """.formatted(kibana.url()));
            assertThat(run.err()).isEmpty();
            assertThat(kibana.received()).singleElement().satisfies(request -> {
                assertThat(request.method()).isEqualTo("POST");
                assertThat(request.path()).isEqualTo("/base/s/soc/api/saved_objects/_import?overwrite=true");
                assertThat(request.header("Kbn-xsrf")).isEqualTo("true");
                assertThat(request.header("Authorization")).isEqualTo("ApiKey a2V5");
                String boundary = request.header("Content-type").replace("multipart/form-data; boundary=", "");
                String ndjson = SavedObjects.of("auditd", Optional.of("soc")).ndjson();
                assertThat(ndjson).doesNotContain(boundary);
                assertThat(request.body())
                        .startsWith("--" + boundary
                                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"aulens.ndjson\"\r\n")
                        .contains("\r\n\r\n" + ndjson + "\r\n--" + boundary + "--\r\n");
            });
        }
    }

    @Test
    void importUsesTheUsersPasswordAndTheSettingsAddress() throws IOException {
        try (KibanaWire kibana = KibanaWire.answering(200, DONE)) {
            Aulens.Run run = Aulens.alone()
                    .with("KIBANA_URL", kibana.url())
                    .with("ES_USERNAME", "alice")
                    .with("ES_PASSWORD", "geheim")
                    .run("dashboards", "import", "--index", "web");

            assertThat(run.status()).as(run.toString()).isEqualTo(ExitStatus.DONE);
            assertThat(kibana.received().get(0).header("Authorization")).isEqualTo("Basic YWxpY2U6Z2VoZWlt");
            assertThat(kibana.received().get(0).body()).contains("\"title\":\"web-*\"");
        }
    }

    @Test
    void everyObjectThatIsRefusedIsExplainedInOneLine() throws IOException {
        String answer = """
                {"success":false,"successCount":13,"errors":[
                 {"type":"dashboard","id":"a","meta":{},"error":{"type":"conflict","destinationId":"b"}},
                 {"type":"dashboard","id":"c","meta":{},"error":{"type":"ambiguous_conflict",
                  "destinations":[{"id":"d","title":"t"},{"id":"e","title":"u"}]}},
                 {"type":"search","id":"f","meta":{},"error":{"type":"missing_references",
                  "references":[{"type":"index-pattern","id":"g"}]}},
                 {"type":"links","id":"h","meta":{},"error":{"type":"unsupported_type"}},
                 {"type":"search","id":"i","meta":{},"error":{"type":"unknown","statusCode":500,
                  "message":"went\\nwrong\\u001b[31m"}}],
                 "successResults":[{"type":"search","id":"j","destinationId":"k","meta":{}}]}
                """;
        try (KibanaWire kibana = KibanaWire.answering(200, answer)) {
            Aulens.Run run = Aulens.alone().run("dashboards", "import", "--kibana", kibana.url());

            assertThat(run.status()).isEqualTo(ExitStatus.FINISHED_WITH_LOSSES);
            assertThat(run.out()).isEqualTo("13 of 19 objects imported into Kibana at " + kibana.url() + "\n");
            assertThat(run.err()).isEqualTo("""
                            aulens: not imported: dashboard a: an object of that id is in another space already; delete it there, or import with another --index
                            aulens: not imported: dashboard c: several objects come from the same one (d, e); delete all but one of them
                            aulens: not imported: search f: it needs index-pattern g, which is not in this space; import all again
                            aulens: not imported: links h: this Kibana knows no such type; use Kibana 8.19 or later
                            aulens: not imported: search i: went\\012wrong\\033[31m (500)
                            aulens: search j: it has the id k in this space, because another space has one of its own; links to it lead nowhere
                            """);
        }
    }

    @Test
    void successIsReadNotTheStatus() throws IOException {
        try (KibanaWire kibana = KibanaWire.answering(200, "{\"success\":false,\"successCount\":0}")) {
            Aulens.Run run = Aulens.alone().run("dashboards", "import", "--kibana", kibana.url());

            assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
            assertThat(run.err()).contains("did not succeed");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | {\"message\":\"no\"} | refuses a request without credentials (401); set ES_API_KEY",
                "403 | {\"message\":\"no\"} | may not import into Kibana at",
                "404 | {\"message\":\"Not Found\"} | has no import of saved objects (404); correct --kibana",
                "413 | '' | takes no file of that size (413)",
                "422 | {\"message\":\"more recent version\"} | cannot read the objects (422): more recent version",
                "503 | Kibana server is not ready yet | is not ready yet (503); try again",
                "500 | {\"message\":\"An internal\\n error\"} | answers 500: An internal\\012 error",
                "200 | <html>hello</html> | is no Kibana; correct --kibana or KIBANA_URL",
                "302 | '' | answers 302: no reason given",
            })
    void everyRefusalIsExplained(int status, String body, String message) throws IOException {
        try (KibanaWire kibana = KibanaWire.answering(status, body)) {
            Aulens.Run run = Aulens.alone().run("dashboards", "import", "--kibana", kibana.url());

            assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
            assertThat(run.err()).startsWith("aulens: ").contains(message).hasLineCount(1);
            assertThat(run.out()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://127.0.0.1:9          | ''   | Kibana at http://127.0.0.1:9 does not answer; start it",
                "kibana.example.org:5601     | ''   | the address of Kibana is no URL: 'kibana.example.org:5601'",
                "ftp://host                  | ''   | the address of Kibana is no URL: 'ftp://host'",
                "http://alice:geheim@host    | ''   | must not hold a user or a password",
                "http://127.0.0.1:9          | So C | no space of Kibana can be called 'So C'",
                "http://127.0.0.1:9/s/a%2f   | ''   | no space of Kibana can be called 'a%2f'",
            })
    void addressesThatAreNoneAreSaid(String url, String space, String message) {
        Aulens.Run run = space.isEmpty()
                ? Aulens.alone().run("dashboards", "import", "--kibana", url)
                : Aulens.alone().run("dashboards", "import", "--kibana", url, "--space", space);

        assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(run.err())
                .startsWith("aulens: ")
                .contains(message)
                .doesNotContain("geheim")
                .hasLineCount(1);
    }

    @Test
    void exportWritesAFileOrStandardOutput(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("auditd.ndjson");

        Aulens.Run toFile = Aulens.alone().run("dashboards", "export-ndjson", file.toString());
        Aulens.Run toOutput = Aulens.alone().run("dashboards", "export-ndjson");
        Aulens.Run toDash = Aulens.alone().run("dashboards", "export-ndjson", "-");

        assertThat(toFile).isEqualTo(new Aulens.Run(ExitStatus.DONE, "", ""));
        assertThat(toDash).isEqualTo(toOutput);
        assertThat(Path.of("-")).doesNotExist();
        assertThat(Files.readString(file))
                .isEqualTo(toOutput.out())
                .isEqualTo(SavedObjects.of("auditd", Optional.empty()).ndjson())
                .hasLineCount(19);
        assertThat(Aulens.alone()
                        .run("dashboards", "export-ndjson", folder.toString())
                        .err())
                .startsWith("aulens: cannot write " + folder);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-k|passwd|kuery|auditd.key : *passwd*",
                "--kql|not user.name: \"o'neil!\"|kuery|not user.name: \"o!'neil!!\"",
                "--lucene|user.name:(a OR b)|lucene|user.name:(a OR b)",
                "-c|ä&#%+ü|kuery|process.name : *ä&#%+ü*",
            })
    void linksHoldTheSearch(String option, String value, String language, String query) {
        Aulens.Run run = Aulens.alone()
                .run(
                        "dashboards",
                        "open",
                        "--kibana",
                        "http://k:5601",
                        option,
                        value,
                        "-ts",
                        "2026-11-22T07:00:00Z",
                        "-te",
                        "2026-11-22T08:00:00Z");

        assertThat(run.status()).as(run.toString()).isEqualTo(ExitStatus.DONE);
        assertThat(run.out().trim()).matches("[\\x21-\\x7e&&[^'\"<>\\\\]]+");
        assertThat(URLDecoder.decode(run.out().trim().replace("+", "%2B"), StandardCharsets.UTF_8))
                .isEqualTo(
                        "http://k:5601/app/discover#/?_g=(time:(from:'2026-11-22T07:00:00Z',to:'2026-11-22T08:00:00.999Z'))"
                                + "&_a=(columns:!('message','host.name','event.action','event.outcome','auditd.key'),"
                                + "dataSource:(dataViewId:'auditd-data-view',type:'dataView'),filters:!(),query:(language:'"
                                + language + "',query:'" + query + "'),sort:!(!('@timestamp','desc')))");
    }

    @Test
    void searchLinksAsOpenDoes() {
        String[] range = {"-ts", "2026-11-22T07:00:00Z", "-te", "2026-11-22T08:00:00Z"};

        assertThat(Aulens.alone().run("search", "--kibana-link", range[0], range[1], range[2], range[3]))
                .isEqualTo(Aulens.alone().run("dashboards", "open", range[0], range[1], range[2], range[3]))
                .satisfies(run -> assertThat(run.out())
                        .startsWith("http://127.0.0.1:5601/app/discover#/?_g=(time:(from:%272026-11-22T07:00:00Z%27")
                        .contains("query:(language:%27kuery%27,query:%27%27)"));
    }

    @Test
    void searchesWithoutALinkAreSaid() {
        Aulens.Run run = Aulens.alone()
                .run("dashboards", "open", "--kql", "a: b", "--lucene", "a:b", "-ts", "today", "-te", "now");

        assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(run.err()).startsWith("aulens: neither KQL nor Lucene's syntax alone can say this");
        assertThat(Aulens.alone().run("dashboards").err()).contains("name a command: import, export-ndjson or open");
    }
}
