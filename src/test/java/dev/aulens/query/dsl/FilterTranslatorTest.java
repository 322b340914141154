package dev.aulens.query.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.json.JsonpUtils;
import co.elastic.clients.json.SimpleJsonpMapper;
import dev.aulens.query.Dsl;
import dev.aulens.query.Filter;
import java.util.List;
import org.junit.jupiter.api.Test;

class FilterTranslatorTest {

    @Test
    void everythingMatchesAll() {
        assertThat(json(new Filter.Everything())).isEqualTo("{'match_all':{}}");
    }

    @Test
    void nothingMatchesNone() {
        assertThat(json(Filter.any(List.of()))).isEqualTo("{'match_none':{}}");
    }

    @Test
    void termIsExact() {
        assertThat(json(new Filter.Term("auditd.key", "passwd")))
                .isEqualTo("{'term':{'auditd.key':{'value':'passwd'}}}");
    }

    @Test
    void substringIsAWildcardWithTheUsersTextEscaped() {
        assertThat(json(new Filter.Contains("process.name", "a*b?c\\d")))
                .isEqualTo("{'wildcard':{'process.name':{'value':'*a\\\\*b\\\\?c\\\\\\\\d*'}}}");
    }

    @Test
    void emptySubstringAsksForTheField() {
        assertThat(json(new Filter.Contains("process.name", ""))).isEqualTo("{'exists':{'field':'process.name'}}");
    }

    @Test
    void patternKeepsItsWildcards() {
        assertThat(json(new Filter.Wildcard("host.name", "web*")))
                .isEqualTo("{'wildcard':{'host.name':{'value':'web*'}}}");
    }

    @Test
    void prefixIsLiteral() {
        assertThat(json(new Filter.Prefix("log.file.path", "/a*/")))
                .isEqualTo("{'prefix':{'log.file.path':{'value':'/a*/'}}}");
    }

    @Test
    void boundsAreInclusiveOrNot() {
        Filter range = new Filter.Range("process.pid", new Filter.Bound("5", true), new Filter.Bound("9", false));
        assertThat(json(range)).isEqualTo("{'range':{'process.pid':{'gte':'5','lt':'9'}}}");
        Filter other = new Filter.Range("process.pid", new Filter.Bound("5", false), new Filter.Bound("9", true));
        assertThat(json(other)).isEqualTo("{'range':{'process.pid':{'gt':'5','lte':'9'}}}");
    }

    @Test
    void conjunctionStandsInFilterContextAndNegationsInMustNot() {
        Filter filter =
                Filter.all(new Filter.Term("a", "1"), Filter.not(new Filter.Exists("b")), new Filter.Everything());
        assertThat(json(filter))
                .isEqualTo("{'bool':{'filter':[{'term':{'a':{'value':'1'}}}],'must_not':[{'exists':{'field':'b'}}]}}");
    }

    @Test
    void valuesOfOneFieldAreOneTermsQuery() {
        assertThat(json(Filter.any(new Filter.Term("a", "1"), new Filter.Term("a", "2"))))
                .isEqualTo("{'terms':{'a':['1','2']}}");
    }

    @Test
    void valuesOfSeveralFieldsAreAlternatives() {
        assertThat(json(Filter.any(new Filter.Term("a", "1"), new Filter.Term("b", "1"))))
                .isEqualTo("{'bool':{'minimum_should_match':'1',"
                        + "'should':[{'term':{'a':{'value':'1'}}},{'term':{'b':{'value':'1'}}}]}}");
    }

    @Test
    void wordsMustStandBehindEachOther() {
        assertThat(json(new Filter.Phrase("message", "opened shadow")))
                .isEqualTo("{'match_phrase':{'message':{'query':'opened shadow'}}}");
    }

    @Test
    void readyQueryIsSentAsItIs() {
        Dsl match = Dsl.of("match", "flag", true);
        Dsl query = Dsl.of("bool", "must_not", Dsl.of("bool", "should", List.of(match, Dsl.of("match_all"))));

        assertThat(json(new Filter.Foreign(Filter.Language.KQL, "", List.of(), List.of(), query)))
                .isEqualTo("{'bool':{'must_not':{'bool':{'should':[{'match':{'flag':true}},{'match_all':{}}]}}}}");
    }

    private static String json(Filter filter) {
        return JsonpUtils.toJsonString(FilterTranslator.translate(filter), new SimpleJsonpMapper())
                .replace('"', '\'');
    }
}
