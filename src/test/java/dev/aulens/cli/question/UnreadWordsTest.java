package dev.aulens.cli.question;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aulens.cli.Aulens;
import dev.aulens.cli.command.ExitStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnreadWordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--key=passwd",
                "--key=",
                "--exit=-13",
                "--success=no",
                "--node=web1",
                "--start=2026-11-22",
                "--kql=user.name: root",
                "--kql=a=b",
                "--index=other"
            })
    void valueBehindAnEqualsSignIsThatOfTheOption(String word) {
        int equals = word.indexOf('=');

        Aulens.Run joined = Aulens.alone().run("search", "--explain", "-p", "1", word);

        assertThat(joined.status()).as(joined.toString()).isEqualTo(ExitStatus.DONE);
        assertThat(joined)
                .isEqualTo(Aulens.alone()
                        .run("search", "--explain", "-p", "1", word.substring(0, equals), word.substring(equals + 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--format=json", "--top=1", "--node=web1", "--success=no"})
    void valueBehindAnEqualsSignIsThatOfAReportsOption(String word) {
        int equals = word.indexOf('=');

        Aulens.Run joined = Aulens.alone().run("report", "--format", "nothing", word);

        assertThat(joined)
                .isEqualTo(Aulens.alone()
                        .run("report", "--format", "nothing", word.substring(0, equals), word.substring(equals + 1)));
    }

    @Test
    void optionWithoutAValueTakesNone() {
        Aulens.Run run = Aulens.alone().run("search", "--explain", "--reverse=x");

        assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(run.err()).contains("--reverse=x is an unsupported option");
    }
}
