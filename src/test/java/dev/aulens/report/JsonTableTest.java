package dev.aulens.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aulens.testing.HostileText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonTableTest {

    static List<HostileText> texts() {
        return HostileText.ALL;
    }

    @ParameterizedTest
    @MethodSource("texts")
    void whatATerminalObeysIsEscaped(HostileText text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonTable table = new JsonTable(List.of(Column.text("file")), out);

        table.row(List.of(text.text()));

        assertThat(HostileText.controlsIn(out.toByteArray())).isEmpty();
        assertThat(new ObjectMapper().readTree(out.toByteArray()).path("file").asText())
                .isEqualTo(text.text());
    }
}
