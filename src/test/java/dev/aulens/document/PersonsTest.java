package dev.aulens.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aulens.interpret.Identities;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom {@code user} and its parts mean in records about somebody else than their process. */
class PersonsTest {

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

    @ParameterizedTest
    @ValueSource(strings = {"2F65", "1-3", "10.5", "7x7"})
    void aTextThatBeginsWithANumberIsNone(String auid) {
        JsonNode document = only(
                "type=USER_CMD " + Documents.ID + "pid=1 uid=0 auid=" + auid + " ses=1 msg='cmd=\"x\" res=success'");

        assertThat(person(document.at("/auditd/user/audit"))).isEqualTo("-/" + auid);
    }

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
        JsonNode document = only("type=" + type + " " + Documents.ID + "pid=1 " + ids + " ses=1 msg='op=x " + account
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
                "type=LOGIN " + Documents.ID + "pid=1 uid=0 " + ids + " tty=(none) old-ses=4294967295 ses=4 res=1",
                Documents.CALL.formatted(1, "yes", 4).replace("auid=0", ids.substring(ids.indexOf(" auid=") + 1)));

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
                "type=USER_MGMT " + Documents.ID + "pid=1 uid=0 auid=1000 ses=1 msg='op=add-user-to-group"
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
