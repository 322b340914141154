package dev.aulens.query.kql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aulens.query.Dsl;
import dev.aulens.query.Filter;
import dev.aulens.query.Filter.Language;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LucenePrinterTest {

    private static final Filter A = new Filter.Term("a", "1");
    private static final Filter B = new Filter.Exists("b");

    static Stream<Arguments> filters() {
        Filter.Bound low = new Filter.Bound("1", true);
        Filter.Bound high = new Filter.Bound("2", false);
        return Stream.of(
                Arguments.of(new Filter.Everything(), "*:*"),
                Arguments.of(new Filter.Or(List.of()), "*:* AND NOT *:*"),
                Arguments.of(new Filter.Term("a", "x\"y\\z"), "a:\"x\\\"y\\\\z\""),
                Arguments.of(new Filter.Phrase("message", "a b"), "message:\"a b\""),
                Arguments.of(new Filter.Contains("a", "x y/z*"), "a:*x\\ y\\/z\\**"),
                Arguments.of(new Filter.Contains("a", ""), "_exists_:a"),
                Arguments.of(new Filter.Prefix("a", " OR"), "a:\\ OR*"),
                Arguments.of(new Filter.Wildcard("a", "w?b*\\?"), "a:w?b*\\?"),
                Arguments.of(new Filter.Range("a", low, high), "a:[\"1\" TO \"2\"}"),
                Arguments.of(new Filter.Range("a", null, high), "a:[* TO \"2\"}"),
                Arguments.of(
                        new Filter.Or(List.of(A, new Filter.And(List.of(A, B)))),
                        "a:\"1\" OR (a:\"1\" AND _exists_:b)"),
                Arguments.of(new Filter.And(List.of(A, Filter.not(B))), "a:\"1\" AND (*:* AND NOT _exists_:b)"));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void filterIsSaidInLucene(Filter filter, String lucene) {
        assertThat(LucenePrinter.print(filter)).isEqualTo(lucene);
    }

    @Test
    void eachLanguageHasItsLimits() {
        Filter kql = new Filter.Foreign(Language.KQL, "a:1", List.of(), List.of(), Dsl.of("match_all"));
        Filter lucene = new Filter.Foreign(Language.LUCENE, "a:1", List.of(), List.of(), Dsl.of("match_all"));

        assertThat(Sayable.in(Filter.all(A, B))).containsExactly(Language.KQL, Language.LUCENE);
        assertThat(Sayable.in(new Filter.Wildcard("a", "x*\\?"))).contains(Language.KQL);
        assertThat(Sayable.in(Filter.not(new Filter.Wildcard("a", "x?")))).containsExactly(Language.LUCENE);
        assertThat(Sayable.in(new Filter.Prefix("a", " x"))).containsExactly(Language.LUCENE);
        assertThat(Sayable.in(Filter.all(A, kql))).containsExactly(Language.KQL);
        assertThat(Sayable.in(Filter.all(A, lucene))).containsExactly(Language.LUCENE);
        assertThat(Sayable.in(Filter.any(kql, lucene))).isEmpty();
        assertThat(KqlPrinter.print(Filter.all(A, kql))).isEqualTo("a : \"1\" and (a:1)");
        assertThat(LucenePrinter.print(Filter.all(A, lucene))).isEqualTo("a:\"1\" AND (a:1)");
    }
}
