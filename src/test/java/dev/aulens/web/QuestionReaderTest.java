package dev.aulens.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aulens.index.MappedFields;
import dev.aulens.locale.DateFormat;
import dev.aulens.query.Filter;
import dev.aulens.query.WrongUsageException;
import dev.aulens.query.time.TimeExpressions;
import dev.aulens.record.RecordTypes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionReaderTest {

    private static final Filter KEY = new Filter.Contains("auditd.key", "passwd");

    private final QuestionReader reader = new QuestionReader(
            "demo",
            RecordTypes.load(),
            new TimeExpressions(
                    Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC),
                    DateFormat.POSIX,
                    () -> Duration.ZERO),
            MappedFields.load(),
            ZoneOffset.UTC);

    @Test
    void wordsAreThoseOfTheCommandLine() throws WrongUsageException {
        Question question = read("q=-k+passwd");

        assertThat(question.filter()).isEqualTo(KEY);
        assertThat(question.command()).isEqualTo("aulens search --index demo --reverse -i -k passwd");
    }

    @Test
    void rangeOfTheAddressGoesBeforeThatOfTheWords() throws WrongUsageException {
        Question question = read("q=-k+passwd+-ts+2020-01-01&from=today&to=2026-11-22T09:00:00.123Z");

        assertThat(question.filter())
                .isEqualTo(Filter.all(since("2026-11-22T00:00:00Z"), until("2026-11-22T09:00:00.123Z"), KEY));
        assertThat(question.command()).endsWith("-k passwd -ts 2020-01-01 -ts today -te 2026-11-22T09:00:00.123Z");
    }

    @Test
    void rangeStandsBeforeTheEndOfOptions() throws WrongUsageException {
        assertThat(read("q=--+-rf&from=today").command()).endsWith("-i -ts today -- -rf");
    }

    @Test
    void formatOfTheWordsIsKeptInTheCommandLine() throws WrongUsageException {
        assertThat(read("q=--raw+--reverse").command()).isEqualTo("aulens search --index demo --raw --reverse");
    }

    @Test
    void fieldsAreFilteredForAndOut() throws WrongUsageException {
        Filter filter = read("filter=host.name:web:1*&filter=!process.pid:7&filter=auditd.extra.a.b:c"
                        + "&filter=auditd.extra.d%5C:e%5C%5C:f:g")
                .filter();

        assertThat(filter)
                .isEqualTo(Filter.all(
                        new Filter.Term("host.name", "web:1*"),
                        Filter.not(new Filter.Term("process.pid", "7")),
                        new Filter.Term("auditd.extra.a.b", "c"),
                        new Filter.Term("auditd.extra.d:e\\", "f:g")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event.original:a",
                "message:a",
                "auditd.resolved:a",
                "auditd.extra:a",
                "_id:a",
                "*:*",
                "host.name"
            })
    void fieldsOutsideOfTheMappingAreRefused(String filter) {
        assertRefused("filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8), "no field to filter by");
    }

    @ParameterizedTest
    @CsvSource({
        "process.pid:x, process.pid holds numbers",
        "process.pid:, process.pid holds numbers",
        "!source.ip:10.0.*, source.ip holds IP addresses",
        "@timestamp:soon, @timestamp holds times",
        "auditd.enriched:yes, auditd.enriched holds true or false"
    })
    void valuesThatAFieldCannotHaveAreRefused(String filter, String message) {
        assertRefused("filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8), message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "process.pid:-7",
                "source.ip:10.0.0.0/8",
                "source.ip:fe80::1",
                "@timestamp:2023-11-14T22:13:20.123Z",
                "auditd.enriched:true",
                "auditd.extra.a:*b*",
                "process.name:AND *"
            })
    void valuesThatAFieldCanHaveAreFilteredBy(String filter) throws WrongUsageException {
        int colon = filter.indexOf(':');

        assertThat(read("filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8))
                        .filter())
                .isEqualTo(new Filter.Term(filter.substring(0, colon), filter.substring(colon + 1)));
    }

    @ParameterizedTest
    @CsvSource({
        "q=-k, Argument is required for -k",
        "q='a, a quote is not closed",
        "q=--index+other, --index is an option of 'aulens serve'",
        "q=--checkpoint+/etc/passwd, checkpoints are for the command line",
        "q=-ts+checkpoint, checkpoints are for the command line",
        "q=--help, in a terminal",
        "q=--limit+1, --limit is for the command line",
        "q=--just-one, --just-one is for the command line",
        "q=--count, --count is for the command line",
        "q=--explain, --explain is for the command line",
        "q=--kibana-link, --kibana-link is for the command line",
        "from=-k, -ts requires either date and/or time",
        "from=soon, Invalid start date (soon)",
        "q=%zz, malformed percent-encoding",
        "q=a&q=b, unknown or repeated parameter: q",
        "size=10000, unknown or repeated parameter: size"
    })
    void whatMakesNoSenseIsRefused(String query, String message) {
        assertRefused(query, message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,2", "1,2,web1", "1,2,a,b"})
    void positionIsReadAsItIsPrinted(String text) throws WrongUsageException {
        assertThat(Position.print(Position.parse(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "a,b", "1,", "[1,2]", "99999999999999999999,1"})
    void otherPositionsAreRefused(String text) {
        assertThatExceptionOfType(WrongUsageException.class).isThrownBy(() -> Position.parse(text));
    }

    private void assertRefused(String query, String message) {
        assertThatExceptionOfType(WrongUsageException.class)
                .isThrownBy(() -> read(query))
                .withMessageContaining(message);
    }

    private Question read(String query) throws WrongUsageException {
        return reader.read(Parameters.parse(query));
    }

    private static Filter since(String time) {
        return new Filter.Range("@timestamp", new Filter.Bound(time, true), null);
    }

    private static Filter until(String time) {
        return new Filter.Range("@timestamp", null, new Filter.Bound(time, true));
    }
}
