package dev.aulens.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aulens.testing.Journal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTest {

    private static final String TEXT = "pid=1 uid=0 auid=1000 ses=1 msg='op=login acct=\"alice\" res=success'";
    private static final String RECORD = "type=USER_LOGIN msg=audit(1700000000.007:101): " + TEXT;

    private final Lines lines = new Lines();

    private enum Output {
        EXPORT,
        JSON;

        byte[] of(Journal journal) {
            return this == EXPORT ? journal.export() : journal.json();
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofTheAuditTransportHoldsTheRecordsThatAuditdWrites(Output output) throws IOException {
        read(output.of(new Journal()
                .audit(1112, "USER_LOGIN", 1_700_000_000_007L, 101, TEXT)
                .audit(1999, "AUDIT1999", 1_700_000_000_000L, 102, "a=b")));

        assertThat(lines.text).containsExactly(RECORD, "type=UNKNOWN[1999] msg=audit(1700000000.000:102): a=b");
    }

    @ParameterizedTest
    @EnumSource
    void keepsBytesThatAreNoText(Output output) throws IOException {
        String enriched = RECORD + '\u001d' + "UID=\"root\" \u00ff";
        read(output.of(new Journal().message("syslog", "0", "audisp-syslog", enriched)));

        assertThat(lines.text).containsExactly(enriched);
    }

    @ParameterizedTest
    @EnumSource
    void countsTheEntriesOfOtherPrograms(Output output) throws IOException {
        read(output.of(new Journal()
                .message("syslog", "0", "sshd", "Accepted publickey for alice")
                .message("kernel", "", "kernel", "audit: type=1400 audit(1700000000.007:102): a=b")
                .message("stdout", "0", "job", "two\nlines")));

        assertThat(lines.text).containsExactly("audit: type=1400 audit(1700000000.007:102): a=b");
        assertThat(lines.others).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void takesNoRecordFromAUserWhoCouldForgeIt(Output output) throws IOException {
        read(output.of(new Journal().message("syslog", "1000", "audisp-syslog", RECORD)));

        assertThat(lines.text).isEmpty();
        assertThat(lines.others).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void ofSeveralMachinesIsRefused(Output output) {
        Journal journal = new Journal().audit(1112, "USER_LOGIN", 1, 1, TEXT);
        journal.entry(Map.of("_MACHINE_ID", "2", "_TRANSPORT", "kernel", "MESSAGE", RECORD));

        assertThatThrownBy(() -> read(output.of(journal)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("several machines")
                .hasMessageNotContaining("\n");
        assertThat(lines.text).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void tellsWhereEachEntryBegins(Output output) throws IOException {
        byte[] first = output.of(new Journal().audit(1112, "USER_LOGIN", 1, 1, TEXT));
        read(output.of(new Journal().audit(1112, "USER_LOGIN", 1, 1, TEXT).audit(1112, "USER_LOGIN", 1, 2, TEXT)));

        assertThat(lines.offsets).containsExactly(0L, (long) first.length);
    }

    @Test
    void exportThatIsCutOffIsAFaultAfterAllThatStandsBefore() {
        Journal journal = new Journal().audit(1112, "USER_LOGIN", 1_700_000_000_007L, 101, TEXT);
        int whole = journal.export().length;
        byte[] export = journal.message("syslog", "0", "audisp-syslog", RECORD + '\u001d')
                .export();
        int field = new String(export, ISO_8859_1).lastIndexOf(RECORD);

        assertThatThrownBy(() -> read(Arrays.copyOf(export, field + 10)))
                .isInstanceOf(IOException.class)
                .hasMessageMatching("the journal export .* at byte \\d+");
        assertThat(whole).isLessThan(field);
        assertThat(lines.text).containsExactly(RECORD);
    }

    @Test
    void exportWithALengthThatCannotBeIsAFault() {
        String text = "__CURSOR=1\nMESSAGE\n\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u007fx\n";

        assertThatThrownBy(() -> read(text.getBytes(ISO_8859_1)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("impossible length");
    }

    @Test
    void linesThatAreNoEntriesAreHandedOn() throws IOException {
        String entry = new String(
                new Journal()
                        .audit(1112, "USER_LOGIN", 1_700_000_000_007L, 101, TEXT)
                        .json(),
                US_ASCII);
        String cut = entry.substring(0, 60);
        String leftOut = "{\"__CURSOR\":\"1\",\"_TRANSPORT\":\"audit\",\"MESSAGE\":null}";
        String foreign = "{\"a\":\"b\"}";
        read(('\u001e' + entry + cut + "\n" + leftOut + "\n" + foreign + "\n").getBytes(UTF_8));

        assertThat(lines.text).containsExactly(RECORD, cut, leftOut, foreign);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void exportWithAFieldThatIsTooLongIsAnOverlongLine(boolean binary) throws IOException {
        byte[] whole = new Journal()
                .audit(1112, "USER_LOGIN", 1_700_000_000_007L, 101, TEXT)
                .export();
        byte[] tooLong = "x".repeat(5 << 20).getBytes(US_ASCII);
        ByteArrayOutputStream export = new ByteArrayOutputStream();
        export.writeBytes(whole);
        export.writeBytes("__CURSOR=2\n_TRANSPORT=syslog\n".getBytes(US_ASCII));
        long value = (long) export.size() + "MESSAGE=".length() + (binary ? Long.BYTES : 0);
        field(export, "MESSAGE", tooLong, binary);
        export.writeBytes("_UID=0\n\n".getBytes(US_ASCII));
        export.writeBytes(whole);
        read(export.toByteArray());

        assertThat(lines.text).containsExactly(RECORD, RECORD);
        assertThat(lines.others).isZero();
        assertThat(lines.parts)
                .containsExactly(
                        new Part(1, value, 4 << 20, false),
                        new Part(2, value + (4 << 20), tooLong.length - (4 << 20), true));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void exportWithALongFieldOfNoUseIsAnEntryLikeOthers(boolean binary) throws IOException {
        ByteArrayOutputStream export = new ByteArrayOutputStream();
        export.writeBytes("__CURSOR=2\nMESSAGE=dumped\n".getBytes(US_ASCII));
        field(export, "COREDUMP", "x".repeat(5 << 20).getBytes(US_ASCII), binary);
        export.write('\n');
        read(export.toByteArray());

        assertThat(lines.others).isEqualTo(1);
        assertThat(lines.parts).isEmpty();
    }

    @Test
    void exportOfAnAuditEntryWithoutItsMessageIsALineWithWhatItHas() throws IOException {
        read("__CURSOR=1\n_TRANSPORT=audit\n_AUDIT_TYPE=1112\n_AUDIT_ID=101\n\n".getBytes(UTF_8));

        assertThat(lines.text).containsExactly("_TRANSPORT=audit _AUDIT_TYPE=1112 _AUDIT_ID=101");
        assertThat(lines.others).isZero();
    }

    private static void field(ByteArrayOutputStream export, String name, byte[] value, boolean binary) {
        export.writeBytes((name + (binary ? '\n' : '=')).getBytes(US_ASCII));
        if (binary) {
            export.writeBytes(ByteBuffer.allocate(Long.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(value.length)
                    .array());
        }
        export.writeBytes(value);
        export.write('\n');
    }

    private void read(byte[] bytes) throws IOException {
        LogInput.stream(new ByteArrayInputStream(bytes)).forEachLine(lines, count -> {});
    }

    private record Part(int number, long offset, int length, boolean last) {}

    private static final class Lines implements LineSink {

        private final List<String> text = new ArrayList<>();
        private final List<Long> offsets = new ArrayList<>();
        private final List<Part> parts = new ArrayList<>();
        private int others;

        @Override
        public void line(byte[] buffer, int from, int to, long offset) {
            text.add(new String(buffer, from, to - from, ISO_8859_1));
            offsets.add(offset);
        }

        @Override
        public void partOfOverlongLine(byte[] buffer, int from, int to, long offset, int part, boolean last) {
            parts.add(new Part(part, offset, to - from, last));
        }

        @Override
        public void otherEntry(long offset, long length) {
            others++;
        }
    }
}
