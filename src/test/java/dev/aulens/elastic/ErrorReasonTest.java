package dev.aulens.elastic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorReasonTest {

    private static final String ROWS = """
            {"error":{"root_cause":[{"type":"a","reason":"one\\ntwo"}],"type":"b","reason":"three"}} | a: one two
            {"error":{"root_cause":[],"type":"b","reason":"start","caused_by":{"type":"c","reason":"deep"}}} | c: deep
            {"error":{"root_cause":[],"type":"b","reason":""}} | b
            {"error":{"root_cause":[{"type":"a","reason":null}],"type":"b","reason":"three"}} | b: three
            {"error":"no handler","status":400} | no reason given
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = ROWS)
    void isThatOfTheCauseInOneLine(String answer, String reason) throws IOException {
        assertThat(ErrorReason.of(new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(reason);
    }
}
