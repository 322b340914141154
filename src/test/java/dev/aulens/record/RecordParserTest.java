package dev.aulens.record;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordParserTest {

    private static final RecordTypes TYPES = RecordTypes.load();
    private final RecordParser parser = new RecordParser(TYPES, ZoneOffset.UTC);

    @Nested
    class Lines {

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "\t", "\r"})
        void withoutContentAreBlank(String line) {
            assertThat(parse(line)).isInstanceOf(ParsedLine.Blank.class);
        }

        @ParameterizedTest
        @ValueSource(strings = {"----", "---- ", "----\r", "time->Tue Nov 14 22:13:20 2023"})
        void betweenEventsAreSeparators(String line) {
            assertThat(parse(line)).isInstanceOf(ParsedLine.Separator.class);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "garbage",
                    "-----",
                    "type=UNKNOWN[1329] msg=?",
                    "msg=audit(1.000:1): a=b",
                    "type=LOGIN msg=audit(1571145421.379:659",
                    "type=LOGIN msg=audit(): a=b",
                    "type=LOGIN msg=audit(x.379:659): a=b",
                    "type=LOGIN msg=audit(1.1234:1): more than milliseconds",
                    "type=LOGIN msg=audit(1.123:4294967296): beyond 32 bits",
                    "type=LOGIN msg=audit(99999999999999.123:1): beyond the calendar",
                    "type=LOGIN msg=audit(03-26-25 14:04:05.965:860) : order of the date unknown",
                    "\0\u0001\u0002"
                })
        void thatAreNoRecordAreMalformed(String line) {
            assertThat(parse(line)).isInstanceOf(ParsedLine.Malformed.class);
        }

        @Test
        void keepTheirBytesWhateverTheyAre() {
            byte[] line =
                    "type=CWD msg=audit(1.002:3): cwd=\"\u00e9".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);

            ParsedLine parsed = parser.parse(line, 0, line.length, AuditRecord.Origin.NONE);

            assertThat(parsed)
                    .asInstanceOf(type(AuditRecord.class))
                    .extracting(AuditRecord::line)
                    .isEqualTo(line);
        }
    }

    @Nested
    class Ids {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "type=SYSCALL msg=audit(1700000000.123:101): a=1|1700000000123|101",
                    "type=SYSCALL msg=audit(1700000000.1:101): a=1|1700000000001|101",
                    "type=SYSCALL msg=audit(1700000000:101): a=1|1700000000000|101",
                    "type=SYSCALL msg=audit(1700000000.123): a=1|1700000000123|0",
                    "type=SYSCALL msg=audit(1700000000.123:4294967295): a=1|1700000000123|4294967295",
                    "type=1300 audit(1700000000.123:101): a=1|1700000000123|101",
                    "type=SYSCALLmsg=audit(1700000000.123:101):|1700000000123|101",
                    "type=CWD msg=audit(03/26/25 14:04:05.965:860) : cwd=/|1742997845965|860",
                    "type=CWD msg=audit(03/26/2025 14:04:05.965:860) : cwd=/|1742997845965|860",
                    "type=CWD msg=audit(26.03.2025 14:04:05.965:860) : cwd=/|1742997845965|860",
                    "type=CWD msg=audit(2025年03月26日 14:04:05.965:860) : cwd=/|1742997845965|860"
                })
        void areTimeAndSerial(String line, long millis, long serial) {
            assertThat(record(line).id()).isEqualTo(new EventId(null, millis, serial));
        }

        @Test
        void ofInterpretedRecordsAreLocalTimes() {
            RecordParser local = new RecordParser(TYPES, ZoneId.of("Europe/Moscow"));
            byte[] line = "type=CWD msg=audit(26.03.2025 16:04:05.965:860) : cwd=/".getBytes(UTF_8);

            ParsedLine parsed = local.parse(line, 0, line.length, AuditRecord.Origin.NONE);

            assertThat(parsed)
                    .asInstanceOf(type(AuditRecord.class))
                    .extracting(record -> record.id().millis())
                    .isEqualTo(1742994245965L);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "node=web1 type=CWD msg=audit(1.002:3): cwd=\"/\"|web1",
                    "host=dhcppc2 type=AVC msg=audit(1.002:3): avc:  denied|dhcppc2",
                    "Nov 25 11:45:01 myhost audispd: node=other type=CWD msg=audit(1.002:3): cwd=\"/\"|other"
                })
        void nameTheNodeThatTheLineNames(String line, String node) {
            assertThat(record(line).id().node()).isEqualTo(node);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "type=CWD msg=audit(1.002:3): cwd=\"/\"",
                    "[   78.562461] audit: type=1006 audit(1.002:3): pid=396",
                    "Nov 25 11:45:01 kernel: audit: type=1400 audit(1.002:3): a=b",
                    "Nov 25 11:45:01 myhost kernel: [1.2] audit: type=1400 audit(1.002:3): a=b",
                    "<14><192.168.0.1>Jun 23 12:17:57 ROCKY2 audisp-syslog[673]: type=CWD msg=audit(1.002:3): a=b",
                    "<14>1 2026-11-22T08:00:00Z web2 audit 1 - - type=CWD msg=audit(1.002:3): a=b",
                    "<14>2013-10-11T00:00:01.750529+00:00 fuk-ge audispd: type=CWD msg=audit(1.002:3): a=b"
                })
        void nameNoNodeWhereOnlyASyslogHeaderNamesAHostOrNothingDoes(String line) {
            assertThat(record(line).id().node()).isNull();
        }

        @Test
        void nameTheGivenHostWhereTheLineNamesNone() {
            RecordParser named = new RecordParser(TYPES, ZoneOffset.UTC, "db1");
            byte[] line = "type=CWD msg=audit(1.002:3): cwd=\"/\"".getBytes(UTF_8);

            assertThat(named.parse(line, 0, line.length, AuditRecord.Origin.NONE))
                    .asInstanceOf(type(AuditRecord.class))
                    .extracting(record -> record.id().node())
                    .isEqualTo("db1");
        }
    }

    @Nested
    class Types {

        @ParameterizedTest
        @CsvSource({
            "SYSCALL,SYSCALL,1300",
            "syscall,SYSCALL,1300",
            "1300,SYSCALL,1300",
            "UNKNOWN[1300],SYSCALL,1300",
            "UNKNOWN[1999],UNKNOWN[1999],1999",
            "FOO,FOO,-1",
            "UNKNOWN[x],UNKNOWN[x],-1"
        })
        void areNamesOrNumbers(String written, String name, int number) {
            AuditRecord record = record("type=" + written + " msg=audit(1.002:3): a=b");

            assertThat(record.type()).isEqualTo(new RecordType(name, number));
        }
    }

    @Nested
    class Fields {

        @Test
        void comeInTheOrderOfTheLine() {
            AuditRecord record =
                    record("type=SYSCALL msg=audit(1.002:3): arch=c000003e syscall=2 comm=\"a b\" key=(null)");

            assertThat(fields(record)).containsExactly("arch=c000003e", "syscall=2", "comm=\"a b\"", "key=(null)");
        }

        @Test
        void insideTheMessageOfUserSpaceCountAsTheRecordsOwn() {
            AuditRecord record = record("type=USER_LOGIN msg=audit(1.002:3): pid=1 uid=0"
                    + " msg='op=login acct=\"al ice\" exe=\"/usr/sbin/sshd\" hostname=? res=success'");

            assertThat(fields(record))
                    .containsExactly(
                            "pid=1",
                            "uid=0",
                            "op=login",
                            "acct=\"al ice\"",
                            "exe=\"/usr/sbin/sshd\"",
                            "hostname=?",
                            "res=success");
        }

        @Test
        void ofOldPamRecordsLosePunctuation() {
            AuditRecord record = record(
                    "type=USER_ACCT msg=audit(1.002:3): user pid=1 uid=0 auid=0 msg='PAM: accounting"
                            + " acct=root : exe=\"/usr/sbin/crond\" (hostname=?, addr=1.2.3.4, terminal=cron res=success)'");

            assertThat(fields(record))
                    .containsExactly(
                            "pid=1",
                            "uid=0",
                            "auid=0",
                            "acct=root",
                            "exe=\"/usr/sbin/crond\"",
                            "hostname=?",
                            "addr=1.2.3.4",
                            "terminal=cron",
                            "res=success");
        }

        @Test
        void keepParenthesesThatTheyBeginWith() {
            AuditRecord record = record("type=SYSCALL msg=audit(1.002:3): tty=(none) key=(null)");

            assertThat(fields(record)).containsExactly("tty=(none)", "key=(null)");
        }

        @Test
        void withoutClosingQuoteEndAtTheNextBlank() {
            AuditRecord record = record("type=CWD msg=audit(1.002:3): cwd=\"/a b");

            assertThat(fields(record)).containsExactly("cwd=\"/a");
        }

        @Test
        void ofInterpretedRecordsMayHoldBlanks() {
            AuditRecord record =
                    record("type=PATH msg=audit(03/26/25 14:04:05.965:860) : name=/tmp/a b inode=5 mode=file,644 ");

            assertThat(record.interpreted()).isTrue();
            assertThat(fields(record)).containsExactly("name=/tmp/a b", "inode=5", "mode=file,644");
        }

        @Test
        void ofAnInterpretedTitleReachToTheEndOfTheLine() {
            AuditRecord record =
                    record("type=PROCTITLE msg=audit(03/26/25 14:04:05.965:860) : proctitle=dd if=/dev/zero of=x ");

            assertThat(fields(record)).containsExactly("proctitle=dd if=/dev/zero of=x");
        }

        @ParameterizedTest
        @ValueSource(strings = {"\u001d", "", " ", "#035", " \u001d"})
        void endWhereTheEnrichedNamesBegin(String separator) {
            AuditRecord record = record(
                    "type=PATH msg=audit(1.002:3): ouid=0 cap_frootid=0" + separator + "OUID=\"root\" OGID=\"al ice\"");

            assertThat(fields(record)).containsExactly("ouid=0", "cap_frootid=0");
            assertThat(record.isEnriched()).isTrue();
            assertThat(record.enriched("OUID")).isEqualTo("root");
            assertThat(record.enriched("OGID")).isEqualTo("al ice");
            assertThat(record.enriched("AUID")).isNull();
        }

        @Test
        void keepAKeyApartFromTheNamesGluedToIt() {
            AuditRecord record =
                    record("type=SYSCALL msg=audit(1.002:3): key=\"autofs\"ARCH=x86_64 SYSCALL=openat AUID=\"user\"");

            assertThat(record.get("key")).isEqualTo("autofs");
            assertThat(record.enriched("SYSCALL")).isEqualTo("openat");
        }

        @Test
        void inHexAreDecoded() {
            AuditRecord record = record("type=SYSCALL msg=audit(1.002:3): uid=1000\u001dARCH=x86_64 SYSCALL=openat"
                    + " AUID=6DC3BC6C6C6572 UID=616C69636520736D697468");

            assertThat(record.enriched("AUID")).isEqualTo("m\u00fcller");
            assertThat(record.enriched("UID")).isEqualTo("alice smith");
            assertThat(record.enriched("SYSCALL")).isEqualTo("openat");
        }

        @Test
        void ofAStructuredAddressReachToItsBrace() {
            AuditRecord record = record("type=SOCKADDR msg=audit(1.002:3): saddr=0200\u001dSADDR={ saddr_fam=inet"
                    + " laddr=10.0.0.1 lport=53 }");

            assertThat(record.enriched("SADDR")).isEqualTo("{ saddr_fam=inet laddr=10.0.0.1 lport=53 }");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "\"a b\"|a b",
                    "612062|a b",
                    "(null)|(null)",
                    "abc|abc",
                    "xyz|xyz",
                    "C3A9|é",
                    "\"616263\"|616263"
                })
        void decodeAsTheKernelEncodes(String written, String meant) {
            assertThat(record("type=CWD msg=audit(1.002:3): cwd=" + written).getDecoded("cwd"))
                    .isEqualTo(meant);
        }

        @Test
        void mayBeMoreThanAnyBufferExpects() {
            StringBuilder line = new StringBuilder("type=EXECVE msg=audit(1.002:3): argc=20000");
            for (int i = 0; i < 20_000; i++) {
                line.append(" a").append(i).append("=\"x\"");
            }

            AuditRecord record = record(line.toString());

            assertThat(record.fieldCount()).isEqualTo(20_001);
            assertThat(record.get("a19999")).isEqualTo("x");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void neverThrowsOnDamagedLines(long seed) {
        Random random = new Random(seed);
        byte[] good = ("node=n type=SYSCALL msg=audit(1700000000.123:101): arch=c000003e a0=1 comm=\"x\" msg='op=a"
                        + " res=success'\u001dARCH=x86_64 AUID=\"alice\" SADDR={ a=b }")
                .getBytes(UTF_8);
        for (int round = 0; round < 20_000; round++) {
            byte[] line = good.clone();
            for (int change = random.nextInt(4); change >= 0; change--) {
                line[random.nextInt(line.length)] = (byte) random.nextInt(256);
            }
            int from = random.nextInt(line.length);
            int to = from + random.nextInt(line.length - from);

            ParsedLine parsed = parser.parse(line, from, to, AuditRecord.Origin.NONE);

            if (parsed instanceof AuditRecord record) {
                int length = record.line().length;
                assertThat(record.line()).isEqualTo(Arrays.copyOfRange(line, from, from + length));
                assertThat(new String(line, from + length, to - from - length, ISO_8859_1))
                        .isIn("", "\r", "\u001d", "\u001d\r");
                fields(record);
            }
        }
    }

    private ParsedLine parse(String line) {
        byte[] bytes = line.getBytes(UTF_8);
        return parser.parse(bytes, 0, bytes.length, AuditRecord.Origin.NONE);
    }

    private AuditRecord record(String line) {
        ParsedLine parsed = parse(line);
        assertThat(parsed).as(line).isInstanceOf(AuditRecord.class);
        return (AuditRecord) parsed;
    }

    private static List<String> fields(AuditRecord record) {
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < record.fieldCount(); i++) {
            fields.add(record.name(i) + "=" + record.raw(i));
        }
        return fields;
    }
}
