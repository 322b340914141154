package dev.aulens.cli.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aulens.cli.Aulens;
import dev.aulens.cli.command.ExitStatus;
import dev.aulens.cli.terminal.Terminal;
import dev.aulens.testing.RealElasticsearch;
import dev.aulens.testing.TestCluster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RealElasticsearch.class)
class ServeCommandIT {

    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/");

    @Test
    void printsTheAddressServesThePageAndEndsWhenInterrupted(TestCluster cluster) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, true, UTF_8),
                new PrintStream(new ByteArrayOutputStream(), true, UTF_8),
                false,
                false,
                false,
                Map.of("ES_URL", cluster.url().toString(), "AULENS_INDEX", cluster.prefix()));
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<Integer> status = thread.submit(() -> Aulens.runOn(terminal, "serve", "--port", "0"));
            await().until(() -> ADDRESS.matcher(out.toString(UTF_8)).find());
            URI address = ADDRESS.matcher(out.toString(UTF_8))
                    .results()
                    .map(found -> URI.create(found.group()))
                    .findFirst()
                    .orElseThrow();

            HttpResponse<String> page = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("<title>aulens</title>");

            thread.shutdownNow();
            assertThat(status.get(30, TimeUnit.SECONDS)).isEqualTo(ExitStatus.DONE);
        } finally {
            thread.shutdownNow();
        }
    }

    @Test
    void takenPortIsAFault() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Aulens.Run run = Aulens.alone().run("serve", "--port", Integer.toString(taken.getLocalPort()));

            assertThat(run.status()).as(run.toString()).isEqualTo(ExitStatus.FAILED);
            assertThat(run.err()).contains("port " + taken.getLocalPort() + " is taken; choose another");
        }
    }
}
