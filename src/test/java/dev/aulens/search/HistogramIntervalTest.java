package dev.aulens.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistogramIntervalTest {

    @ParameterizedTest
    @CsvSource({
        "PT0S, PT0.001S",
        "PT5S, PT0.1S",
        "PT1M, PT1S",
        "PT1H, PT1M",
        "PT24H, PT1H",
        "P7D, PT3H",
        "P30D, PT12H",
        "P365D, P7D",
        "P3650D, P90D",
        "P36500D, P365D"
    })
    void barsAreRoundAndNotTooMany(Duration range, Duration interval) {
        assertThat(HistogramInterval.between(1_700_000_000_000L, 1_700_000_000_000L + range.toMillis()))
                .isEqualTo(interval.toMillis());
    }
}
