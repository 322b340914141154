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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeExpressionsTest {

    /** A Wednesday. */
    private static final Instant NOW = Instant.parse("2026-11-18T15:42:07.350Z");

    private static final Duration UPTIME = Duration.ofHours(30);

    @ParameterizedTest
    @CsvSource({
        "now,        2026-11-18T15:42:07Z",
        "recent,     2026-11-18T15:32:07Z",
        "this-hour,  2026-11-18T15:00:00Z",
        "boot,       2026-11-17T09:42:07Z",
        "today,      2026-11-18T00:00:00Z",
        "yesterday,  2026-11-17T00:00:00Z",
        "this-week,  2026-11-15T00:00:00Z",
        "week-ago,   2026-11-11T00:00:00Z",
        "this-month, 2026-11-01T00:00:00Z",
        "this-year,  2026-01-01T00:00:00Z",
    })
    void keywordIsAStart(String keyword, String expected) throws WrongUsageException {
        assertThat(start("UTC", "C", keyword, null)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "now,       2026-11-18T15:42:07.999Z",
        "today,     2026-11-18T15:42:07.999Z",
        "yesterday, 2026-11-17T00:00:00.999Z",
        "this-week, 2026-11-15T00:00:00.999Z",
    })
    void keywordIsAnEnd(String keyword, String expected) throws WrongUsageException {
        assertThat(end("UTC", "C", keyword, null)).isEqualTo(expected);
    }

    @Test
    void sundayBeginsItsOwnWeek() throws WrongUsageException {
        Clock sunday = Clock.fixed(Instant.parse("2026-11-22T01:00:00Z"), ZoneId.of("UTC"));
        long start = new TimeExpressions(sunday, DateFormat.POSIX, () -> UPTIME).parse(Side.START, "this-week", null);
        assertThat(Instant.ofEpochMilli(start)).hasToString("2026-11-22T00:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "C,           11/14/23,     2023-11-14T00:00:00Z",
        "C.UTF-8,     1/2/23,       2023-01-02T00:00:00Z",
        "POSIX,       02/30/24,     2024-03-01T00:00:00Z",
        "en_US.UTF-8, 11/14/2023,   2023-11-14T00:00:00Z",
        "de_DE.UTF-8, 14.11.2023,   2023-11-14T00:00:00Z",
        "en_GB.UTF-8, 14/11/23,     2023-11-14T00:00:00Z",
        "fr_FR.UTF-8, 14/11/2023,   2023-11-14T00:00:00Z",
        "ja_JP.UTF-8, 2023年11月14日, 2023-11-14T00:00:00Z",
        "sv_SE.UTF-8, 2023-11-14,   2023-11-14T00:00:00Z",
        "C,           2023-11-14,   2023-11-14T00:00:00Z",
        "xx_XX,       11/14/23,     2023-11-14T00:00:00Z",
    })
    void dateIsWrittenAsTheLocaleWritesIt(String locale, String date, String expected) throws WrongUsageException {
        assertThat(start("UTC", locale, date, null)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "11/14/23,  22:14,    2023-11-14T22:14:00Z",
        "11/14/23,  22:14:10, 2023-11-14T22:14:10Z",
        "22:14:10,  11/14/23, 2023-11-14T22:14:10Z",
        "22:14,     ,         2026-11-18T22:14:00Z",
        "1:2,       ,         2026-11-18T01:02:00Z",
        "23:59:60,  ,         2026-11-19T00:00:00Z",
        "yesterday, 12:00,    2026-11-17T12:00:00Z",
        "12:00,     yesterday,2026-11-17T12:00:00Z",
        "now,       00:00:00, 2026-11-18T00:00:00Z",
        "2023-11-14,22:14,    2023-11-14T22:14:00Z",
    })
    void dateAndTimeComeInEitherOrder(String first, @Nullable String second, String expected)
            throws WrongUsageException {
        assertThat(start("UTC", "C", first, second)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T08:00:00Z,      2026-11-22T08:00:00Z, 2026-11-22T08:00:00.999Z",
        "2026-11-22T08:00:00+02:00, 2026-11-22T06:00:00Z, 2026-11-22T06:00:00.999Z",
        "2026-11-22T08:00:00+0200,  2026-11-22T06:00:00Z, 2026-11-22T06:00:00.999Z",
        "2026-11-22T08:00:00-03,    2026-11-22T11:00:00Z, 2026-11-22T11:00:00.999Z",
        "2026-11-22T08:00:00.250Z,  2026-11-22T08:00:00.250Z, 2026-11-22T08:00:00.250Z",
        "2026-11-22T08:00,          2026-11-22T07:00:00Z, 2026-11-22T07:00:00.999Z",
    })
    void isoDateAndTimeStandInOneWord(String word, String start, String end) throws WrongUsageException {
        assertThat(start("Europe/Berlin", "C", word, null)).isEqualTo(start);
        assertThat(end("Europe/Berlin", "C", word, null)).isEqualTo(end);
    }

    @Test
    void endIncludesItsWholeSecond() throws WrongUsageException {
        assertThat(end("UTC", "C", "11/14/23", "22:14:10")).isEqualTo("2023-11-14T22:14:10.999Z");
    }

    @Test
    void endWithDateAloneIsThePresentTimeOfThatDay() throws WrongUsageException {
        assertThat(end("UTC", "C", "11/14/23", null)).isEqualTo("2023-11-14T15:42:07.999Z");
    }

    @Test
    void twelveHourClockIsThatOfTheLocale() throws WrongUsageException {
        assertThat(start("UTC", "en_US.UTF-8", "11/14/2023", "10:14:10 PM")).isEqualTo("2023-11-14T22:14:10Z");
        assertThat(start("UTC", "en_US.UTF-8", "11/14/2023", "12:14:10 AM")).isEqualTo("2023-11-14T00:14:10Z");
        assertThat(start("UTC", "en_US.UTF-8", "11/14/2023", "22:14:10")).isEqualTo("2023-11-14T22:14:10Z");
    }

    @Test
    void timesOfADayWithAChangedClockAreThatDaysClock() throws WrongUsageException {
        assertThat(start("America/New_York", "C", "03/10/24", "12:00:00")).isEqualTo("2024-03-10T16:00:00Z");
        assertThat(start("America/New_York", "C", "03/10/24", "01:00:00")).isEqualTo("2024-03-10T06:00:00Z");
    }

    @Test
    void hourThatComesTwiceBeginsWithTheFirstAndEndsWithTheLast() throws WrongUsageException {
        assertThat(start("Europe/Berlin", "C", "10/29/23", "02:30:00")).isEqualTo("2023-10-29T00:30:00Z");
        assertThat(end("Europe/Berlin", "C", "10/29/23", "02:30:00")).isEqualTo("2023-10-29T01:30:00.999Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "C     | foo        |          | Invalid start date (foo). Month, Day, and Year are required.",
                "C     | Recent     |          | Invalid start date (Recent). Month, Day, and Year are required.",
                "C     | 11/14      |          | Invalid start date (11/14). Month, Day, and Year are required.",
                "C     | 13/30/23   |          | Invalid start date (13/30/23). Month, Day, and Year are required.",
                "C     | ''         |          | Invalid start date (). Month, Day, and Year are required.",
                "C     | checkpoint | 10:00    | Invalid start date (checkpoint). Month, Day, and Year are required.",
                "C     | 10:11      | 10:12    | Invalid start date (10:12). Month, Day, and Year are required.",
                "C     | 10:11      | foo      | Invalid start date (foo). Month, Day, and Year are required.",
                "C     | 11/14/2023 |          | Error parsing start date (11/14/2023)",
                "C     | 11/14/23x  |          | Error parsing start date (11/14/23x)",
                "C     | 01/01/01   |          | Error - year is 2001",
                "C     | 01/01/70   |          | Error - year is 1970",
                "en_US | 11/14/23   |          | Error - year is 23",
                "C     | 25:00      |          | Invalid start time (25:00). Hour, Minute, and Second are required.",
                "C     | 10:61:00   |          | Invalid start time (10:61:00). Hour, Minute, and Second are required.",
                "C     | 24:00:00   |          | Invalid start time (24:00:00). Hour, Minute, and Second are required.",
                "C     | 12345:6    |          | Invalid start time (12345:6). Hour, Minute, and Second are required.",
                "C     | :          |          | Invalid start time (:). Hour, Minute, and Second are required.",
                "C     | today      | foo      | Invalid start time (foo). Hour, Minute, and Second are required.",
                "C     | 11/14/23   | ''       | Invalid start time (). Hour, Minute, and Second are required.",
                "C     | 1:2:3      |          | Error parsing start time (1:2:3)",
                "C     | 11/14/23   | 10:11:12.5 | Error parsing start time (10:11:12.5)",
                "C     | 10:11:12PM |          | Error parsing start time (10:11:12PM)",
                "C     | 2026-13-01T00:00:00Z | | Error parsing start date (2026-13-01T00:00:00Z)",
            })
    void whatIsNoTimeIsRefusedAsByAusearch(String locale, String first, @Nullable String second, String message) {
        assertThatExceptionOfType(WrongUsageException.class)
                .isThrownBy(() -> start("UTC", locale, first, second))
                .withMessage(message);
    }

    @Test
    void messageNamesTheEnd() {
        assertThatExceptionOfType(WrongUsageException.class)
                .isThrownBy(() -> end("UTC", "C", "foo", null))
                .withMessage("Invalid end date (foo). Month, Day, and Year are required.");
    }

    private static String start(String zone, String locale, String first, @Nullable String second)
            throws WrongUsageException {
        return Instant.ofEpochMilli(times(zone, locale).parse(Side.START, first, second))
                .toString();
    }

    private static String end(String zone, String locale, String first, @Nullable String second)
            throws WrongUsageException {
        return Instant.ofEpochMilli(times(zone, locale).parse(Side.END, first, second))
                .toString();
    }

    private static TimeExpressions times(String zone, String locale) {
        return new TimeExpressions(Clock.fixed(NOW, ZoneId.of(zone)), DateFormat.of(locale), () -> UPTIME);
    }
}
