package dev.aulens.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistogramIntervalTest {

    @ParameterizedTest
    @CsvSource({
        "PT0S,     1ms, 1 millisecond",
        "PT5S,     100ms, 100 milliseconds",
        "PT1M,     1s, 1 second",
        "PT5M,     5s, 5 seconds",
        "PT15M,    30s, 30 seconds",
        "PT30M,    30s, 30 seconds",
        "PT1H,     1m, 1 minute",
        "PT3H,     5m, 5 minutes",
        "PT6H,     5m, 5 minutes",
        "PT12H,    10m, 10 minutes",
        "PT24H,    30m, 30 minutes",
        "P2D,      1h, 1 hour",
        "P3D,      1h, 1 hour",
        "P7D,      3h, 3 hours",
        "P14D,     12h, 12 hours",
        "P30D,     12h, 12 hours",
        "P90D,     1d, 1 day",
        "P365D,    1w, 1 week",
        "P1826D,   1M, 1 month",
        "P36500D,  1y, 1 year",
    })
    void intervalIsThatOfKibana(Duration range, String text, String words) {
        HistogramInterval interval = HistogramInterval.of(range.toMillis());

        assertThat(interval.text()).isEqualTo(text);
        assertThat(interval.words()).isEqualTo(words);
    }

    @Test
    void barEndsWhereTheCalendarSays() {
        long march = Instant.parse("2024-03-01T00:00:00Z").toEpochMilli();
        HistogramInterval month = new HistogramInterval(1, ChronoUnit.MONTHS);

        assertThat(Instant.ofEpochMilli(month.end(march, ZoneOffset.UTC))).isEqualTo("2024-04-01T00:00:00Z");
    }
}
