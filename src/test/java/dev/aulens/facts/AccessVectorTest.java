package dev.aulens.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aulens.event.AuditEvent;
import dev.aulens.facts.AccessVector.Verdict;
import dev.aulens.interpret.Interpreter;
import dev.aulens.testing.Events;
import java.util.List;
import org.junit.jupiter.api.Test;
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

    @Test
    void areThoseOfAnEventsVectorsInTheirOrder() {
        AuditEvent event = Events.single("""
                type=AVC msg=audit(1.000:1): avc:  granted  { read } for  pid=1
                type=SYSCALL msg=audit(1.000:1): syscall=2 success=yes pid=1
                type=USER_AVC msg=audit(1.000:1): pid=1 msg='avc:  denied  { start } for  exe="/x"'
                """);

        List<AccessVector> vectors = AccessVector.allOf(event.records());

        assertThat(vectors).extracting(AccessVector::verdict).containsExactly(Verdict.GRANTED, Verdict.DENIED);
        assertThat(vectors)
                .extracting(AccessVector::record)
                .containsExactly(event.records().get(0), event.records().get(2));
    }

    /** The facts' reader takes them in the order of the records: each decision has its own record's contexts. */
    @Test
    void thatWereReadBeforeGiveTheSameFacts() {
        AuditEvent event = Events.single("""
                type=AVC msg=audit(1.000:1): avc:  denied  { read } for  pid=1 scontext=a:a:a:s0 tcontext=b:b:b:s0 tclass=file
                type=USER_AVC msg=audit(1.000:1): pid=1 uid=0 auid=0 ses=1 subj=c:c:c:s0 msg='avc:  granted  { start } for  tcontext=d:d:d:s0 tclass=service exe="/x"'
                type=AVC msg=audit(1.000:1): avc:  granted  { write } for  pid=2 scontext=e:e:e:s0 tcontext=f:f:f:s0 tclass=dir
                """);
        FactsReader reader = new FactsReader(Interpreter.load());

        EventFacts facts = reader.read(event, AccessVector.allOf(event.records()));

        assertThat(facts).isEqualTo(reader.read(event));
        assertThat(facts.decisions())
                .containsExactly(
                        new Decision("a:a:a:s0", "read", "file", "b:b:b:s0", Verdict.DENIED),
                        new Decision("c:c:c:s0", "start", "service", "d:d:d:s0", Verdict.GRANTED),
                        new Decision("e:e:e:s0", "write", "dir", "f:f:f:s0", Verdict.GRANTED));
    }
}
