package dev.aulens.elastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aulens.Failure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import org.elasticsearch.client.Request;
import org.junit.jupiter.api.Test;

class InterruptionTest {

    @Test
    void ofARequestThatWaitsForItsAnswerIsAFailure() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            URI url = URI.create("http://127.0.0.1:" + silent.getLocalPort());
            try (ElasticsearchConnection connection = ElasticsearchConnection.open(ConnectionSettings.of(url))) {
                Thread.currentThread().interrupt();

                assertThatThrownBy(() -> connection.send(new Request("GET", "/")))
                        .isInstanceOf(Failure.class)
                        .hasMessage("interrupted; run again");
                assertThat(Thread.interrupted()).isTrue();
            }
        }
    }
}
