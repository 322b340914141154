package dev.aulens.index;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aulens.index.BulkAnswer.Outcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BulkAnswerTest {

    @Test
    void keepsTheOrderOfTheRequest() throws IOException {
        BulkAnswer answer = read("""
                {"items":[{"create":{"status":201}},
                 {"create":{"status":409,"error":{"type":"version_conflict_engine_exception","reason":"exists"}}},
                 {"create":{"status":201}}]}""");

        assertThat(answer.outcomes())
                .containsExactly(
                        new Outcome(201, "", ""),
                        new Outcome(409, "version_conflict_engine_exception", "exists"),
                        new Outcome(201, "", ""));
    }

    @Test
    void mayHoldAnErrorWithoutReason() throws IOException {
        BulkAnswer answer = read("""
                {"items":[{"create":{"error":{"type":"x","reason":null},"status":400}}]}""");

        assertThat(answer.outcomes()).containsExactly(new Outcome(400, "x", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "201, '', true, false, false",
        "409, '', false, true, false",
        "400, '', false, false, false",
        "413, '', false, false, false",
        "401, '', false, false, true",
        "403, '', false, false, true",
        "429, '', false, false, true",
        "500, '', false, false, true",
        "503, '', false, false, true",
        "400, document_parsing_exception, false, false, false",
        "400, validation_exception, false, false, true",
        "400, index_closed_exception, false, false, true",
        "404, index_not_found_exception, false, false, true"
    })
    void blamesTheDocumentOrTheServer(int status, String type, boolean created, boolean conflict, boolean mayPass) {
        Outcome outcome = new Outcome(status, type, "");

        assertThat(outcome.created()).isEqualTo(created);
        assertThat(outcome.conflict()).isEqualTo(conflict);
        assertThat(outcome.mayPass()).isEqualTo(mayPass);
    }

    private static BulkAnswer read(String json) throws IOException {
        return BulkAnswer.read(new ByteArrayInputStream(json.getBytes(UTF_8)));
    }
}
