package dev.aulens.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aulens.event.AuditEvent;
import dev.aulens.interpret.Identities;
import dev.aulens.testing.Corpus;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DocumentWriterTest {

    private static final String CALL = "type=SYSCALL msg=audit(1700000000.123:7): arch=c000003e syscall=257 success=yes"
            + " exit=3 a0=ffffff9c a1=7f a2=0 a3=0 items=1 ppid=1 pid=2 auid=1500 uid=1500 gid=1500 euid=0 suid=0"
            + " fsuid=0 egid=1500 sgid=1500 fsgid=1500 tty=(none) ses=4 comm=\"cat\" exe=\"/usr/bin/cat\" key=\"k\"";

    @Test
    void namesThatNoRecordHasAreResolvedAndKept() {
        List<AuditEvent> events = Documents.events(Corpus.edgeCases().resolve("08_unlinkat_relative.log"));
        JsonNode document = Documents.documents(events, new DocumentWriter(new OneUser(1000, "alice")))
                .get(0);

        assertThat(document.at("/user/name").asText()).isEqualTo("alice");
        assertThat(document.at("/file/owner").asText()).isEqualTo("alice");
        assertThat(document.at("/auditd/resolved").toString())
                .isEqualTo("{\"user\":{\"1000\":\"alice\"},\"group\":{\"1000\":\"alice\"}}");
    }

    @Test
    void namesOfAllNumbersThatASearchMayPrintAreKept() {
        List<AuditEvent> events = Documents.events(
                "type=SYSCALL msg=audit(1700000000.123:7): arch=c000003e syscall=105 success=yes exit=0 a0=3e8 a1=0 a2=0"
                        + " a3=0 items=0 ppid=1 pid=2 auid=0 uid=0 gid=0 euid=0 suid=0 fsuid=0 egid=0 sgid=0 fsgid=0"
                        + " tty=(none) ses=4 comm=\"su\" exe=\"/bin/su\" key=(null)",
                "type=OBJ_PID msg=audit(1700000000.123:7): opid=9 oauid=1000 ouid=0 oses=1 ocomm=\"x\"",
                "type=ADD_GROUP msg=audit(1700000001.123:8): pid=1 uid=0 auid=0 ses=1 msg='op=add-group id=1000 exe=\"/x\""
                        + " res=success'");
        List<JsonNode> documents = Documents.documents(events, new DocumentWriter(new OneUser(1000, "alice")));

        assertThat(documents.get(0).at("/auditd/resolved").toString()).isEqualTo("{\"user\":{\"1000\":\"alice\"}}");
        assertThat(documents.get(0).at("/auditd/interpreted/a0").asText()).isEqualTo("alice");
        assertThat(documents.get(1).at("/auditd/resolved/group/1000").asText()).isEqualTo("alice");
    }

    /** ausearch finds names behind the byte 0x1D only, so a search that prints what it prints asks for those known here. */
    @Test
    void namesBehindALostSeparatorCountAndThoseKnownHereAreKeptBesideThem() {
        JsonNode document = Documents.documents(
                        Documents.events("type=USER_AUTH msg=audit(1700000000.123:7): pid=1 uid=0 auid=1000 ses=1"
                                + " msg='op=x acct=\"a\" exe=\"/x\" res=success'UID=\"root\" AUID=\"carol\""),
                        new DocumentWriter(new OneUser(1000, "alice")))
                .get(0);

        assertThat(document.at("/user/name").asText()).isEqualTo("carol");
        assertThat(document.at("/auditd/resolved").toString()).isEqualTo("{\"user\":{\"1000\":\"alice\"}}");
    }

    @Test
    void theLoginOfAnOldKernelHasItsNewUserAndSession() {
        JsonNode document =
                Documents.only("type=LOGIN msg=audit(1700000000.123:7): login pid=1 uid=0 old auid=4294967295"
                        + " new auid=7 old ses=4294967295 new ses=60");

        assertThat(document.at("/auditd/user/audit/id").asText()).isEqualTo("7");
        assertThat(document.at("/auditd/session").asText()).isEqualTo("60");
    }

    @Test
    void rootAndUnsetAreNotResolved() {
        JsonNode document = Documents.only(
                "type=LOGIN msg=audit(1700000000.123:7): pid=1 uid=0 old-auid=4294967295 auid=0 old-ses=4294967295 ses=1 res=1");

        assertThat(document.at("/user/name").asText()).isEqualTo("root");
        assertThat(document.at("/auditd/resolved").isMissingNode()).isTrue();
    }

    @Test
    void searchesFindTheIdsOfTheRecord() {
        JsonNode document = Documents.only(CALL);

        assertThat(document.at("/user/id").asText()).isEqualTo("1500");
        assertThat(document.at("/user/effective/id").asText()).isEqualTo("0");
        assertThat(document.at("/auditd/user/audit/id").asText()).isEqualTo("1500");
        assertThat(document.at("/auditd/user/saved/id").asText()).isEqualTo("0");
        assertThat(document.at("/auditd/user/saved/group").isMissingNode()).isTrue();
        assertThat(document.at("/process/pid").asLong()).isEqualTo(2);
        assertThat(document.at("/process/parent/pid").asLong()).isEqualTo(1);
    }

    @Test
    void theSameEventGivesTheSameBytes() {
        List<AuditEvent> events = Documents.events(Corpus.debian12RawNode());
        DocumentWriter reused = new DocumentWriter();
        for (AuditEvent event : events) {
            reused.write(event);
        }
        for (AuditEvent event : events.subList(0, Math.min(200, events.size()))) {
            assertThat(reused.write(event).json())
                    .isEqualTo(new DocumentWriter().write(event).json());
        }
    }

    @Test
    void aValueTooLongForAnIndexIsCutWithAMark() {
        JsonNode document = Documents.only(CALL.replace("comm=\"cat\"", "comm=\"" + "x".repeat(100_000) + "\""));

        String name = document.at("/process/name").asText();
        assertThat(name).hasSize(DocumentJson.LONGEST).endsWith("x... [cut]");
        assertThat(document.at("/event/original").asText()).hasSizeGreaterThan(100_000);
        assertThat(Mapping.read().faults(document)).isEmpty();
    }

    @Test
    void manyArgumentsAreCutAndMarked() {
        StringBuilder execve = new StringBuilder("type=EXECVE msg=audit(1700000000.123:7): argc=44000");
        for (int i = 0; i < 44_000; i++) {
            execve.append(" a").append(i).append("=\"argument\"");
        }
        JsonNode document = Documents.only(CALL.replace("syscall=257", "syscall=59"), execve.toString());

        assertThat(document.at("/process/args")).hasSize(Arguments.MOST);
        assertThat(document.at("/process/args_count").asLong()).isEqualTo(44_000);
        assertThat(document.at("/auditd/args_truncated").asBoolean()).isTrue();
    }

    @Test
    void missingArgumentsAreMarked() {
        JsonNode document = Documents.only(
                CALL.replace("syscall=257", "syscall=59"),
                "type=EXECVE msg=audit(1700000000.123:7): argc=6 a0=\"a\" a3=\"d\"");

        assertThat(texts(document.at("/process/args")))
                .containsExactly("a", "[2 arguments missing]", "d", "[2 arguments missing]");
        assertThat(document.at("/auditd/args_truncated").asBoolean()).isTrue();
    }

    @Test
    void anExecutionWithoutItsArgumentsHasThoseOfTheTitle() {
        JsonNode document = Documents.only(
                CALL.replace("syscall=257", "syscall=59"),
                "type=PROCTITLE msg=audit(1700000000.123:7): proctitle=6C73002D6C");

        assertThat(texts(document.at("/process/args"))).containsExactly("ls", "-l");
        assertThat(document.at("/auditd/warnings/0").asText()).contains("PROCTITLE");
    }

    @Test
    void manyUnknownFieldsDoNotGrowTheMapping() {
        StringBuilder record =
                new StringBuilder("type=USER msg=audit(1700000000.123:7): pid=1 uid=0 auid=0 ses=1 msg='");
        for (int i = 0; i < 5_000; i++) {
            record.append("name").append(i).append("=v ");
        }
        JsonNode document = Documents.only(record.append('\'').toString());

        assertThat(document.at("/auditd/extra")).hasSize(DataFields.MOST_EXTRA);
        assertThat(document.at("/auditd/warnings")).hasSize(1);
        assertThat(Mapping.read().faults(document)).isEmpty();
    }

    @Test
    void numbersThatAreNoneAreLeftOut() {
        JsonNode document = Documents.only(CALL.replace("pid=2", "pid=99999999999999999999"));

        assertThat(document.at("/process/pid").isMissingNode()).isTrue();
        assertThat(Mapping.read().faults(document)).isEmpty();
    }

    @Test
    void anAccessVectorDoesNotContradictItsCall() {
        JsonNode document = Documents.only(
                CALL,
                "type=AVC msg=audit(1700000000.123:7): avc:  denied  { read } for  pid=2 comm=\"cat\""
                        + " scontext=a:b:c:s0 tcontext=d:e:f:s0 tclass=file permissive=1");

        assertThat(document.at("/auditd/result").asText()).isEqualTo("success");
        assertThat(texts(document.at("/event/type"))).containsExactly("allowed", "access");
    }

    @Test
    void aCallThatGoesOnIsNeitherSuccessNorFailure() {
        String connect = CALL.replace("syscall=257 success=yes exit=3", "syscall=42 success=no exit=-115");
        JsonNode document = Documents.only(connect);

        assertThat(document.at("/auditd/result").asText()).isEqualTo("fail");
        assertThat(document.at("/event/outcome").asText()).isEqualTo("unknown");
    }

    @Test
    void aPathRelativeToADescriptorIsNotGuessed() {
        JsonNode document = Documents.only(
                CALL.replace("a0=ffffff9c", "a0=5"),
                "type=CWD msg=audit(1700000000.123:7): cwd=\"/home\"",
                "type=PATH msg=audit(1700000000.123:7): item=0 name=\"x\" inode=1 dev=1:1 mode=0100644 ouid=0 ogid=0"
                        + " rdev=00:00 nametype=NORMAL");

        assertThat(document.at("/file/path").asText()).isEqualTo("x");
        assertThat(document.at("/auditd/path/accessed").isMissingNode()).isTrue();
        assertThat(texts(document.at("/auditd/path/relative"))).containsExactly("x");
        assertThat(document.at("/auditd/warnings/0").asText()).contains("relative to a directory");
    }

    @Test
    void interpretedTextGivesTheSameNumbersWhereItCan() {
        JsonNode document = Documents.of(Corpus.fieldReports().resolve("delete-monitor.zh_CN.interpreted")).stream()
                .filter(each -> each.at("/auditd/data/exit").asText().equals("ENOTEMPTY"))
                .findFirst()
                .orElseThrow();

        assertThat(document.at("/auditd/data/exit_code").asLong()).isEqualTo(-39);
        assertThat(document.at("/auditd/data/syscall_number").asLong()).isEqualTo(263);
        assertThat(document.at("/auditd/data/arch").asText()).isEqualTo("x86_64");
        assertThat(document.at("/user/id").asText()).isEqualTo("0");
        assertThat(document.at("/auditd/user/audit/id").asText()).isEqualTo("4294967295");
        assertThat(document.at("/auditd/session").asText()).isEqualTo("4294967295");
        assertThat(document.at("/auditd/data/a0").asText()).isEqualTo("ffffffffffffff9c");
        assertThat(texts(document.at("/auditd/key"))).containsExactly("wiserun");
    }

    @Test
    void interpretedTextSaysWhatItCannotSay() {
        JsonNode document = Documents.of(Corpus.fieldReports().resolve("autofs.ru_RU.interpreted"))
                .get(0);

        assertThat(document.at("/user/id").isMissingNode()).isTrue();
        assertThat(document.at("/user/name").asText()).isEqualTo("user");
        assertThat(document.at("/file/mode").asText()).isEqualTo("0644");
        assertThat(document.at("/file/type").asText()).isEqualTo("file");
        assertThat(document.at("/process/title").asText()).isEqualTo("cat /etc/autofs.conf");
        assertThat(document.at("/auditd/interpreted/a0").asText()).isEqualTo("AT_FDCWD");
        assertThat(texts(document.at("/auditd/warnings")))
                .containsExactly(
                        "the text has names of users or groups without their numbers",
                        "the text has arguments of the system call in words");
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.asText()));
        return texts;
    }

    /** Knows one user and one group of that name. */
    private record OneUser(long number, String name) implements Identities {

        @Override
        public @Nullable String user(long uid) {
            return uid == number ? name : null;
        }

        @Override
        public @Nullable String group(long gid) {
            return user(gid);
        }
    }
}
