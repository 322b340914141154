package dev.aulens.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SearchedTextsTest {

    @Test
    void textsAreFoundButNumbersAndWhatMustNotBeThere() {
        Filter filter = new Filter.And(List.of(
                new Filter.Contains("auditd.key", "passwd"),
                new Filter.Or(
                        List.of(new Filter.Phrase("message", "deleted"), new Filter.Term("process.name", "passwd"))),
                new Filter.Term("process.pid", "4711"),
                new Filter.Term("auditd.result", "success"),
                new Filter.Contains("process.name", "x"),
                Filter.not(new Filter.Term("process.name", "cron"))));

        assertThat(SearchedTexts.in(filter)).containsExactly("passwd", "deleted");
    }
}
