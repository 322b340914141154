package dev.aulens.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What records seem to say at first sight, and do not. */
class HonestDocumentsTest {

    private static final String CWD = "type=CWD " + Documents.ID + "cwd=\"/srv\"";

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
            JsonNode document = Documents.only("type=" + type + " " + Documents.ID + body);

            assertThat(document.at("/event/type").toString()).contains('"' + eventType + '"');
            assertThat(document.at("/message").asText().contains("was denied"))
                    .isEqualTo(eventType.equals("denied") && !type.equals("SECCOMP"));
        }

        @Test
        void namesOfAppArmorAreNoPermissions() {
            JsonNode document = Documents.only(
                    "type=AVC " + Documents.ID
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
        JsonNode document = Documents.only("type=USER_AUTH " + Documents.ID
                + "pid=1 uid=0 auid=1000 ses=1 msg='op=PAM:authentication acct=\"root\" exe=\"/usr/bin/su\" " + host
                + " res=success'");

        assertThat(document.at("/source/address").asText("(none)")).isEqualTo(address);
        assertThat(document.at("/auditd/data/hostname").isMissingNode()).isFalse();
    }

    @Test
    void recordOfATypeThatIsNotKnownHidesNoCall() {
        JsonNode document = Documents.only(
                Documents.CALL.formatted(59, "yes", 0),
                "type=UNKNOWN[1999] " + Documents.ID + "subj_apparmor=unconfined",
                CWD);

        assertThat(document.at("/event/action").asText()).isEqualTo("executed");
    }

    @Test
    void callThatFailedDidNothingToTheParent() {
        JsonNode document = Documents.only(
                Documents.CALL.formatted(87, "no", -2),
                CWD,
                "type=PATH " + Documents.ID
                        + "item=0 name=\".git/\" inode=1 dev=fd:00 mode=040755 ouid=0 ogid=0 nametype=PARENT");

        assertThat(document.at("/file").isMissingNode()).isTrue();
        assertThat(document.at("/auditd/path/parent/0").asText()).isEqualTo("/srv/.git");
    }

    @Test
    void titleOfACallThatExecutedNothingIsItsCallers() {
        JsonNode document = Documents.only(
                Documents.CALL.formatted(59, "no", -13), "type=PROCTITLE " + Documents.ID + "proctitle=\"bash\"");

        assertThat(document.at("/process/args").isMissingNode()).isTrue();
        assertThat(document.at("/process/title").asText()).isEqualTo("bash");
    }

    @Test
    void workingDirectoryInThePlaceOfADescriptorsIsDoubted() {
        JsonNode document = Documents.only(
                Documents.CALL.formatted(263, "yes", 0),
                CWD,
                "type=PATH " + Documents.ID
                        + "item=0 name=\"/srv\" inode=1 dev=fd:00 mode=040755 ouid=0 ogid=0 nametype=PARENT",
                "type=PATH " + Documents.ID
                        + "item=1 name=\"a\" inode=2 dev=fd:00 mode=0100644 ouid=0 ogid=0 nametype=DELETE");

        assertThat(document.at("/file/path").asText()).isEqualTo("/srv/a");
        assertThat(document.at("/auditd/warnings").toString())
                .contains("may be below another directory than the working directory");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
            ANOM_LOGIN_FAILURES | op=pam_faillock suid=1001 | 1001 | -
            RESP_ACCT_LOCK      | op=pam_faillock suid=1001 | 1001 | -
            CRYPTO_KEY_USER     | op=destroy kind=session fp=? direction=both spid=9 suid=74 | - | 74
            """)
    void savedIdOfAProgramsRecordIsNotItsProcesss(String type, String words, String target, String kept) {
        JsonNode document =
                Documents.only("type=" + type + " " + Documents.ID + "pid=1 uid=0 auid=4294967295 ses=4294967295 msg='"
                        + words + " exe=\"/usr/sbin/x\" hostname=? addr=? terminal=? res=success'");

        assertThat(document.at("/auditd/user/saved").isMissingNode()).isTrue();
        assertThat(Documents.text(document, "/user/target/id")).isEqualTo(target);
        assertThat(Documents.text(document, "/auditd/extra/suid")).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
            INTEGRITY_DATA | op=appraise_data cause=invalid-hash comm="x" name="/usr/bin/x" dev="d" ino=1 res=0 | /usr/bin/x | - | -
            INTEGRITY_PCR  | op=open_writers cause=ToMToU comm="x" name="/var/x" dev="d" ino=1 res=1 | /var/x | - | -
            INTEGRITY_RULE | file="/usr/bin/x" hash="sha256:aa" comm="x" exe="/x" | /usr/bin/x | sha256 | aa
            INTEGRITY_RULE | file="/usr/bin/x" hash="sha512:bb" comm="x" exe="/x" | /usr/bin/x | sha512 | bb
            INTEGRITY_RULE | file="/usr/bin/x" hash="sha1:cc" comm="x" exe="/x" | /usr/bin/x | sha1 | cc
            INTEGRITY_RULE | file="/usr/bin/x" hash="wp512:dd" comm="x" exe="/x" | /usr/bin/x | - | -
            KERN_MODULE    | name="ext4" | - | - | -
            """)
    void fileThatTheKernelMeasuresIsTheFile(String type, String body, String path, String algorithm, String digest) {
        JsonNode file =
                Documents.only("type=" + type + " " + Documents.ID + body).path("file");

        assertThat(Documents.text(file, "/path")).isEqualTo(path);
        assertThat(file.path("hash").size()).isEqualTo(algorithm == null ? 0 : 1);
        assertThat(algorithm == null ? null : Documents.text(file, "/hash/" + algorithm))
                .isEqualTo(digest);
    }
}
