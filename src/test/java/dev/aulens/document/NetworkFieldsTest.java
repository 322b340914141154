package dev.aulens.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ends of connections and packets. */
class NetworkFieldsTest {

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
        JsonNode document = Documents.only("type=" + type + " " + Documents.ID + body);

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
        JsonNode document = Documents.only(
                Documents.CALL.formatted(42, "yes", 0), "type=SOCKADDR " + Documents.ID + "saddr=0100002F72756E2F78");

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
        JsonNode document = Documents.only(Documents.CALL
                .formatted(102, "yes", 0)
                .replace("c000003e", "40000003")
                .replace("a0=4", "a0=" + a0));

        assertThat(document.at("/event/action").asText()).isEqualTo(action);
        assertThat(document.at("/event/category"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder(categories.split(","));
        assertThat(document.at("/auditd/data/syscall").asText()).isEqualTo("socketcall");
    }
}
