package dev.aulens.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What records say of success and failure, and what ausearch takes for it. */
class OutcomeTest {

    private static final String AVC = "avc:  %s  { read } for  pid=1 comm=\"x\" name=\"%s\" dev=\"d\" ino=1"
            + " scontext=a:b:c:s0 tcontext=a:b:%s:s0 tclass=file permissive=%d";
    private static final String DENIED = "type=AVC " + Documents.ID + AVC.formatted("denied", "secret", "shadow_t", 0);
    private static final String GRANTED = "type=AVC " + Documents.ID + AVC.formatted("granted", "open", "etc_t", 0);
    private static final String PERMITTED =
            "type=AVC " + Documents.ID + AVC.formatted("denied", "secret", "shadow_t", 1);

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
        JsonNode document = Documents.only("type=" + type + " " + Documents.ID + body);

        assertThat(document.at("/event/outcome").asText()).isEqualTo(outcome);
        assertThat(Documents.text(document, "/auditd/result")).isEqualTo(result);
    }

    @Test
    void ofACallAreTheCallsWhateverAListenerAnswered() {
        JsonNode document = Documents.only(
                Documents.CALL.formatted(257, "yes", 3),
                "type=FANOTIFY " + Documents.ID + "resp=2 fan_type=0 fan_info=0");

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
