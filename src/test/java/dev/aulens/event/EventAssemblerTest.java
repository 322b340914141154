package dev.aulens.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aulens.record.AuditRecord;
import dev.aulens.record.EventId;
import dev.aulens.record.RecordParser;
import dev.aulens.record.RecordTypes;
import dev.aulens.source.LogInputs;
import dev.aulens.testing.Corpus;
import dev.aulens.testing.RecordLines;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventAssemblerTest {

    private final List<String> events = new ArrayList<>();
    private final EventAssembler assembler = new EventAssembler(event -> events.add(text(event)));
    private final RecordParser parser = new RecordParser(RecordTypes.load(), ZoneOffset.UTC);

    @Test
    void joinsInterleavedRecords() {
        accept("1.000:1 SYSCALL", "1.000:2 SYSCALL", "1.000:1 CWD", "1.000:2 CWD", "1.000:1 EOE");
        assembler.flush();

        assertThat(events).containsExactly("1.000:1 SYSCALL CWD EOE", "1.000:2 SYSCALL CWD");
    }

    @Test
    void waitsTwoSecondsOfTheLogsTime() {
        accept("1.000:1 SYSCALL", "2.999:2 SYSCALL", "1.000:1 CWD", "3.000:3 SYSCALL");

        assertThat(events).containsExactly("1.000:1 SYSCALL CWD");
    }

    @Test
    void completesEventsWhoseRecordsHaveStoppedComing() {
        assembler.tick(100);
        accept("1.000:1 SYSCALL", "1.000:2 SYSCALL");
        assembler.tick(200);
        accept("1.000:1 CWD");

        assembler.completeUntouchedSince(99);
        assertThat(events).isEmpty();
        assembler.completeUntouchedSince(100);
        assertThat(events).containsExactly("1.000:2 SYSCALL");
        assembler.completeUntouchedSince(200);
        assertThat(events).containsExactly("1.000:2 SYSCALL", "1.000:1 SYSCALL CWD");
        assertThat(waitingRecords()).isZero();
    }

    @Test
    void beginsAnotherEventWhenARecordComesAfterThat() {
        accept("1.000:1 SYSCALL");
        assembler.completeUntouchedSince(0);
        accept("1.000:1 CWD");
        assembler.flush();

        assertThat(events).containsExactly("1.000:1 SYSCALL", "1.000:1 CWD");
    }

    @Test
    void showsTheRecordsThatWait() {
        accept("1.000:1 SYSCALL", "1.000:2 SYSCALL", "1.000:1 CWD");
        List<String> waiting = new ArrayList<>();
        assembler.forEachWaiting(record -> waiting.add(record.type().name()));

        assertThat(waiting).containsExactly("SYSCALL", "CWD", "SYSCALL");
    }

    @Test
    void makesAnotherEventOfRecordsThatComeLater() {
        accept("1.000:1 SYSCALL", "9.000:2 SYSCALL", "1.000:1 CWD");
        assembler.flush();

        assertThat(events).containsExactly("1.000:1 SYSCALL", "1.000:1 CWD", "9.000:2 SYSCALL");
    }

    @Test
    void keepsEqualSerialsOfTwoNodesApart() {
        accept("a 1.000:1 SYSCALL", "b 1.000:1 SYSCALL", "a 1.000:1 CWD", "b 1.000:1 CWD");
        assembler.flush();

        assertThat(events).containsExactly("a 1.000:1 SYSCALL CWD", "b 1.000:1 SYSCALL CWD");
    }

    @Test
    void keepsEqualSerialsOfTwoTimesApart() {
        accept("1.000:1 SYSCALL", "1.001:1 SYSCALL");
        assembler.flush();

        assertThat(events).containsExactly("1.000:1 SYSCALL", "1.001:1 SYSCALL");
    }

    @Test
    void isNotHurriedByAClockThatWasSetBack() {
        accept("100.000:1 SYSCALL", "1.000:2 SYSCALL", "100.000:1 CWD");
        assembler.flush();

        assertThat(events).containsExactly("1.000:2 SYSCALL", "100.000:1 SYSCALL CWD");
    }

    @Test
    void handsOnTheEarliestFirst() {
        accept("1.001:2 SYSCALL", "1.000:1 SYSCALL", "1.000:3 USER_AUTH", "9.000:4 SYSCALL");

        assertThat(events).containsExactly("1.000:1 SYSCALL", "1.000:3 USER_AUTH", "1.001:2 SYSCALL");
    }

    @Test
    void whatAProgramWritesWaitsForNothingButItsTurn() {
        accept("1.000:1 USER_AUTH", "1.000:2 SYSCALL");
        assertThat(events).containsExactly("1.000:1 USER_AUTH");

        accept("1.000:3 USER_AUTH", "1.000:4 SYSCALL");
        assertThat(events).containsExactly("1.000:1 USER_AUTH");
    }

    @Test
    void tellsWhichEventsAreOvertaken() {
        List<Overtaken> overtaken = new ArrayList<>();
        EventAssembler order = new EventAssembler(event -> overtaken.add(event.overtaken()));
        for (String record : List.of("DAEMON_START 1.579:7", "SYSCALL 1.578:1", "SYSCALL 1.578:2", "SYSCALL 1.580:3")) {
            String[] words = record.split(" ", -1);
            byte[] line = ("type=" + words[0] + " msg=audit(" + words[1] + "): op=x").getBytes(UTF_8);
            order.accept((AuditRecord) parser.parse(line, 0, line.length, AuditRecord.Origin.NONE));
        }
        order.flush();

        EventId daemon = new EventId(null, 1_579, 7);
        assertThat(overtaken).containsExactly(null, new Overtaken(daemon, 0), new Overtaken(daemon, 1), null);
    }

    @Test
    void eventsOfAClockThatWasSetBackAreNotOvertaken() {
        List<Overtaken> overtaken = new ArrayList<>();
        EventAssembler order = new EventAssembler(event -> overtaken.add(event.overtaken()));
        for (String time : List.of("9.001:1", "7.000:2", "7.001:3")) {
            byte[] line = ("type=USER_AUTH msg=audit(" + time + "): op=x").getBytes(UTF_8);
            order.accept((AuditRecord) parser.parse(line, 0, line.length, AuditRecord.Origin.NONE));
        }
        order.flush();

        assertThat(overtaken).containsExactly(null, null, new Overtaken(new EventId(null, 9_001, 1), 0));
    }

    @Test
    void eventsAreNotOvertakenByThoseOfAnotherInput() {
        List<Overtaken> overtaken = new ArrayList<>();
        EventAssembler order = new EventAssembler(event -> overtaken.add(event.overtaken()));
        for (String time : List.of("9.000:7", "1.000:1")) {
            byte[] line = ("type=SYSCALL msg=audit(" + time + "): op=x").getBytes(UTF_8);
            order.beginInput();
            order.accept((AuditRecord) parser.parse(line, 0, line.length, AuditRecord.Origin.NONE));
            order.flush();
        }

        assertThat(overtaken).containsExactly(null, null);
    }

    @Test
    void boundsTheEventsThatWait() {
        for (int i = 0; i <= EventAssembler.MOST_WAITING; i++) {
            accept("1.000:" + i + " SYSCALL");
        }

        assertThat(events).containsExactly("1.000:0 SYSCALL");
    }

    @Test
    void boundsTheBytesThatWait() {
        byte[] line = ("type=EXECVE msg=audit(1.000:1): a0=" + "41".repeat(1 << 20)).getBytes(UTF_8);
        long most = EventAssembler.MOST_BYTES / line.length + 1;
        for (int i = 0; i < most; i++) {
            assembler.accept((AuditRecord) parser.parse(line, 0, line.length, AuditRecord.Origin.NONE));
        }

        assertThat(events).hasSize(1);
        assertThat(waitingRecords()).isZero();
    }

    @Nested
    class Printed {

        @Test
        void recordsComeInTheKernelsOrder() {
            accept("----", "1.000:1 PROCTITLE", "1.000:1 SYSCALL", "1.000:1 AVC", "----", "1.000:2 USER_AUTH");
            assembler.flush();

            assertThat(events).containsExactly("1.000:1 AVC SYSCALL PROCTITLE", "1.000:2 USER_AUTH");
        }

        @Test
        void recordsThatSayNothingOfTheirOrderAreReversedToo() {
            accept("----", "1.000:1 SYSCALL", "1.000:1 MAC_STATUS", "----");

            assembler.flush();
            assertThat(events).containsExactly("1.000:1 MAC_STATUS SYSCALL");
        }

        @Test
        void recordsThatStandInTheKernelsOrderKeepIt() {
            accept("----", "1.000:1 SYSCALL", "1.000:1 CWD", "1.000:1 PROCTITLE");
            assembler.flush();

            assertThat(events).containsExactly("1.000:1 SYSCALL CWD PROCTITLE");
        }

        @Test
        void eventsInTwoBlocksAreJoinedInTheOrderOfTheBlocks() {
            accept("----", "1.000:1 LOGIN", "----", "1.000:1 PROCTITLE", "1.000:1 SYSCALL");
            assembler.flush();

            assertThat(events).containsExactly("1.000:1 LOGIN SYSCALL PROCTITLE");
        }

        @Test
        void eventsThatWerePrintedTwiceStandOnce() {
            accept("----", "1.000:1 AVC", "1.000:1 AVC", "----", "1.000:1 AVC", "1.000:1 AVC");
            assembler.flush();

            assertThat(events).containsExactly("1.000:1 AVC AVC");
        }

        @Test
        void blocksEndWithTheirEvent() {
            accept("----", "1.000:1 PROCTITLE", "1.000:1 SYSCALL", "2.000:2 SYSCALL", "2.000:2 MAC_STATUS");
            assembler.flush();

            assertThat(events).containsExactly("1.000:1 SYSCALL PROCTITLE", "2.000:2 SYSCALL MAC_STATUS");
        }

        @Test
        void eventsAreToldByTheirRecordsWhereTheLinesBetweenThemAreLost() {
            accept("1.000:1 PROCTITLE", "1.000:1 SYSCALL", "1.000:2 EOE", "1.000:2 CWD", "1.000:2 SYSCALL");
            accept("1.000:3 CWD", "1.000:3 SYSCALL");
            assembler.flush();

            assertThat(events)
                    .containsExactly("1.000:1 SYSCALL PROCTITLE", "1.000:2 SYSCALL CWD EOE", "1.000:3 CWD SYSCALL");
        }

        @Test
        void blocksAreBounded() {
            byte[] line = ("type=EXECVE msg=audit(1.000:1): a0=" + "41".repeat(1 << 20)).getBytes(UTF_8);
            assembler.separator();
            for (int i = 0; i < 20; i++) {
                assembler.accept((AuditRecord) parser.parse(line, 0, line.length, AuditRecord.Origin.NONE));
            }

            assertThat(waitingRecords()).isLessThan(10);
        }
    }

    static List<Path> corpus() {
        return Corpus.all();
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void findsEveryIdOfALog(Path log) throws Exception {
        Set<EventId> found = new HashSet<>();
        EventAssembler all = new EventAssembler(event -> found.add(event.id()));
        LogInputs.of(List.of(log.toString()), InputStream.nullInputStream())
                .iterator()
                .next()
                .forEachLine(RecordLines.into(parser, all::accept), bytes -> {});
        all.flush();

        assertThat(found).hasSize(RecordLines.distinctIds(log));
    }

    private void accept(String... records) {
        for (String record : records) {
            if (record.equals("----")) {
                assembler.separator();
                continue;
            }
            String[] words = record.split(" ", -1);
            String node = words.length > 2 ? "node=" + words[0] + " " : "";
            byte[] line = (node + "type=" + words[words.length - 1] + " msg=audit(" + words[words.length - 2]
                            + "): a=b")
                    .getBytes(UTF_8);
            assembler.accept((AuditRecord) parser.parse(line, 0, line.length, AuditRecord.Origin.NONE));
        }
    }

    private static String text(AuditEvent event) {
        StringBuilder text = new StringBuilder(event.id().toString());
        event.records().forEach(record -> text.append(' ').append(record.type()));
        return text.toString();
    }

    private int waitingRecords() {
        List<AuditRecord> waiting = new ArrayList<>();
        assembler.forEachWaiting(waiting::add);
        return waiting.size();
    }
}
