package dev.aulens.query.kql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aulens.index.MappedFields;
import dev.aulens.query.Filter;
import dev.aulens.search.EventSearch;
import dev.aulens.testing.RandomKql;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What KQL is for the product's own mapping. */
class SearchBarTest {

    private static final SearchBar SEARCH_BAR =
            new SearchBar(DataView.of(MappedFields.load().types()), ZoneId.of("Europe/Berlin"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "process.name: cat      | {'term':{'process.name':{'value':'cat'}}}",
                "process.name: c*t      | {'wildcard':{'process.name':{'value':'c*t'}}}",
                "tags: passwd           | {'term':{'tags':{'value':'passwd'}}}",
                "process.pid: 12        | {'match':{'process.pid':'12'}}",
                "process.pid: 1e3       | {'match':{'process.pid':'1e3'}}",
                "process.pid: +5        | {'match':{'process.pid':'+5'}}",
                "message: deleted       | {'match':{'message':'deleted'}}",
                "source.ip: 10.0.0.0/8  | {'match':{'source.ip':'10.0.0.0/8'}}",
                "auditd.extra.x: a*     | {'query_string':{'fields':['auditd.extra.x'],'query':'a*'}}",
                "@timestamp: 2026-11-22 | {'range':{'@timestamp':{'gte':'2026-11-22','lte':'2026-11-22',"
                        + "'time_zone':'Europe/Berlin'}}}",
                "source.*: 80           | {'term':{'source.address':{'value':'80'}}},"
                        + "{'term':{'source.domain':{'value':'80'}}},{'match':{'source.port':'80'}}",
            })
    void fieldsAreThoseOfTheMapping(String kql, String clauses) throws KqlException {
        assertThat(EventSearch.explain(SEARCH_BAR.kql(kql)).replace('"', '\''))
                .isEqualTo("{'bool':{'should':[" + clauses + "],'minimum_should_match':1}}");
    }

    @Test
    void patternOfFieldsThatCannotHoldTheValueFindsNothing() throws KqlException {
        assertThat(EventSearch.explain(SEARCH_BAR.kql("*.interactive: ssh"))).isEqualTo("{\"match_none\":{}}");
        assertThat(EventSearch.explain(SEARCH_BAR.kql("*_doc_count: *"))).isEqualTo("{\"match_none\":{}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "process.pid: cat              | 13 | process.pid holds numbers.",
                "process.pid: 1e999999999      | 13 | process.pid holds numbers.",
                "source.ip: 1.2.3.04           | 11 | source.ip holds IP addresses; a range of them is written as "
                        + "\"10.0.0.0/8\".",
                "process.pid > 1*              | 14 | process.pid holds numbers.",
                "process.interactive: yes      | 21 | process.interactive holds true or false.",
                "source.ip: 10.0.*             | 11 | source.ip holds IP addresses; a range of them is written as "
                        + "\"10.0.0.0/8\".",
                "source.ip >= 10.0.0.0/8       | 13 | source.ip holds IP addresses; a range of them is written as "
                        + "\"10.0.0.0/8\".",
                "@timestamp: yesterday         | 12 | @timestamp holds times; write 2026-11-22, "
                        + "\"2026-11-22T08:00:00Z\" or now-1d/d.",
                "a:1 and event.original: x     | 24 | event.original is stored only and cannot be searched.",
                "process.name: null            | 14 | null cannot be searched for; events without a field are those "
                        + "of: not field : *",
                "message: a* AND               | 9  | message takes no AND, OR or NOT in a value with a star.",
                "auditd.extra.x: *a            | 16 | auditd.extra.x takes a star at the end only, it is a name inside "
                        + "an object.",
                "auditd.extra.x > a            | 17 | auditd.extra.x cannot be compared, it is a name inside an object.",
                "_source: x                    | 0  | No field of events is called _source.",
                "\\*: *                         | 0  | No field of events is called *.",
                "nested: { x }                 | 10 | In { } each value needs a field before it.",
                "process:{ name: x }           | 10 | process.name is not a nested field but is in nested group "
                        + "\"process\" in the KQL expression.",
            })
    void whatTheServerWouldRefuseIsRefused(String kql, int offset, String message) {
        assertThatExceptionOfType(KqlException.class)
                .isThrownBy(() -> SEARCH_BAR.kql(kql))
                .withMessage(message)
                .satisfies(fault -> assertThat(fault.offset()).isEqualTo(offset));
    }

    @Test
    void faultIsShownBelowTheQuery() {
        assertThatExceptionOfType(KqlException.class)
                .isThrownBy(() -> SEARCH_BAR.kql("漢:ba\u001b[r:"))
                .satisfies(
                        fault -> assertThat(fault.place("漢:ba\u001b[r:")).isEqualTo("  漢:ba\\033[r:\n             ^"));
    }

    @Test
    void onlyTheSurroundingsOfAFaultAreShown() {
        String kql = "a:" + "b".repeat(500) + ":c";
        assertThatExceptionOfType(KqlException.class)
                .isThrownBy(() -> SEARCH_BAR.kql(kql))
                .satisfies(fault -> assertThat(fault.place(kql).lines())
                        .allSatisfy(line -> assertThat(line).hasSizeLessThan(82))
                        .last()
                        .asString()
                        .endsWith("^"));
    }

    @Test
    void depthHasAnEnd() {
        String wide = "(a:1 or (a:1 and ".repeat(40);
        assertThatExceptionOfType(KqlException.class)
                .isThrownBy(() -> SEARCH_BAR.kql(wide + "a:1" + "))".repeat(40)))
                .withMessage("Conditions stand too deep inside each other for Elasticsearch.");
        assertThatExceptionOfType(KqlException.class).isThrownBy(() -> SEARCH_BAR.kql("(".repeat(100_000)));
        assertThatExceptionOfType(KqlException.class).isThrownBy(() -> SEARCH_BAR.kql("a:{".repeat(100_000)));
        assertThatExceptionOfType(KqlException.class).isThrownBy(() -> SEARCH_BAR.kql("not (".repeat(100_000)));
    }

    @Test
    void longQueriesAreReadAtOnce() throws KqlException {
        assertThat(SEARCH_BAR.kql("a" + " ".repeat(100_000) + "b")).isInstanceOf(Filter.Foreign.class);
        assertThat(SEARCH_BAR.kql("a:1 or ".repeat(20_000) + "a:1")).isInstanceOf(Filter.Foreign.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void nothingButAFaultOfTheQueryIsThrown(long seed) {
        RandomKql random = new RandomKql(seed);
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            String kql = i % 3 == 0 ? random.valid() : i % 3 == 1 ? random.broken() : random.garbage();
            try {
                EventSearch.explain(SEARCH_BAR.kql(kql));
                read++;
            } catch (KqlException e) {
                assertThat(e.offset()).as(kql).isBetween(0, kql.length());
                assertThat(e.place(kql)).as(kql).hasLineCount(2);
            }
        }
        assertThat(read).isGreaterThan(5_000);
    }

    @Test
    void emptyQueriesFindEverything() throws KqlException {
        assertThat(SEARCH_BAR.kql(" \t")).isEqualTo(new Filter.Everything());
        assertThat(SEARCH_BAR.lucene(" ")).isEqualTo(new Filter.Everything());
    }

    @Test
    void luceneIsSentAsKibanaSendsIt() {
        assertThat(EventSearch.explain(SEARCH_BAR.lucene("user.name:root AND NOT event.action:exec*")))
                .isEqualTo("{\"query_string\":{\"query\":\"user.name:root AND NOT event.action:exec*\","
                        + "\"analyze_wildcard\":true,\"time_zone\":\"Europe/Berlin\"}}");
    }

    @Test
    void textsOfHitsAreFoundInTheQuery() throws KqlException {
        Filter filter = SEARCH_BAR.kql("process.name: (ca* or \"less\") and not user.name: root");

        assertThat(((Filter.Foreign) filter).searched()).containsExactly("ca", "less");
    }
}
