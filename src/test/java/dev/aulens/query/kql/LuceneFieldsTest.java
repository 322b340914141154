package dev.aulens.query.kql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LuceneFieldsTest {

    private static final DataView VIEW =
            new DataView(List.of(new DataView.Field("process.name", FieldType.KEYWORD, null)));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "a:1|a",
                "process.name:1|",
                "a:1 AND (b:2 OR NOT c : 3)|a,b,c",
                "+a:1 -b:2 !c:3 &&d:4|a,b,c,d",
                "a-b:1 AND a+c:2|a-b,a+c",
                "a:(x OR y)^2|a",
                "a:\"b:c \\\" d:e\" f:1|a,f",
                "a:/b:c\\/d:e/ f:1|a,f",
                "a/b:c/ d:e|d",
                "a:[b:c TO d:e} f:1|a,f",
                "a:{\"b]\" TO d:e] f:1|a,f",
                "a:>=5 b:<3|a,b",
                "a\\:b:1 c\\ d:2|a:b,c d",
                "_exists_:a|a",
                "_exists_:process|",
                "process:x|process",
                "_exists_:a*|",
                "a*:1 a?b:2 *:* a\\*:1|",
                "a b c|",
                "a~2 b^3|",
                "a:1 a:2|a",
                ":|",
                "+:|",
                "a:\"|a",
                "a:[|a",
                "a:\\|a",
                "a:/\\|a"
            })
    void namesStandBeforeColons(String query, String names) {
        assertThat(LuceneFields.unknown(query, VIEW)).isEqualTo(names == null ? List.of() : List.of(names.split(",")));
    }
}
