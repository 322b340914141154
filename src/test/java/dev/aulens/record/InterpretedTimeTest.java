package dev.aulens.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class InterpretedTimeTest {

    private final InterpretedTime dates = new InterpretedTime(ZoneOffset.UTC);

    @Test
    void hasADateThatCanBeReadInOneWay() {
        assertThat(read("2025-03-04")).isEqualTo("2025-03-04");
        assertThat(read("2025年03月04日")).isEqualTo("2025-03-04");
        assertThat(read("04.03.2025")).isEqualTo("2025-03-04");
        assertThat(read("04-03-25")).isEqualTo("2025-03-04");
        assertThat(read("03/26/25")).isEqualTo("2025-03-26");
        assertThat(read("26/03/2025", "another")).isEqualTo("2025-03-26");
    }

    @Test
    void isDoubtfulUntilADateShowsTheOrder() {
        assertThat(read("04/03/25")).isEqualTo("2025-04-03 or another");
        assertThat(read("26/03/25")).isEqualTo("2025-03-26");
        assertThat(read("04/04/25")).isEqualTo("2025-04-04");
        assertThat(read("05/04/25")).isEqualTo("2025-04-05");
        assertThat(read("05/04/25", "another")).isEqualTo("2025-05-04 or another");
    }

    @Test
    void doesNotRunBackByADayIfThereIsAnotherReading() {
        assertThat(read("12/03/25")).isEqualTo("2025-12-03 or another");
        assertThat(read("01/04/25")).isEqualTo("2025-04-01 or another");
    }

    @Test
    void isNoneWithoutAKnownDate() {
        assertThat(read("26/26/25")).isEmpty();
        assertThat(read("1/2")).isEmpty();
        assertThat(read("")).isEmpty();
    }

    private String read(String date) {
        return read(date, "input");
    }

    private String read(String date, String input) {
        OptionalLong millis = dates.parse(date + " 00:00:00.000", input);
        return millis.isEmpty()
                ? ""
                : Instant.ofEpochMilli(millis.getAsLong()).toString().substring(0, 10)
                        + (dates.isDoubtful() ? " or another" : "");
    }
}
