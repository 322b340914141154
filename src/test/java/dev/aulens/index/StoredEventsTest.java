package dev.aulens.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aulens.index.StoredEvents.Stored;
import dev.aulens.record.AuditRecord;
import dev.aulens.record.EventId;
import dev.aulens.record.RecordParser;
import dev.aulens.record.RecordTypes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoredEventsTest {

    private static final String SYSCALL = "type=SYSCALL msg=audit(1.002:3): arch=c000003e syscall=2";
    private static final String CWD = "type=CWD msg=audit(1.002:3): cwd=\"/\"";
    private static final String PATH = "type=PATH msg=audit(1.002:3): item=0 name=\"x\uF7FF\"";

    private final StoredEvents events = new StoredEvents(new RecordParser(RecordTypes.load(), ZoneOffset.UTC));

    @Test
    void joinInTheOrderOfOneInputWhicheverPartIsThere() {
        Stored early = stored("/log", 0, SYSCALL);
        Stored late = stored("/log", 500, CWD);

        assertThat(joined(early, late)).containsExactly(SYSCALL, CWD);
        assertThat(joined(late, early)).containsExactly(SYSCALL, CWD);
    }

    @Test
    void joinTheRecordThatTheKernelWritesFirstBeforeOthersOfAnotherInput() {
        Stored first = stored("/a", 900, SYSCALL);
        Stored second = stored("/b", 0, CWD);

        assertThat(joined(first, second)).containsExactly(SYSCALL, CWD);
        assertThat(joined(second, first)).containsExactly(SYSCALL, CWD);
    }

    @Test
    void joinTheOlderRotatedFileBeforeTheNewer() {
        Stored older = stored("/audit.log.1", 900, CWD);
        Stored newer = stored("/audit.log", 0, PATH);

        assertThat(joined(older, newer)).containsExactly(CWD, PATH);
        assertThat(joined(newer, older)).containsExactly(CWD, PATH);
    }

    @Test
    void joinARecordThatBothHaveOnce() {
        assertThat(joined(stored("/log", 0, SYSCALL, CWD), stored("/log", 9, CWD, PATH)))
                .containsExactly(SYSCALL, CWD, PATH);
    }

    @Test
    void joinARecordThatStandsTwiceInAPartTwice() {
        assertThat(joined(stored("/log", 0, SYSCALL, CWD), stored("/log", 9, CWD, CWD)))
                .containsExactly(SYSCALL, CWD, CWD);
    }

    @Test
    void joinRawRecordsWithoutTheirPrintedCopiesAndUnderTheDocumentsIdWhateverTheDateIs() {
        String printed = "type=CWD msg=audit(02/01/70 09:00:01.002:3) : cwd=/ ";
        String printedCall = "type=SYSCALL msg=audit(02/01/70 09:00:01.002:3) : arch=x86_64 syscall=open ";
        Stored raw = stored("/log", 0, SYSCALL, CWD);
        Stored copy = stored("/printed", 0, printedCall, printed);

        assertThat(joined(raw, copy)).containsExactly(SYSCALL, CWD);
        assertThat(joined(copy, raw)).containsExactly(SYSCALL, CWD);
        assertThat(raw.holdsJust(events.join(raw, copy))).isTrue();
        assertThat(events.join(copy, stored("/log", 0, PATH)).id()).isEqualTo(raw.id());
        assertThat(joined(copy, stored("/log", 0, PATH))).containsExactly(printedCall, printed, PATH);
    }

    @Test
    void holdAllOfAPartOnlyWithEveryRecordOfIt() {
        assertThat(stored("/a", 0, SYSCALL, CWD).holdsAllOf(stored("/b", 0, CWD)))
                .isTrue();
        assertThat(stored("/a", 0, SYSCALL, CWD).holdsAllOf(stored("/b", 0, CWD, CWD)))
                .isFalse();
        assertThat(stored("/a", 0, SYSCALL).holdsAllOf(stored("/b", 0, CWD))).isFalse();
        assertThat(stored("/a", 0, CWD).holdsAllOf(stored("/b", 0, CWD.substring(0, CWD.length() - 2))))
                .isTrue();
    }

    private List<String> joined(Stored inIndex, Stored late) {
        return events.join(inIndex, late).records().stream()
                .map(record -> dev.aulens.record.ReversibleUtf8.decode(record.line(), 0, record.line().length))
                .toList();
    }

    @Test
    void areReadWithoutChangingHowTheDatesOfALogAreRead() {
        RecordParser parser = new RecordParser(RecordTypes.load(), ZoneOffset.UTC);
        StoredEvents reader = new StoredEvents(parser);
        String document = "type=CWD msg=audit(01/02/26 10:00:00.000:1) : cwd=/ ";
        AuditRecord dayFirst = parse(parser, "type=CWD msg=audit(25/02/26 10:00:00.000:1) : cwd=/ ");

        reader.join(stored("/elsewhere", 0, document), stored("/elsewhere", 90, CWD));
        AuditRecord next = parse(parser, "type=CWD msg=audit(03/04/26 10:00:00.000:2) : cwd=/ ");

        assertThat(dayFirst.id().millis()).isEqualTo(millis("2026-02-25T10:00:00Z"));
        assertThat(next.id().millis()).isEqualTo(millis("2026-04-03T10:00:00Z"));
    }

    private static AuditRecord parse(RecordParser parser, String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        return (AuditRecord) parser.parse(bytes, 0, bytes.length, new AuditRecord.Origin("/log", 0));
    }

    private static long millis(String time) {
        return Instant.parse(time).toEpochMilli();
    }

    private static Stored stored(String source, long offset, String... lines) {
        return new Stored(new EventId(null, 1_002, 3), List.of(lines), new AuditRecord.Origin(source, offset), null);
    }
}
