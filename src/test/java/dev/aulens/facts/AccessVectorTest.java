package dev.aulens.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aulens.facts.AccessVector.Verdict;
import dev.aulens.testing.Events;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessVectorTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "avc:  denied  { read open } for  pid=1|DENIED|read open",
                "avc:  granted  {  setenforce  } for  pid=1|GRANTED|setenforce",
                "avc:  received policyload notice (seqno=2)||",
                "apparmor=\"DENIED\" operation=\"open\" name=\"/denied\"|DENIED|",
                "avc:  { read } for comm=denied||read",
                "avc:  denied  { read|DENIED|",
                "avc:  denied  { } for pid=1|DENIED|",
                "avc:  denied  {|DENIED|"
            })
    void isReadFromTheWordsAroundTheBraces(String words, Verdict verdict, String permissions) {
        AccessVector vector = AccessVector.of(
                Events.single("type=AVC msg=audit(1.000:1): " + words + "\n").first());

        assertThat(vector.verdict()).isEqualTo(verdict);
        assertThat(vector.permissions())
                .isEqualTo(permissions == null ? List.of() : List.of(permissions.split(" ", -1)));
    }
}
