package dev.aulens.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aulens.interpret.Identities;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

    @Nested
    class Users {

        private static final Identities NAMES = new Identities() {
            @Override
            public @Nullable String user(long uid) {
                return uid == 1000 ? "alice" : uid == 1001 ? "bob" : null;
            }

            @Override
            public @Nullable String group(long gid) {
                return user(gid);
            }
        };

        /** Each user is written as {@code id/name}, with - for what the document does not have. */
        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
                USER_AUTH   | auid=1000       uid=0    | acct="root"              | 1000/alice | -/root    | -/root    | 0/root
                USER_AUTH   | auid=1000       uid=1000 | acct="root"              | 1000/alice | -/root    | -/root    | 1000/alice
                USER_AUTH   | auid=4294967295 uid=0    | acct="bob"               | -/bob      | -/bob     | -/bob     | 0/root
                USER_START  | auid=0          uid=0    | acct="root"              | 0/root     | -/root    | -/root    | 0/root
                USER_LOGIN  | auid=1000       uid=0    | id=1000                  | 1000/alice | 1000/alice | 1000/alice | 0/root
                USER_LOGIN  | auid=4294967295 uid=0    | acct="(unknown)"         | -/(unknown) | -/(unknown) | -/(unknown) | 0/root
                CRED_DISP   | auid=4294967295 uid=0    | acct="?"                 | 0/root     | -         | -         | 0/root
                USER_MGMT   | auid=1000       uid=0    | id=1001                  | 1000/alice | 0/root    | 1001/bob  | 0/root
                USER_MGMT   | auid=4294967295 uid=0    | id=1001                  | 0/root     | 0/root    | 1001/bob  | 0/root
                USER_CHAUTHTOK | auid=1000    uid=0    | acct="bob"               | 1000/alice | 0/root    | -/bob     | 0/root
                ADD_USER    | auid=1000       uid=0    | id=1001                  | 1000/alice | 0/root    | 1001/bob  | 0/root
                DEL_USER    | auid=1000       uid=0    | id=4294967295            | 1000/alice | 0/root    | -         | 0/root
                GRP_AUTH    | auid=1000       uid=1000 | id=1000                  | 1000/alice | 1000/alice | 1000/alice | 1000/alice
                ANOM_LOGIN_FAILURES | auid=4294967295 uid=0 | acct="bob"          | -/bob      | -/bob     | -/bob     | 0/root
                ROLE_ASSIGN | auid=4294967295 uid=0    | acct="bob"               | 0/root     | -         | -/bob     | -
                """)
        void areThoseThatTheRecordIsAbout(
                String type, String ids, String account, String user, String effective, String target, String real) {
            JsonNode document = only("type=" + type + " " + ID + "pid=1 " + ids + " ses=1 msg='op=x " + account
                    + " exe=\"/usr/bin/x\" hostname=? addr=? terminal=? res=success'");

            assertThat(person(document.at("/user"))).isEqualTo(user);
            assertThat(person(document.at("/user/effective"))).isEqualTo(effective);
            assertThat(person(document.at("/user/target"))).isEqualTo(target);
            assertThat(person(document.at("/auditd/user/real"))).isEqualTo(real);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                old-auid=4294967295 auid=1000 | 1000/alice | 1000/alice
                old-auid=1000 auid=1001       | 1000/alice | 1001/bob
                """)
        void ofALoginAreTheOldOneAndTheNew(String ids, String user, String effective) {
            JsonNode document = only(
                    "type=LOGIN " + ID + "pid=1 uid=0 " + ids + " tty=(none) old-ses=4294967295 ses=4 res=1",
                    CALL.formatted(1, "yes", 4).replace("auid=0", ids.substring(ids.indexOf(" auid=") + 1)));

            assertThat(person(document.at("/user"))).isEqualTo(user);
            assertThat(person(document.at("/user/effective"))).isEqualTo(effective);
            assertThat(person(document.at("/auditd/user/real"))).isEqualTo("0/root");
            assertThat(document.at("/auditd/user/real/group/id").asText()).isEqualTo("0");
            assertThat(person(document.at("/auditd/user/effective"))).isEqualTo("0/root");
            assertThat(document.at("/user/group").isMissingNode()).isTrue();
        }

        @Test
        void groupThatAnAccountIsAddedToIsNotTheAccount() {
            JsonNode document = only(
                    "type=USER_MGMT " + ID + "pid=1 uid=0 auid=1000 ses=1 msg='op=add-user-to-group"
                            + " grp=\"wheel\" acct=\"bob\" exe=\"/usr/sbin/usermod\" hostname=? addr=? terminal=? res=success'");

            assertThat(document.at("/group/name").asText()).isEqualTo("wheel");
            assertThat(document.at("/user/target/name").asText()).isEqualTo("bob");
            assertThat(document.at("/message").asText())
                    .isEqualTo("alice, acting as root, successfully modified the user account of bob"
                            + " using /usr/sbin/usermod");
        }

        private static JsonNode only(String... lines) {
            List<JsonNode> documents = Documents.documents(Documents.events(lines), new DocumentWriter(NAMES));
            assertThat(documents).hasSize(1);
            return documents.get(0);
        }

        private static @Nullable String person(JsonNode user) {
            boolean isNobody = !user.has("id") && !user.has("name");
            return isNobody
                    ? null
                    : user.path("id").asText("-") + "/" + user.path("name").asText("-");
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
            ANOM_LOGIN_FAILURES | op=pam_faillock suid=1001 | 1001 | -
            RESP_ACCT_LOCK      | op=pam_faillock suid=1001 | 1001 | -
            CRYPTO_KEY_USER     | op=destroy kind=session fp=? direction=both spid=9 suid=74 | - | 74
            """)
    void savedIdOfAProgramsRecordIsNotItsProcesss(String type, String words, String target, String kept) {
        JsonNode document =
                Documents.only("type=" + type + " " + ID + "pid=1 uid=0 auid=4294967295 ses=4294967295 msg='" + words
                        + " exe=\"/usr/sbin/x\" hostname=? addr=? terminal=? res=success'");

        assertThat(document.at("/auditd/user/saved").isMissingNode()).isTrue();
        assertThat(text(document, "/user/target/id")).isEqualTo(target);
        assertThat(text(document, "/auditd/extra/suid")).isEqualTo(kept);
    }

    @Nested
    class Outcomes {

        private static final String AVC = "avc:  %s  { read } for  pid=1 comm=\"x\" name=\"%s\" dev=\"d\" ino=1"
                + " scontext=a:b:c:s0 tcontext=a:b:%s:s0 tclass=file permissive=%d";
        private static final String DENIED = "type=AVC " + ID + AVC.formatted("denied", "secret", "shadow_t", 0);
        private static final String GRANTED = "type=AVC " + ID + AVC.formatted("granted", "open", "etc_t", 0);
        private static final String PERMITTED = "type=AVC " + ID + AVC.formatted("denied", "secret", "shadow_t", 1);

        /** Beside the outcome stands what ausearch takes for it. */
        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
                FANOTIFY      | resp=1 fan_type=0 fan_info=0 subj_trust=2 obj_trust=2        | success | -
                FANOTIFY      | resp=2 fan_type=1 fan_info=3137 subj_trust=2 obj_trust=2     | failure | -
                FANOTIFY      | resp=16777218 fan_type=0 fan_info=0 subj_trust=2 obj_trust=2 | failure | -
                FANOTIFY      | resp=0 fan_type=0 fan_info=0 subj_trust=2 obj_trust=2        | unknown | -
                DAEMON_ACCEPT | op=wrap addr=10.0.0.1 port=60 res=no                         | failure | success
                DAEMON_ACCEPT | addr=10.0.0.1 port=60 res=success                            | success | success
                DAEMON_CONFIG | op=reconfigure state=no-change auid=0 pid=1 res=failed       | failure | fail
                USER_ERR      | pid=1 uid=0 auid=0 ses=1 msg='op=x acct="a" exe="/x" hostname=? addr=? terminal=? res=maybe' | unknown | success
                """)
        void areInTheRecordsOwnWords(String type, String body, String outcome, String result) {
            JsonNode document = Documents.only("type=" + type + " " + ID + body);

            assertThat(document.at("/event/outcome").asText()).isEqualTo(outcome);
            assertThat(text(document, "/auditd/result")).isEqualTo(result);
        }

        @Test
        void ofACallAreTheCallsWhateverAListenerAnswered() {
            JsonNode document = Documents.only(
                    CALL.formatted(257, "yes", 3), "type=FANOTIFY " + ID + "resp=2 fan_type=0 fan_info=0");

            assertThat(document.at("/event/outcome").asText()).isEqualTo("success");
        }

        @Test
        void ofSeveralDecisionsAreTheDenials() {
            JsonNode document = Documents.only(GRANTED, DENIED);

            assertThat(document.at("/event/outcome").asText()).isEqualTo("failure");
            assertThat(document.at("/event/type").toString()).isEqualTo("[\"denied\"]");
            assertThat(document.at("/auditd/summary/object/primary").asText()).isEqualTo("a:b:shadow_t:s0");
            assertThat(document.at("/message").asText()).contains("was denied read of secret");
        }

        @Test
        void ofAnAccessThatIsOnlyLoggedAreSuccesses() {
            JsonNode alone = Documents.only(PERMITTED);

            assertThat(alone.at("/event/outcome").asText()).isEqualTo("success");
            assertThat(alone.at("/event/action").asText()).isEqualTo("violated-selinux-policy");
            assertThat(alone.at("/event/type").toString()).isEqualTo("[\"allowed\"]");
            assertThat(Documents.only(PERMITTED, DENIED).at("/event/outcome").asText())
                    .isEqualTo("failure");
        }
    }

    @Nested
    class Networks {

        /** Each end is written as {@code address/ip/domain/port}, with - for what the document does not have. */
        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
                NETFILTER_PKT | mark=0 saddr=192.0.2.1 daddr=192.0.2.2 proto=6 sport=4711 dport=22 | 192.0.2.1/192.0.2.1/-/4711 | 192.0.2.2/192.0.2.2/-/22 | 192.0.2.1 192.0.2.2
                AVC           | avc:  denied  { recv } for  saddr=192.0.2.1 src=4711 daddr=192.0.2.2 dest=22 netif=eth0 scontext=a:b:c:s0 tcontext=a:b:c:s0 tclass=packet | 192.0.2.1/192.0.2.1/-/4711 | 192.0.2.2/192.0.2.2/-/22 | 192.0.2.1 192.0.2.2
                AVC           | avc:  denied  { read } for  pid=1 comm="x" laddr=192.0.2.1 lport=22 faddr=192.0.2.2 fport=4711 scontext=a:b:c:s0 tcontext=a:b:c:s0 tclass=tcp_socket | - | - | 192.0.2.1 192.0.2.2
                AVC           | avc:  denied  { name_bind } for  pid=1 comm="x" src=81 scontext=a:b:c:s0 tcontext=a:b:c:s0 tclass=tcp_socket | - | - | -
                AVC           | apparmor="DENIED" operation="connect" profile="p" pid=1 comm="x" family="unix" addr="@hidden" peer_addr=none | - | - | -
                USER_AVC      | pid=1 uid=0 auid=0 ses=1 msg='avc:  denied  { send_msg } for dest=org.example.Name scontext=a:b:c:s0 tcontext=a:b:c:s0 tclass=dbus exe="/x" hostname=? addr=? terminal=?' | - | - | -
                DAEMON_ACCEPT | addr=192.0.2.1 port=60 res=success                       | 192.0.2.1/192.0.2.1/-/60 | - | 192.0.2.1
                DAEMON_CLOSE  | addr=192.0.2.1:60 port=60 res=success                    | 192.0.2.1/192.0.2.1/-/60 | - | 192.0.2.1
                MAC_IPSEC_EVENT | op=SAD-add auid=0 ses=5 src=192.0.2.1 dst=2001:db8::1 spi=512(0x200) res=1 | 192.0.2.1/192.0.2.1/-/- | 2001:db8::1/2001:db8::1/-/- | 192.0.2.1 2001:db8::1
                MAC_IPSEC_EVENT | op=SPD-add auid=0 ses=5 src=192.0.2.0 src_prefixlen=24 dst=192.0.3.0 dst_prefixlen=24 res=1 | - | - | -
                MAC_UNLBL_STCADD | netlabel: auid=0 ses=5 netif=lo src=192.0.2.1 sec_obj=a:b:c:s0 res=1 | - | - | -
                CRYPTO_SESSION | pid=1 uid=0 auid=0 ses=1 msg='op=start direction=from-client spid=2 suid=74 rport=50522 laddr=192.0.2.9 lport=22 exe="/usr/sbin/sshd" hostname=? addr=192.0.2.1 terminal=? res=success' | 192.0.2.1/192.0.2.1/-/50522 | 192.0.2.9/192.0.2.9/-/22 | 192.0.2.1 192.0.2.9
                CRYPTO_IKE_SA | pid=1 uid=0 auid=0 ses=1 msg='op=start direction=initiator raddr=192.0.2.1 exe="/usr/libexec/ipsec/pluto" hostname=? addr=192.0.2.9 terminal=? res=success' | 192.0.2.1/192.0.2.1/-/- | 192.0.2.9/192.0.2.9/-/- | 192.0.2.1 192.0.2.9
                CRYPTO_IKE_SA | pid=1 uid=0 auid=0 ses=1 msg='op=start direction=initiator laddr=192.0.2.9 exe="/usr/libexec/ipsec/pluto" hostname=? addr=192.0.2.1 terminal=? res=success' | 192.0.2.1/192.0.2.1/-/- | 192.0.2.9/192.0.2.9/-/- | 192.0.2.1 192.0.2.9
                USER_LOGIN    | pid=1 uid=0 auid=0 ses=1 msg='op=login acct="a" exe="/x" hostname=UNKNOWN addr=UNKNOWN terminal=ssh res=failed' | - | - | -
                USER_LOGIN    | pid=1 uid=0 auid=0 ses=1 msg='op=login acct="a" exe="/x" hostname=:0 addr=none terminal=:0 res=failed' | - | - | -
                USER_LOGIN    | pid=1 uid=0 auid=0 ses=1 msg='op=login acct="a" exe="/x" hostname=client addr=fe80::1%eth0 terminal=ssh res=failed' | fe80::1/fe80::1/client/- | - | fe80::1
                USER_LOGIN    | pid=1 uid=0 auid=0 ses=1 msg='op=login acct="a" exe="/x" hostname=192.0.2.1 addr=192.0.2.1 terminal=ssh res=failed' | 192.0.2.1/192.0.2.1/-/- | - | 192.0.2.1
                """)
        void endsAreThoseThatTheTypeOfRecordMeans(
                String type, String body, String source, String destination, String related) {
            JsonNode document = Documents.only("type=" + type + " " + ID + body);

            assertThat(end(document.at("/source"))).isEqualTo(source);
            assertThat(end(document.at("/destination"))).isEqualTo(destination);
            List<String> addresses = new ArrayList<>();
            document.at("/related/ip").forEach(address -> addresses.add(address.asText()));
            assertThat(addresses)
                    .containsExactlyInAnyOrderElementsOf(related == null ? List.of() : List.of(related.split(" ")));
        }

        private static @Nullable String end(JsonNode end) {
            return end.isMissingNode()
                    ? null
                    : String.join(
                            "/",
                            end.path("address").asText("-"),
                            end.path("ip").asText("-"),
                            end.path("domain").asText("-"),
                            end.path("port").asText("-"));
        }

        @Test
        void abstractSocketIsNoFile() {
            JsonNode document =
                    Documents.only(CALL.formatted(42, "yes", 0), "type=SOCKADDR " + ID + "saddr=0100002F72756E2F78");

            assertThat(document.at("/destination/address").asText()).isEqualTo("@/run/x");
            assertThat(document.at("/auditd/data/socket/path").asText()).isEqualTo("/run/x");
            assertThat(document.at("/message").asText()).contains("connected to @/run/x");
        }

        @ParameterizedTest
        @CsvSource({
            "1, created-socket,  'network,process'",
            "2, bound-socket,    'network,process'",
            "3, connected-to,    'network,process'",
            "d, changed-socket,  'network,process'",
            "63, called-syscall, process"
        })
        void callOfSocketsIsTheOneThatItsFirstArgumentNames(String a0, String action, String categories) {
            JsonNode document = Documents.only(CALL.formatted(102, "yes", 0)
                    .replace("c000003e", "40000003")
                    .replace("a0=4", "a0=" + a0));

            assertThat(document.at("/event/action").asText()).isEqualTo(action);
            assertThat(document.at("/event/category"))
                    .extracting(JsonNode::asText)
                    .containsExactlyInAnyOrder(categories.split(","));
            assertThat(document.at("/auditd/data/syscall").asText()).isEqualTo("socketcall");
        }
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
        JsonNode file = Documents.only("type=" + type + " " + ID + body).path("file");

        assertThat(text(file, "/path")).isEqualTo(path);
        assertThat(file.path("hash").size()).isEqualTo(algorithm == null ? 0 : 1);
        assertThat(algorithm == null ? null : text(file, "/hash/" + algorithm)).isEqualTo(digest);
    }

    @Nested
    class Directories {

        private static final String PARENT = "type=PATH " + ID + "item=%d name=\"%s\" inode=1 nametype=PARENT";
        private static final String WARNING = "may be below another directory than the working directory";

        /** AT_FDCWD is ffffff9c; other numbers are descriptors of directories. */
        @ParameterizedTest
        @CsvSource({
            "264, ffffff9c, ffffff9c, false", // renameat
            "264, 4,        ffffff9c, true",
            "264, ffffff9c, 5,        true",
            "316, ffffff9c, 5,        true", // renameat2
            "265, ffffff9c, 5,        true", // linkat
        })
        void ofTheNewNameMayBeAnotherThanOfTheOld(int call, String old, String created, boolean doubted) {
            JsonNode document = Documents.only(
                    CALL.formatted(call, "yes", 0).replace("a0=4", "a0=" + old).replace("a2=0", "a2=" + created),
                    CWD,
                    PARENT.formatted(0, "/srv"),
                    PARENT.formatted(1, "/srv"),
                    "type=PATH " + ID + "item=2 name=\"a\" inode=2 nametype=DELETE",
                    "type=PATH " + ID + "item=3 name=\"b\" inode=2 nametype=CREATE");

            assertThat(document.at("/file/path").asText()).isEqualTo("/srv/b");
            assertThat(document.at("/auditd/warnings").toString().contains(WARNING))
                    .isEqualTo(doubted);
        }

        @Test
        void onlyThePathBelowTheDescriptorsIsLeftRelative() {
            JsonNode document = Documents.only(
                    CALL.formatted(264, "yes", 0).replace("a0=4", "a0=ffffff9c").replace("a2=0", "a2=5"),
                    CWD,
                    "type=PATH " + ID + "item=2 name=\"d/a\" inode=2 nametype=DELETE",
                    "type=PATH " + ID + "item=3 name=\"d/b\" inode=2 nametype=CREATE");

            assertThat(document.at("/file/path").asText()).isEqualTo("d/b");
            assertThat(document.at("/file/target_path").asText()).isEqualTo("/srv/d/a");
        }

        @Test
        void eachNewNameIsBelowItsOwnParent() {
            JsonNode document = Documents.only(
                    CALL.formatted(82, "yes", 0),
                    CWD,
                    PARENT.formatted(0, "/old/"),
                    PARENT.formatted(1, "/srv"),
                    "type=PATH " + ID + "item=2 name=\"/old/a\" inode=2 nametype=DELETE",
                    "type=PATH " + ID + "item=3 name=\"b\" inode=2 nametype=CREATE");

            assertThat(document.at("/file/path").asText()).isEqualTo("/srv/b");
        }

        @ParameterizedTest
        @CsvSource({"../etc/x, ../etc/x", "/etc/x, /etc/x"})
        void textOfASymbolicLinkIsNoPathOfTheCall(String text, String target) {
            JsonNode document = Documents.only(
                    CALL.formatted(88, "yes", 0),
                    CWD,
                    "type=PATH " + ID + "item=0 name=\"" + text + "\" nametype=UNKNOWN",
                    PARENT.formatted(1, "/opt/"),
                    "type=PATH " + ID + "item=2 name=\"/opt/link\" inode=2 nametype=CREATE");

            assertThat(document.at("/file/path").asText()).isEqualTo("/opt/link");
            assertThat(document.at("/file/target_path").asText()).isEqualTo(target);
        }
    }

    private static @Nullable String text(JsonNode document, String pointer) {
        return document.at(pointer).isMissingNode()
                ? null
                : document.at(pointer).asText();
    }
}
