package dev.aulens.query.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aulens.locale.DateFormat;
import dev.aulens.query.WrongUsageException;
import dev.aulens.query.time.TimeExpressions.Side;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateMathTest {

    /** A Wednesday, 16:42:07.350 in Berlin. */
    private static final TimeExpressions TIMES = new TimeExpressions(
            Clock.fixed(Instant.parse("2026-11-18T15:42:07.350Z"), ZoneId.of("Europe/Berlin")),
            DateFormat.POSIX,
            () -> Duration.ZERO);

    @ParameterizedTest
    @CsvSource({
        "now-15m,            2026-11-18T15:27:07.350Z, 2026-11-18T15:27:07.350Z",
        "now+1h,             2026-11-18T16:42:07.350Z, 2026-11-18T16:42:07.350Z",
        "now-1H/H,           2026-11-18T14:00:00Z,     2026-11-18T14:59:59.999Z",
        "now-d,              2026-11-17T15:42:07.350Z, 2026-11-17T15:42:07.350Z",
        "now-250ms,          2026-11-18T15:42:07.100Z, 2026-11-18T15:42:07.100Z",
        "now/s,              2026-11-18T15:42:07Z,     2026-11-18T15:42:07.999Z",
        "now/m,              2026-11-18T15:42:00Z,     2026-11-18T15:42:59.999Z",
        "now/h,              2026-11-18T15:00:00Z,     2026-11-18T15:59:59.999Z",
        "now/d,              2026-11-17T23:00:00Z,     2026-11-18T22:59:59.999Z",
        "now-1d/d,           2026-11-16T23:00:00Z,     2026-11-17T22:59:59.999Z",
        "now/w,              2026-11-14T23:00:00Z,     2026-11-21T22:59:59.999Z",
        "now/M,              2026-10-31T23:00:00Z,     2026-11-30T22:59:59.999Z",
        "now-1M/M,           2026-09-30T22:00:00Z,     2026-10-31T22:59:59.999Z",
        "now/y,              2025-12-31T23:00:00Z,     2026-12-31T22:59:59.999Z",
        "now/d+8h,           2026-11-18T07:00:00Z,     2026-11-19T06:59:59.999Z",
        "2026-01-31||+1M,    2026-02-27T23:00:00Z,     2026-02-27T23:00:00Z",
        "2026-01-15||/M,     2025-12-31T23:00:00Z,     2026-01-31T22:59:59.999Z",
        "2026-01-15T08:30:00Z||-30m, 2026-01-15T08:00:00Z, 2026-01-15T08:00:00Z",
        "2026-03-29||/d,     2026-03-28T23:00:00Z,     2026-03-29T21:59:59.999Z",
    })
    void roundingIsDownForAStartAndUpForAnEnd(String word, String start, String end) throws WrongUsageException {
        assertThat(Instant.ofEpochMilli(TIMES.parse(Side.START, word, null))).isEqualTo(start);
        assertThat(Instant.ofEpochMilli(TIMES.parse(Side.END, word, null))).isEqualTo(end);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "now-1x",
                "now-",
                "now/",
                "now/2d",
                "now-1d d",
                "now-1234567d",
                "now-9999y",
                "now+9999y",
                "||+1d",
                "yesterday||+1d",
                "2026-13-01||+1d",
                "2026-01-01||1d",
                "2026-01-01T||+1d"
            })
    void whatIsNoArithmeticIsRefused(String word) {
        assertThatExceptionOfType(WrongUsageException.class)
                .isThrownBy(() -> TIMES.parse(Side.START, word, null))
                .withMessage("Error parsing start date (" + word
                        + "). Steps are like +1h, -15m, /d; units are y, M, w, d, h, m, s, ms.");
    }

    @ParameterizedTest
    @CsvSource({
        "now, true",
        "now-1d/d, true",
        "2026, true",
        "2026-11, true",
        "2026-11-22, true",
        "2026-11-22T10, true",
        "2026-11-22T10:00, true",
        "2026-11-22T10:00:00.123456Z, true",
        "2026-11-22T10:00:00+02:00, true",
        "2026-11-22||+1M/d, true",
        "2026-11-22||, true",
        "now-1ms, false",
        "now-1x, false",
        "nowhere, false",
        "2026-11-22 10:00, false",
        "2026-1-1, false",
        "2026-02-30, false",
        "2026-13, false",
        "2026-11-22T25, false",
        "2026-11-22T10:61, false",
        "2026-11-22T10:00:61, false",
        "-2026, false",
        "+12026, false",
        "1735689600000, false",
        "'', false",
        "yesterday, false",
    })
    void serverTakesTheseTimes(String text, boolean takes) {
        assertThat(DateMath.isForServer(text)).isEqualTo(takes);
    }
}
