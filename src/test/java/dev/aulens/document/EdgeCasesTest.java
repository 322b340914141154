package dev.aulens.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aulens.record.ReversibleUtf8;
import dev.aulens.testing.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One test for each file of the corpus' edge cases: behaviour that other shippers get wrong. */
class EdgeCasesTest {

    @Test
    void enrichedNamesAreNoPartOfAKeyThatIsNull() {
        JsonNode document = only("01_enriched_nullkey.log");

        assertThat(document.at("/auditd/key").isMissingNode()).isTrue();
        assertThat(text(document, "/auditd/user/audit/name")).isEqualTo("user");
        assertThat(text(document, "/user/name")).isEqualTo("root");
        assertThat(texts(document, "/process/args")).containsExactly("perl", "-e", "print \"hi\"\n");
        assertThat(document.at("/auditd/enriched").asBoolean()).isTrue();
        assertThat(document.at("/auditd/resolved").isMissingNode()).isTrue();
    }

    @Test
    void enrichedNamesAreNoPartOfAKey() {
        JsonNode document = only("02_enriched_key.log");

        assertThat(texts(document, "/auditd/key")).containsExactly("access");
        assertThat(text(document, "/file/path")).isEqualTo("/etc/shadow");
        assertThat(text(document, "/file/group")).isEqualTo("shadow");
        assertThat(text(document, "/auditd/data/exit")).isEqualTo("EACCES");
        assertThat(document.at("/auditd/data/exit_code").asLong()).isEqualTo(-13);
        assertThat(text(document, "/event/outcome")).isEqualTo("failure");
        assertThat(texts(document, "/event/type")).containsExactly("access");
    }

    @Test
    void anArgumentInPartsOfSeveralRecordsIsPutTogether() {
        JsonNode document = only("03_execve_multipart.log");

        assertThat(texts(document, "/process/args")).containsExactly("sh", "-c", "echo hello wo");
        assertThat(text(document, "/process/command_line")).isEqualTo("sh -c echo hello wo");
    }

    @Test
    void argumentsOfSeveralRecordsAreOneList() {
        JsonNode document = only("04_execve_two_records.log");

        assertThat(texts(document, "/process/args")).containsExactly("ls", "-l", "-a", "/tmp");
        assertThat(document.at("/process/args_count").asLong()).isEqualTo(4);
    }

    @Test
    void accessVectorsWithoutACallAreAnEventWithCategory() {
        JsonNode document = only("05_multi_avc_nosyscall.log");

        assertThat(text(document, "/event/action")).isEqualTo("violated-selinux-policy");
        assertThat(texts(document, "/event/category")).containsExactly("intrusion_detection");
        assertThat(texts(document, "/event/type")).containsExactly("denied");
        assertThat(texts(document, "/auditd/data/seperms")).containsExactly("read", "open");
        assertThat(document.at("/auditd/avc")).hasSize(2);
        assertThat(text(document, "/auditd/result")).isEqualTo("fail");
        assertThat(texts(document, "/auditd/subject")).containsExactly("u:r:t:s0");
    }

    @Test
    void allAccessVectorsOfACallAreKeptWithTheCallsCategory() {
        JsonNode document = only("06_multi_avc_syscall.log");

        assertThat(texts(document, "/event/category")).containsExactly("intrusion_detection", "file");
        assertThat(texts(document, "/event/type")).contains("denied");
        assertThat(text(document, "/auditd/avc/0/seperms")).isEqualTo("read");
        assertThat(text(document, "/auditd/avc/1/seperms")).isEqualTo("open");
        assertThat(texts(document, "/process/pid")).containsExactly("12", "1");
    }

    @Test
    void aProcessNameInHexIsDecodedAndADirectoryIsOne() {
        JsonNode document = only("07_comm_hex.log");

        assertThat(text(document, "/process/name")).isEqualTo("Web Content");
        assertThat(text(document, "/file/type")).isEqualTo("dir");
        assertThat(text(document, "/auditd/summary/object/type")).isEqualTo("directory");
        assertThat(text(document, "/file/device")).isEqualTo("fd:01");
    }

    @Test
    void aRelativeNameIsJoinedToItsParent() {
        JsonNode document = only("08_unlinkat_relative.log");

        assertThat(text(document, "/file/path")).isEqualTo("/home/u/Desktop/111.txt");
        assertThat(texts(document, "/auditd/path/deleted")).containsExactly("/home/u/Desktop/111.txt");
        assertThat(texts(document, "/auditd/path/parent")).containsExactly("/home/u/Desktop");
        assertThat(texts(document, "/auditd/path/relative")).containsExactly("111.txt");
        assertThat(text(document, "/process/title")).isEqualTo("rm -r test");
    }

    @Test
    void aRenameHasBothNames() {
        JsonNode document = only("09_rename.log");

        assertThat(text(document, "/file/path")).isEqualTo("/d/new.txt");
        assertThat(text(document, "/file/target_path")).isEqualTo("/d/old.txt");
        assertThat(texts(document, "/auditd/path/created")).containsExactly("/d/new.txt");
        assertThat(texts(document, "/auditd/path/deleted")).containsExactly("/d/old.txt");
        assertThat(text(document, "/message")).contains("renamed /d/old.txt to /d/new.txt");
    }

    @Test
    void anOpenThatMadeTheFileIsACreation() {
        JsonNode document = only("10_open_create.log");

        assertThat(texts(document, "/event/type")).containsExactly("creation");
        assertThat(text(document, "/file/path")).isEqualTo("/d/new.sh");
        assertThat(text(document, "/file/extension")).isEqualTo("sh");
        assertThat(text(document, "/auditd/data/a2")).isEqualTo("241");
        assertThat(text(document, "/auditd/interpreted/a2")).isEqualTo("O_WRONLY|O_CREAT|O_TRUNC");
    }

    @Test
    void aFailedConnectHasItsDestination() {
        JsonNode document = only("11_connect_unix.log");

        assertThat(text(document, "/destination/ip")).isEqualTo("10.0.0.1");
        assertThat(document.at("/destination/port").asLong()).isEqualTo(443);
        assertThat(text(document, "/network/direction")).isEqualTo("egress");
        assertThat(text(document, "/event/outcome")).isEqualTo("failure");
        assertThat(text(document, "/auditd/data/exit")).isEqualTo("ECONNREFUSED");
    }

    @Test
    void sendmmsgHasItsDestination() {
        JsonNode document = only("12_sendmmsg_v6.log");

        assertThat(text(document, "/destination/ip")).isEqualTo("2001:4860::");
        assertThat(text(document, "/network/type")).isEqualTo("ipv6");
        assertThat(text(document, "/auditd/data/socket/family")).isEqualTo("ipv6");
    }

    @Test
    void newRecordTypesHaveActionsAndUnknownOnesAreKept() {
        List<JsonNode> documents = Documents.ofEdgeCase("13_bpf_uring.log");

        assertThat(text(documents.get(0), "/event/action")).isEqualTo("loaded-bpf-program");
        assertThat(text(documents.get(0), "/auditd/summary/object/primary")).isEqualTo("75");
        assertThat(text(documents.get(1), "/event/action")).isEqualTo("io_uring-operation");
        assertThat(text(documents.get(1), "/auditd/data/syscall")).isEqualTo("openat");
        assertThat(texts(documents.get(2), "/auditd/record_types")).hasSize(1);
        assertThat(text(documents.get(2), "/event/kind")).isEqualTo("event");
        assertThat(text(documents.get(2), "/auditd/extra/subj_apparmor")).isEqualTo("unconfined");
    }

    @Test
    void aLoginToAWatchedAccountIsAnAlert() {
        JsonNode document = only("14_anom_login_acct.log");

        assertThat(text(document, "/event/kind")).isEqualTo("alert");
        assertThat(text(document, "/event/action")).isEqualTo("attempted-log-in-to-watched-account");
        assertThat(text(document, "/user/target/name")).isEqualTo("bob");
        assertThat(text(document, "/source/ip")).isEqualTo("10.0.0.1");
    }

    @Test
    void anAccountInHexIsDecodedAndNamesTheUserOfALogin() {
        JsonNode document = only("15_user_auth_hexacct.log");

        assertThat(text(document, "/user/target/name")).isEqualTo("(invalid user)");
        assertThat(text(document, "/user/name")).isEqualTo("(invalid user)");
        assertThat(text(document, "/user/id")).isEqualTo("0");
        assertThat(text(document, "/auditd/data/acct")).isEqualTo("(invalid user)");
        assertThat(text(document, "/source/ip")).isEqualTo("10.0.0.1");
        assertThat(text(document, "/auditd/data/addr")).isEqualTo("10.0.0.1");
        assertThat(text(document, "/event/outcome")).isEqualTo("failure");
    }

    @Test
    void aCommandOfSudoIsTheCommandLine() {
        JsonNode document = only("16_user_cmd.log");

        assertThat(text(document, "/process/command_line")).isEqualTo("cat /etc/shadow");
        assertThat(text(document, "/process/working_directory")).isEqualTo("/home/bob");
        assertThat(text(document, "/user/name")).isEqualTo("bob");
        assertThat(text(document, "/message"))
                .isEqualTo("bob successfully ran command cat /etc/shadow using /usr/bin/sudo");
    }

    @Test
    void theSameSerialOfTwoNodesIsTwoEvents() {
        List<String> ids = new ArrayList<>();
        List<String> arguments = new ArrayList<>();
        DocumentWriter writer = new DocumentWriter();
        Documents.events(Corpus.edgeCases().resolve("17_two_nodes_same_serial.log"))
                .forEach(event -> {
                    EventDocument document = writer.write(event);
                    ids.add(document.id());
                    texts(Documents.parse(document), "/process/args")
                            .forEach(argument -> arguments.add(document.id() + argument));
                });

        assertThat(ids).contains("001639712415637-0000000500-hostA", "001639712490100-0000000500-hostB");
        assertThat(arguments)
                .containsExactlyInAnyOrder("001639712415637-0000000500-hostAA", "001639712490100-0000000500-hostBB");
    }

    @Test
    void allFirewallRecordsAreKeptAndTheCarrierIsNoNetworkEvent() {
        JsonNode document = only("18_netfilter_multi.log");

        assertThat(texts(document, "/auditd/data/table")).containsExactly("filter:2", "nat:3");
        assertThat(texts(document, "/auditd/data/op")).containsExactly("nft_register_rule", "nft_register_chain");
        assertThat(texts(document, "/event/category")).containsExactly("configuration");
        assertThat(texts(document, "/event/type")).containsExactly("creation");
    }

    @Test
    void twoKeysInOneValueAreTwo() {
        JsonNode document = only("19_two_keys.log");

        assertThat(texts(document, "/auditd/key")).containsExactly("perm_mod", "etc");
        assertThat(text(document, "/file/path")).isEqualTo("/tmp/a b.sh");
    }

    @Test
    void aLoginHasTheOldAndTheNewUser() {
        JsonNode document = only("20_login.log");

        assertThat(text(document, "/auditd/user/old_auid")).isEqualTo("4294967295");
        assertThat(text(document, "/auditd/user/new_auid")).isEqualTo("1000");
        assertThat(text(document, "/auditd/session")).isEqualTo("5");
        assertThat(text(document, "/auditd/data/old-ses")).isEqualTo("4294967295");
        assertThat(text(document, "/event/outcome")).isEqualTo("success");
    }

    @Test
    void keystrokesAndMeasuredFilesAreKept() {
        List<JsonNode> documents = Documents.ofEdgeCase("21_integrity_tty.log");

        assertThat(text(documents.get(0), "/process/io/text")).isEqualTo("ls -la\r");
        assertThat(text(documents.get(0), "/event/action")).isEqualTo("typed");
        assertThat(text(documents.get(1), "/event/action")).isEqualTo("measured-file");
        assertThat(text(documents.get(1), "/file/hash/sha256")).isEqualTo("aa");
        assertThat(text(documents.get(1), "/file/path")).isEqualTo("/usr/bin/x");
    }

    @Test
    void theFileOfAUnixSocketIsTheDestinationsAddress() {
        JsonNode document = only("22_connect_unixsock.log");

        assertThat(text(document, "/destination/address")).isEqualTo("/var/run/docker.sock");
        assertThat(text(document, "/auditd/data/socket/path")).isEqualTo("/var/run/docker.sock");
        assertThat(text(document, "/auditd/data/socket/family")).isEqualTo("unix");
    }

    @Test
    void bytesThatAreNoUtf8AreReadableAndTheOriginalIsExact() throws IOException {
        JsonNode document = only("23_invalid_utf8.log");

        assertThat(texts(document, "/process/args")).containsExactly("x", "\uFFFDA\uFFFD(", "\u00E9\u20AC");
        byte[] original = ReversibleUtf8.encode(text(document, "/event/original"));
        byte[] log = Files.readAllBytes(Corpus.edgeCases().resolve("23_invalid_utf8.log"));
        assertThat(new String(log, java.nio.charset.StandardCharsets.ISO_8859_1).strip())
                .isEqualTo(new String(original, java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    private static JsonNode only(String file) {
        List<JsonNode> documents = Documents.ofEdgeCase(file);
        assertThat(documents).hasSize(1);
        return documents.get(0);
    }

    private static String text(JsonNode document, String pointer) {
        return document.at(pointer).asText();
    }

    private static List<String> texts(JsonNode document, String pointer) {
        List<String> texts = new ArrayList<>();
        document.at(pointer).forEach(element -> texts.add(element.asText()));
        return texts;
    }
}
