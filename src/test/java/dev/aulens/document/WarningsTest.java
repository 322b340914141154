package dev.aulens.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aulens.record.Doubt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WarningsTest {

    @ParameterizedTest
    @EnumSource(Doubt.class)
    void areInTheManual(Doubt doubt) throws IOException {
        assertThat(Files.readString(Path.of("docs/fields.md"))).contains("| " + Warnings.OF_TEXT.get(doubt) + " |");
    }
}
