package dev.aulens.query.kql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aulens.query.Filter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KqlPrinterTest {

    private static final Filter A = new Filter.Term("a", "1");
    private static final Filter B = new Filter.Term("b", "2");
    private static final Filter C = new Filter.Exists("c");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "passwd      | key : \"passwd\"",
                "a\"b        | key : \"a\\\"b\"",
                "C:\\new     | key : \"C:\\\\new\"",
                "a*b or c    | key : \"a*b or c\"",
                "null        | key : \"null\"",
            })
    void valueIsQuoted(String value, String kql) {
        assertThat(KqlPrinter.print(new Filter.Term("key", value))).isEqualTo(kql);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "cat         | name : *cat*",
                "a*b         | name : *a\\*b*",
                "a?b         | name : *a?b*",
                "x or y      | name : *x\\u0020or\\u0020y*",
                "not me      | name : *not\\u0020me*",
                "(\"{<:>}\\) | name : *\\(\\\"\\{\\<\\:\\>\\}\\\\\\)*",
                "``          | name : *",
            })
    void partOfAValueIsEscaped(String part, String kql) {
        assertThat(KqlPrinter.print(new Filter.Contains("name", part))).isEqualTo(kql);
    }

    @Test
    void controlCharactersAreWrittenAsNumbers() {
        assertThat(KqlPrinter.print(new Filter.Term("name", "a\nb"))).isEqualTo("name : \"a\\u000ab\"");
        assertThat(KqlPrinter.print(new Filter.Prefix("name", "a\tb"))).isEqualTo("name : a\\u0009b*");
    }

    @Test
    void starsOfAPatternAreStars() {
        assertThat(KqlPrinter.print(new Filter.Wildcard("node", "web-*\\?\\*"))).isEqualTo("node : web-*?\\*");
    }

    @Test
    void operatorsInsideOthersStandInParentheses() {
        assertThat(KqlPrinter.print(new Filter.And(List.of(A, new Filter.Or(List.of(B, C))))))
                .isEqualTo("a : \"1\" and (b : \"2\" or c : *)");
        assertThat(KqlPrinter.print(new Filter.Or(List.of(new Filter.And(List.of(A, B)), C))))
                .isEqualTo("(a : \"1\" and b : \"2\") or c : *");
        assertThat(KqlPrinter.print(new Filter.And(List.of(A, Filter.not(C))))).isEqualTo("a : \"1\" and (not c : *)");
        assertThat(KqlPrinter.print(Filter.not(new Filter.Or(List.of(A, B)))))
                .isEqualTo("not (a : \"1\" or b : \"2\")");
    }

    @Test
    void valuesOfOneFieldAreAList() {
        assertThat(KqlPrinter.print(new Filter.And(List.of(new Filter.Or(List.of(A, new Filter.Term("a", "3"))), B))))
                .isEqualTo("a : (\"1\" or \"3\") and b : \"2\"");
    }

    @Test
    void rangeIsOneComparisonForEachBound() {
        Filter.Bound from = new Filter.Bound("2026-11-22T00:00:00Z", true);
        Filter.Bound to = new Filter.Bound("2026-11-23T00:00:00Z", false);

        assertThat(KqlPrinter.print(new Filter.Range("@timestamp", from, null)))
                .isEqualTo("@timestamp >= \"2026-11-22T00:00:00Z\"");
        assertThat(KqlPrinter.print(new Filter.Or(List.of(new Filter.Range("@timestamp", from, to), A))))
                .isEqualTo("(@timestamp >= \"2026-11-22T00:00:00Z\" and @timestamp < \"2026-11-23T00:00:00Z\")"
                        + " or a : \"1\"");
    }

    @Test
    void everythingAndNothing() {
        assertThat(KqlPrinter.print(new Filter.Everything())).isEqualTo("*");
        assertThat(KqlPrinter.print(new Filter.Or(List.of()))).isEqualTo("not *");
    }
}
