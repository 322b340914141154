package dev.aulens.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aulens.record.AuditRecord;
import dev.aulens.record.RecordParser;
import dev.aulens.record.RecordTypes;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventCopiesTest {

    private static final String SYSCALL = "type=SYSCALL msg=audit(1.002:3): arch=c000003e syscall=2";
    private static final String CWD = "type=CWD msg=audit(1.002:3): cwd=\"/\"";
    private static final String PATH = "type=PATH msg=audit(1.002:3): item=0 name=\"x\"";

    private final RecordParser parser = new RecordParser(RecordTypes.load(), ZoneOffset.UTC);
    private final List<AuditRecord> records = new ArrayList<>();

    @Test
    void recordsOfOneInputStayAsTheyAre() {
        read("/log", 0, CWD, CWD, SYSCALL);

        AuditEvent event = new AuditEvent(records.get(0).id(), records);

        assertThat(EventCopies.merge(event)).isSameAs(event);
    }

    @Test
    void anInputThatWasReadTwiceCountsOnce() {
        read("/log", 0, SYSCALL, CWD, CWD);
        read("/log", 0, SYSCALL, CWD, CWD);

        assertThat(merged()).containsExactly(SYSCALL, CWD, CWD);
    }

    @Test
    void recordsOfOverlappingCopiesCountOnce() {
        read("/copy", 0, CWD, PATH);
        read("/log", 0, SYSCALL, CWD);

        assertThat(merged()).containsExactly(SYSCALL, CWD, PATH);
    }

    @Test
    void aLineThatStandsTwiceInACopyStandsTwice() {
        read("/copy", 0, CWD, CWD);
        read("/log", 0, CWD);

        assertThat(merged()).containsExactly(CWD, CWD);
    }

    @Test
    void aCopyBehindItsEventInOneInputCountsOnce() {
        read("/log", 0, SYSCALL, CWD, PATH, SYSCALL, CWD, PATH);

        assertThat(merged()).containsExactly(SYSCALL, CWD, PATH);
    }

    @Test
    void aProgramsRecordThatComesAgainIsACopy() {
        String login = "type=USER_LOGIN msg=audit(1.002:3): pid=1 uid=0 msg='op=login res=success'";
        String other = login.replace("success", "failed");
        read("/log", 0, login, login, other);

        assertThat(merged()).containsExactly(login, other);
    }

    @Test
    void anotherCallOfTheSameIdIsNoCopy() {
        String other = SYSCALL.replace("syscall=2", "syscall=3");
        read("/log", 0, SYSCALL, CWD, other, CWD);

        assertThat(merged()).containsExactly(SYSCALL, CWD, other, CWD);
    }

    @Test
    void aLineThatWasReadWhileItWasWrittenIsTheWholeOne() {
        read("/early", 0, SYSCALL, PATH.substring(0, PATH.length() - 5));
        read("/log", 0, SYSCALL, PATH, CWD);

        assertThat(merged()).containsExactly(SYSCALL, PATH, CWD);
    }

    /** A journal's entry has one place, but may hold several records. */
    @Test
    void recordsOfOnePlaceAreCopiesOnlyIfTheyAreTheSame() {
        read("/journal", 7, SYSCALL);
        read("/journal", 7, CWD);
        read("/journal", 7, CWD);

        assertThat(merged()).containsExactly(SYSCALL, CWD);
    }

    @Test
    void partsOfOlderRotatedFilesComeFirst() {
        read("/audit.log.9", 0, PATH);
        read("/audit.log.10", 0, CWD);

        assertThat(merged()).containsExactly(CWD, PATH);
    }

    @Test
    void linesInReversedOrderStayReversed() {
        long offset = 500;
        for (String line : List.of(SYSCALL, CWD, PATH)) {
            read("/log", offset, line);
            offset -= 100;
        }

        assertThat(merged()).containsExactly(SYSCALL, CWD, PATH);
    }

    @Test
    void namesOfRotatedFilesAreOrderedByNumber() {
        List<String> names = new ArrayList<>(
                List.of("audit.log", "audit.log.2", "audit.log.10.gz", "audit.log.1", "audit.log.9", "audit.log.010"));

        names.sort(new SourceOrder());

        assertThat(names)
                .containsExactly(
                        "audit.log.10.gz", "audit.log.010", "audit.log.9", "audit.log.2", "audit.log.1", "audit.log");
    }

    private void read(String source, long offset, String... lines) {
        long at = offset;
        for (String line : lines) {
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            records.add((AuditRecord) parser.parse(bytes, 0, bytes.length, new AuditRecord.Origin(source, at)));
            at += bytes.length + 1;
        }
    }

    private List<String> merged() {
        AuditEvent event = new AuditEvent(records.get(0).id(), records);
        return EventCopies.merge(event).records().stream()
                .map(AuditRecord::toString)
                .toList();
    }
}
