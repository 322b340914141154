package dev.aulens.interpret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aulens.event.AuditEvent;
import dev.aulens.record.AuditRecord;
import dev.aulens.record.RecordParser;
import dev.aulens.record.RecordTypes;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PrintedCopiesTest {

    private static final String RAW_CALL =
            "type=SYSCALL msg=audit(1700000000.123:5): arch=c000003e syscall=257 success=no exit=-2 a0=ffffff9c"
                    + " a1=7ffc a2=80000 items=1 pid=7 auid=1000 uid=0 ses=3 comm=\"cat\" exe=\"/bin/cat\" key=\"k\"";
    private static final String PRINTED_CALL =
            "type=SYSCALL msg=audit(11/14/23 22:13:20.123:5) : arch=x86_64 syscall=openat success=no"
                    + " exit=ENOENT(No such file or directory) a0=AT_FDCWD a1=0x7ffc a2=O_RDONLY|O_CLOEXEC items=1"
                    + " pid=7 auid=alice uid=root ses=3 comm=cat exe=/bin/cat key=k ";
    private static final String RAW_PATH =
            "type=PATH msg=audit(1700000000.123:5): item=0 name=612062 inode=9 mode=0100644 ouid=0 nametype=NORMAL cap_fp=0";
    private static final String PRINTED_PATH =
            "type=PATH msg=audit(11/14/23 22:13:20.123:5) : item=0 name=a b inode=9 mode=file,644 ouid=root"
                    + " nametype=NORMAL cap_fp=none ";
    private static final String ANOTHER_PATH = PRINTED_PATH.replace("item=0", "item=1");

    private final PrintedCopies copies = new PrintedCopies();

    @Test
    void giveWayToTheRawRecordsWhicheverCameFirst() {
        assertThat(left(RAW_CALL, RAW_PATH, PRINTED_PATH, PRINTED_CALL)).containsExactly(RAW_CALL, RAW_PATH);
        assertThat(left(PRINTED_CALL, PRINTED_PATH, RAW_CALL, RAW_PATH)).containsExactly(RAW_CALL, RAW_PATH);
    }

    @Test
    void giveWayWhateverTheWordsOfAnAddressAre() {
        String raw = "type=SOCKADDR msg=audit(1700000000.123:5): saddr=020001BB5DB8D8220000000000000000";
        String printed = "type=SOCKADDR msg=audit(11/14/23 22:13:20.123:5) : saddr={ saddr_fam=inet"
                + " laddr=93.184.216.34 lport=443 } ";

        assertThat(left(raw, printed)).containsExactly(raw);
    }

    @Test
    void stayWhereNoRawRecordSaysTheSame() {
        assertThat(left(RAW_CALL, PRINTED_CALL, PRINTED_PATH)).containsExactly(RAW_CALL, PRINTED_PATH);
        assertThat(left(RAW_PATH, PRINTED_PATH, ANOTHER_PATH)).containsExactly(RAW_PATH, ANOTHER_PATH);
    }

    @Test
    void stayWhereTheyAreAlone() {
        assertThat(left(PRINTED_CALL, PRINTED_PATH)).containsExactly(PRINTED_CALL, PRINTED_PATH);
    }

    private List<String> left(String... lines) {
        RecordParser parser = new RecordParser(RecordTypes.load(), ZoneOffset.UTC);
        List<AuditRecord> records = Stream.of(lines)
                .map(line -> line.getBytes(UTF_8))
                .map(line -> (AuditRecord) parser.parse(line, 0, line.length, AuditRecord.Origin.NONE))
                .toList();
        return copies.withoutPrinted(new AuditEvent(records.get(0).id(), records)).records().stream()
                .map(AuditRecord::toString)
                .toList();
    }
}
