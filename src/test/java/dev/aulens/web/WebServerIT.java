package dev.aulens.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aulens.Failure;
import dev.aulens.elastic.ConnectionSettings;
import dev.aulens.elastic.ElasticsearchConnection;
import dev.aulens.index.IndexTemplates;
import dev.aulens.locale.DateFormat;
import dev.aulens.query.time.TimeExpressions;
import dev.aulens.testing.RealElasticsearch;
import dev.aulens.testing.TestCluster;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(RealElasticsearch.class)
class WebServerIT {

    /** More than two pages of hits, one event a second; every third has failed. */
    private static final int EVENTS = 120;

    private static final long START = 1_700_000_000_000L;
    private static final String HOSTILE = "</script><img src=x onerror=alert(1)>\u001b[2J\u202e";
    private static final ObjectMapper JSON = new ObjectMapper();

    private static ElasticsearchConnection connection;
    private static WebServer server;
    private static TestCluster cluster;

    @BeforeAll
    static void start(TestCluster shared) throws IOException {
        cluster = shared;
        connection = ElasticsearchConnection.open(ConnectionSettings.of(cluster.url()));
        new IndexTemplates(connection).install(cluster.prefix());
        StringBuilder bulk = new StringBuilder();
        for (int i = 0; i < EVENTS; i++) {
            bulk.append("{\"create\":{}}\n").append(document(i)).append('\n');
        }
        cluster.send("POST", "/" + cluster.prefix() + "-2023.11/_bulk?refresh=true", bulk.toString());
        server = start(cluster.prefix());
    }

    @AfterAll
    static void close() {
        server.close();
        connection.close();
    }

    @Test
    void pageAndItsFilesAreServedWithoutCacheAndPolicyOfItsOwn() throws Exception {
        for (String path : List.of("/", "/app.css", "/app.js")) {
            HttpResponse<String> answer = get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(policy -> assertThat(policy)
                            .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
                            .doesNotContain("unsafe"));
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                    .isEmpty();
        }
        assertThat(get("/").headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/x", "/index.html", "/../index.html", "/%2e%2e/etc/passwd", "//etc/passwd", "/api/", "/api/x"})
    void nothingElseIsThere(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void answersSayWhichIndicesAreClosed() throws Exception {
        cluster.send("PUT", "/" + cluster.prefix() + "-2022.01", "");
        cluster.send("POST", "/" + cluster.prefix() + "-2022.01/_close", "");
        String notice = "closed indices are left out: " + cluster.prefix() + "-2022.01; open one with POST /NAME/_open";

        for (String path : List.of("/api/search?q=", "/api/histogram?q=")) {
            assertThat(json(path).at("/notices/0").asText()).isEqualTo(notice);
        }
        cluster.send("POST", "/" + cluster.prefix() + "-2022.01/_open?wait_for_active_shards=1", "");
        for (String path : List.of("/api/search?q=", "/api/histogram?q=")) {
            assertThat(json(path).path("notices")).isEmpty();
        }
    }

    @Test
    void answersThatFoundNothingSayWhichFieldsThereAreNot() throws Exception {
        String nothing = "/api/search?q=" + encoded("--kql 'procss.name: cat'");
        String something = "/api/search?q=" + encoded("--kql 'procss.name: cat or process.name: cat'");

        assertThat(json(nothing).path("notices"))
                .hasToString("[\"no index has a field procss.name; did you mean process.name?\"]");
        assertThat(json(something).path("notices")).isEmpty();
    }

    @Test
    void hitsComeLatestFirstPageByPage() throws Exception {
        List<Long> serials = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = json("/api/search?q=&after=" + encoded(after));
            page.path("hits").forEach(hit -> serials.add(serial(hit)));
            after = page.path("after").asText();
        } while (!after.isEmpty());

        assertThat(serials).hasSize(EVENTS).isSortedAccordingTo((a, b) -> Long.compare(b, a));
    }

    @Test
    void hitHasItsRecordsInterpretedAndItsDocument() throws Exception {
        JsonNode answer = json("/api/search?q=" + encoded("-a 7"));

        assertThat(answer.path("hits")).hasSize(1);
        JsonNode hit = answer.path("hits").path(0);
        assertThat(hit.path("records").asText()).contains("syscall=openat", "key=k1");
        assertThat(hit.path("document").path("host").path("name").asText()).isEqualTo("web1");
        assertThat(answer.path("command").asText()).endsWith("--reverse -i -a 7");
        assertThat(answer.path("kql").asText()).isEqualTo("event.sequence : \"7\"");
    }

    @Test
    void rangeOfTimeNarrows() throws Exception {
        String range = "&from=" + Instant.ofEpochMilli(START) + "&to=" + Instant.ofEpochMilli(START + 9_999);

        assertThat(json("/api/search?q=" + range).path("hits")).hasSize(10);
        assertThat(json("/api/histogram?q=" + range).path("count").asLong()).isEqualTo(10);
    }

    @Test
    void filtersNarrowHitsAndHistogram() throws Exception {
        String failed = "?filter=" + encoded("auditd.result:fail");
        String others = "?filter=" + encoded("!auditd.result:fail");

        assertThat(json("/api/search" + failed).path("hits")).hasSize(40);
        assertThat(json("/api/histogram" + failed).path("count").asLong()).isEqualTo(40);
        assertThat(json("/api/histogram" + others).path("count").asLong()).isEqualTo(80);
    }

    @Test
    void histogramCountsEveryEventOnce() throws Exception {
        JsonNode histogram = json("/api/histogram?q=");

        assertThat(histogram.path("interval").asText()).isEqualTo("1 second");
        long sum = 0;
        for (JsonNode bar : histogram.path("bars")) {
            assertThat(bar.path(0).asLong()).isBetween(START - 1_000, START + EVENTS * 1_000);
            assertThat(bar.path(1).asLong() - bar.path(0).asLong()).isEqualTo(1_000);
            sum += bar.path(2).asLong();
        }
        assertThat(sum).isEqualTo(EVENTS).isEqualTo(histogram.path("count").asLong());
    }

    @Test
    void histogramOfNothingIsEmpty() throws Exception {
        JsonNode histogram = json("/api/histogram?q=" + encoded("-k nothing"));

        assertThat(histogram.path("count").asLong(-1)).isZero();
        assertThat(histogram.path("bars")).isEmpty();
    }

    @Test
    void hostileTextStaysData() throws Exception {
        HttpResponse<String> answer = get("/api/search?filter=" + encoded("process.name:" + HOSTILE));

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        JsonNode hits = JSON.readTree(answer.body()).path("hits");
        assertThat(hits).hasSize(50);
        JsonNode hit = hits.path(0);
        assertThat(hit.path("document").path("process").path("name").asText()).isEqualTo(HOSTILE);
        assertThat(hit.path("records").asText()).contains("comm=</script><img").doesNotContain("\u001b", "\u202e");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/search?q=-k",
                "/api/search?q=-m+NOPE",
                "/api/search?filter=event.original:x",
                "/api/search?filter=process.pid:x",
                "/api/histogram?filter=!source.ip:1.2.3",
                "/api/search?q=--lucene+a%3A(",
                "/api/histogram?q=--lucene+a%3A(",
                "/api/search?after=x",
                "/api/histogram?from=soon",
                "/api/histogram?script=1"
            })
    void wrongUsageIsOneLine(String path) throws Exception {
        HttpResponse<String> answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(answer.body()).path("error").asText())
                .isNotBlank()
                .doesNotContain("\n")
                .hasSizeLessThan(600);
    }

    @Test
    void faultOfElasticsearchIsOneLine() throws Exception {
        try (WebServer other = start("nosuchprefix")) {
            HttpResponse<String> missing = get(other.url().resolve("/api/histogram"));
            assertThat(missing.statusCode()).isEqualTo(502);
            assertThat(missing.body()).contains("there is no index nosuchprefix-*; index a log first");
        }
    }

    @Test
    void requestForAnotherHostIsMisdirected() throws IOException {
        assertThat(raw("GET / HTTP/1.1\r\nHost: attacker.example:"
                        + server.url().getPort() + "\r\n"))
                .startsWith("HTTP/1.1 421 ");
        assertThat(raw("GET / HTTP/1.1\r\n")).startsWith("HTTP/1.1 421 ");
    }

    @Test
    void otherMethodsAreRefused() throws IOException {
        String host = "Host: 127.0.0.1:" + server.url().getPort() + "\r\n";

        assertThat(raw("POST /api/search HTTP/1.1\r\n" + host + "Content-Length: 0\r\n"))
                .startsWith("HTTP/1.1 405 ")
                .contains("Allow: GET");
        assertThat(raw("HEAD / HTTP/1.1\r\n" + host)).startsWith("HTTP/1.1 405 ");
    }

    @Test
    void takenPortIsAFault() {
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> WebServer.start(OptionalInt.of(server.url().getPort()), subject("x")))
                .withMessageContaining("is taken");
    }

    private static WebServer start(String prefix) {
        return WebServer.start(OptionalInt.of(0), subject(prefix));
    }

    private static WebServer.Subject subject(String prefix) {
        TimeExpressions times =
                new TimeExpressions(Clock.system(ZoneOffset.UTC), DateFormat.POSIX, () -> Duration.ZERO);
        return new WebServer.Subject(connection, prefix, ZoneOffset.UTC, DateFormat.POSIX, times);
    }

    private static JsonNode json(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return get(URI.create("http://127.0.0.1:" + server.url().getPort() + path));
    }

    private static HttpResponse<String> get(URI address) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    /** Sends a request that java.net.http would not send. */
    private static String raw(String head) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.url().getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write((head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static long serial(JsonNode hit) {
        return hit.path("document").path("event").path("sequence").asLong();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Every second event is of a command with a hostile name, as the kernel writes it: in hex. */
    private static String document(int i) {
        Instant time = Instant.ofEpochMilli(START + i * 1_000L);
        String name = i % 2 == 0 ? HOSTILE : "cat";
        String hex = java.util.HexFormat.of().withUpperCase().formatHex(name.getBytes(StandardCharsets.UTF_8));
        ObjectNode document = JSON.createObjectNode();
        document.put("@timestamp", time.toString());
        document.putObject("host").put("name", "web1");
        document.putObject("process").put("name", name);
        document.putObject("auditd").put("result", i % 3 == 0 ? "fail" : "success");
        document.putObject("event")
                .put("sequence", i)
                .put(
                        "original",
                        "node=web1 type=SYSCALL msg=audit(" + time.getEpochSecond() + ".000:" + i
                                + "): arch=c000003e syscall=257 success=yes exit=3 comm=" + hex + " key=\"k1\"");
        return document.toString();
    }
}
