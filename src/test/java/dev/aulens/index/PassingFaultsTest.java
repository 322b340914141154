package dev.aulens.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassingFaultsTest {

    @ParameterizedTest
    @CsvSource({
        "404, document_missing_exception, false",
        "404, index_not_found_exception, true",
        "403, cluster_block_exception, true",
        "429, es_rejected_execution_exception, true",
        "503, unavailable_shards_exception, true"
    })
    void aRefusedDocumentIsAskedForAgainByItsOwnRule(int status, String type, boolean mayPass) {
        RefusedDocumentException fault = new RefusedDocumentException(new BulkAnswer.Outcome(status, type, "a reason"));

        assertThat(PassingFaults.ofRequest(fault)).isEqualTo(mayPass);
    }

    @Test
    void aServerThatIsAwayMayComeBack() {
        assertThat(PassingFaults.ofRequest(new ConnectException("Connection refused")))
                .isTrue();
        assertThat(PassingFaults.ofRequest(new IOException("Connection reset by peer")))
                .isTrue();
    }

    @Test
    void distrustAndErrorsOfTheProgramDoNotPass() {
        assertThat(PassingFaults.ofRequest(new SSLHandshakeException("bad certificate")))
                .isFalse();
        assertThat(PassingFaults.ofRequest(new IllegalStateException())).isFalse();
        assertThat(PassingFaults.ofRequest(null)).isFalse();
    }
}
