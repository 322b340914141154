package dev.aulens.event;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aulens.record.AuditRecord;
import dev.aulens.record.RecordParser;
import dev.aulens.record.RecordTypes;
import dev.aulens.testing.AuditTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events come in the order, and in the parts, in which the real ausearch prints them, however mixed the log is. */
class EventOrderTest {

    private static final int LINES = 400;
    private static final long START = 1_700_000_000_000L;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void isAusearchs(long seed) throws IOException {
        List<String> log = log(new Random(seed));
        Path file = folder.resolve("audit.log");
        Files.write(file, log);

        assertThat(printed(log)).isEqualTo(ausearch(file));
    }

    /** Records of a clock that stands, goes on, jumps and is set back; calls whose records others interrupt. */
    private static List<String> log(Random random) {
        List<String> lines = new ArrayList<>();
        List<String> open = new ArrayList<>();
        long millis = START;
        String lastProgram = "";
        for (int serial = 1; lines.size() < LINES; serial++) {
            millis += switch (random.nextInt(12)) {
                case 0 -> -random.nextInt(6_000);
                case 1 -> random.nextInt(4_000);
                case 2, 3 -> 0;
                default -> random.nextInt(300);
            };
            String id = "audit(" + millis / 1000 + "." + String.format("%03d", millis % 1000) + ":" + serial + "):";
            if (random.nextInt(4) == 0 && !id.equals(lastProgram)) {
                String type = random.nextBoolean() ? "USER_AUTH" : "DAEMON_ROTATE";
                lines.add("type=" + type + " msg=" + id + " pid=1 uid=0 auid=0 ses=1 op=x");
                lastProgram = id;
            } else {
                lines.add("type=SYSCALL msg=" + id + " arch=c000003e syscall=2 success=yes exit=0 a0=1 a1=2 a2=3 a3=4");
                open.add(id);
            }
            while (!open.isEmpty() && random.nextInt(3) > 0) {
                String call = open.remove(random.nextInt(open.size()));
                lines.add("type=CWD msg=" + call + " cwd=\"/\"");
            }
        }
        return lines;
    }

    private static List<String> printed(List<String> log) {
        List<String> events = new ArrayList<>();
        EventAssembler assembler = new EventAssembler(event -> {
            events.add("----");
            event.records().forEach(record -> events.add(record.toString()));
        });
        RecordParser parser = new RecordParser(RecordTypes.load(), ZoneOffset.UTC);
        for (String line : log) {
            byte[] bytes = line.getBytes(ISO_8859_1);
            assembler.accept((AuditRecord) parser.parse(bytes, 0, bytes.length, AuditRecord.Origin.NONE));
        }
        assembler.flush();
        return events;
    }

    /** ausearch prints the last record first, below a line with the time. */
    private static List<String> ausearch(Path log) {
        List<String> events = new ArrayList<>();
        String output = AuditTool.AUSEARCH
                .run(List.of("-if", log.toString(), "-m", "ALL"))
                .output();
        for (String line : output.split("\n", -1)) {
            if (line.equals("----")) {
                events.add(line);
            } else if (!line.isEmpty() && !line.startsWith("time->")) {
                events.add(events.lastIndexOf("----") + 1, line);
            }
        }
        return events;
    }
}
