package dev.aulens.cli.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class DurationConverterTest {

    private final DurationConverter converter = new DurationConverter();

    @ParameterizedTest
    @CsvSource({"0s, PT0S", "90s, PT90S", "5m, PT5M", "2h, PT2H", "7d, P7D", "36500d, P36500D"})
    void takesWhatPeopleWrite(String text, Duration length) {
        assertThat(converter.convert(text)).isEqualTo(length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s", "5", "5x", "soon", "99999999999999999999d"})
    void refusesWhatIsNoLengthOfTime(String text) {
        assertThatThrownBy(() -> converter.convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessage("'" + text + "' is no length of time; write 90s, 5m, 2h or 7d");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1s", "36501d", "9223372036854775807d", "9223372036854775807s"})
    void refusesWhatNobodyCanWaitFor(String text) {
        assertThatThrownBy(() -> converter.convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessage("'" + text + "' is less than 0s or more than 36500d");
    }
}
