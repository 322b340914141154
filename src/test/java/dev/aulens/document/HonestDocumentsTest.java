package dev.aulens.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What records seem to say at first sight, and do not. */
class HonestDocumentsTest {

    private static final String ID = "msg=audit(1700000000.123:7): ";
    private static final String CALL =
            "type=SYSCALL " + ID + "arch=c000003e syscall=%d success=%s exit=%d a0=4 a1=7f a2=0"
                    + " a3=0 items=1 ppid=1 pid=2 auid=0 uid=0 gid=0 euid=0 suid=0 fsuid=0 egid=0 sgid=0 fsgid=0 tty=(none) ses=4"
                    + " comm=\"bash\" exe=\"/usr/bin/bash\" key=(null)";
    private static final String CWD = "type=CWD " + ID + "cwd=\"/srv\"";

    @Nested
    class Decisions {

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                AVC      | apparmor="DENIED" operation="capable" profile="/x" pid=1 comm="granted" capability=21 | denied
                AVC      | apparmor="DENIED" operation="open" profile="/{,usr/}sbin/dhclient" name="/x" pid=1 comm="d" requested_mask="r" denied_mask="r" | denied
                AVC      | apparmor="ALLOWED" operation="open" profile="/x" name="/y" pid=1 comm="d" requested_mask="r" denied_mask="r" | allowed
                AVC      | apparmor="STATUS" operation="profile_load" profile="unconfined" name="/usr/bin/man" pid=1 comm="apparmor_parser" | info
                USER_AVC | pid=1 uid=0 auid=4294967295 ses=4294967295 msg='avc:  received policyload notice (seqno=2) exe="/usr/lib/systemd/systemd" sauid=0 hostname=? addr=? terminal=?' | info
                USER_AVC | pid=1 uid=0 auid=4294967295 ses=4294967295 msg='avc:  denied  { start } for auid=0 uid=0 gid=0 scontext=a:b:c:s0 tcontext=a:b:c:s0 tclass=service' | denied
                AVC      | avc:  granted  { load_policy } for  pid=1 comm="x" scontext=a:b:c:s0 tcontext=a:b:c:s0 tclass=security | allowed
                SECCOMP  | auid=1 uid=1 gid=1 ses=1 pid=2 comm="snap" exe="/snap" sig=0 arch=c000003e syscall=314 compat=0 ip=0x7f code=0x7ffc0000 | allowed
                SECCOMP  | auid=1 uid=1 gid=1 ses=1 pid=2 comm="snap" exe="/snap" sig=31 arch=c000003e syscall=314 compat=0 ip=0x7f code=0x80000000 | denied
                """)
        void areThoseOfTheRecordsOwnWords(String type, String body, String eventType) {
            JsonNode document = Documents.only("type=" + type + " " + ID + body);

            assertThat(document.at("/event/type").toString()).contains('"' + eventType + '"');
            assertThat(document.at("/message").asText().contains("was denied"))
                    .isEqualTo(eventType.equals("denied") && !type.equals("SECCOMP"));
        }

        @Test
        void namesOfAppArmorAreNoPermissions() {
            JsonNode document = Documents.only(
                    "type=AVC " + ID
                            + "apparmor=\"ALLOWED\" operation=\"open\" profile=\"/{,usr/}sbin/dhclient\" comm=\"d\" denied_mask=\"r\"");

            assertThat(document.at("/auditd/data/seperms").isMissingNode()).isTrue();
            assertThat(document.at("/auditd/data/seresult").isMissingNode()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "hostname=web1 addr=? terminal=pts/0, (none)",
        "hostname=web1 addr=? terminal=/dev/tty1, (none)",
        "hostname=client addr=? terminal=ssh, client",
        "hostname=client addr=192.0.2.7 terminal=ssh, 192.0.2.7"
    })
    void nameOfTheMachineItselfIsNoSource(String host, String address) {
        JsonNode document = Documents.only("type=USER_AUTH " + ID
                + "pid=1 uid=0 auid=1000 ses=1 msg='op=PAM:authentication acct=\"root\" exe=\"/usr/bin/su\" " + host
                + " res=success'");

        assertThat(document.at("/source/address").asText("(none)")).isEqualTo(address);
        assertThat(document.at("/auditd/data/hostname").isMissingNode()).isFalse();
    }

    @Test
    void recordOfATypeThatIsNotKnownHidesNoCall() {
        JsonNode document = Documents.only(
                CALL.formatted(59, "yes", 0), "type=UNKNOWN[1999] " + ID + "subj_apparmor=unconfined", CWD);

        assertThat(document.at("/event/action").asText()).isEqualTo("executed");
    }

    @Test
    void callThatFailedDidNothingToTheParent() {
        JsonNode document = Documents.only(
                CALL.formatted(87, "no", -2),
                CWD,
                "type=PATH " + ID
                        + "item=0 name=\".git/\" inode=1 dev=fd:00 mode=040755 ouid=0 ogid=0 nametype=PARENT");

        assertThat(document.at("/file").isMissingNode()).isTrue();
        assertThat(document.at("/auditd/path/parent/0").asText()).isEqualTo("/srv/.git");
    }

    @Test
    void titleOfACallThatExecutedNothingIsItsCallers() {
        JsonNode document =
                Documents.only(CALL.formatted(59, "no", -13), "type=PROCTITLE " + ID + "proctitle=\"bash\"");

        assertThat(document.at("/process/args").isMissingNode()).isTrue();
        assertThat(document.at("/process/title").asText()).isEqualTo("bash");
    }

    @Test
    void workingDirectoryInThePlaceOfADescriptorsIsDoubted() {
        JsonNode document = Documents.only(
                CALL.formatted(263, "yes", 0),
                CWD,
                "type=PATH " + ID + "item=0 name=\"/srv\" inode=1 dev=fd:00 mode=040755 ouid=0 ogid=0 nametype=PARENT",
                "type=PATH " + ID + "item=1 name=\"a\" inode=2 dev=fd:00 mode=0100644 ouid=0 ogid=0 nametype=DELETE");

        assertThat(document.at("/file/path").asText()).isEqualTo("/srv/a");
        assertThat(document.at("/auditd/warnings").toString())
                .contains("may be below another directory than the working directory");
    }
}
