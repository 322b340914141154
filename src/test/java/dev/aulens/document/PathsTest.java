package dev.aulens.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which directories names are below. */
class PathsTest {

    private static final String CWD = "type=CWD " + Documents.ID + "cwd=\"/srv\"";

    private static final String PARENT = "type=PATH " + Documents.ID + "item=%d name=\"%s\" inode=1 nametype=PARENT";
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
                Documents.CALL
                        .formatted(call, "yes", 0)
                        .replace("a0=4", "a0=" + old)
                        .replace("a2=0", "a2=" + created),
                CWD,
                PARENT.formatted(0, "/srv"),
                PARENT.formatted(1, "/srv"),
                "type=PATH " + Documents.ID + "item=2 name=\"a\" inode=2 nametype=DELETE",
                "type=PATH " + Documents.ID + "item=3 name=\"b\" inode=2 nametype=CREATE");

        assertThat(document.at("/file/path").asText()).isEqualTo("/srv/b");
        assertThat(document.at("/auditd/warnings").toString().contains(WARNING)).isEqualTo(doubted);
    }

    @Test
    void onlyThePathBelowTheDescriptorsIsLeftRelative() {
        JsonNode document = Documents.only(
                Documents.CALL
                        .formatted(264, "yes", 0)
                        .replace("a0=4", "a0=ffffff9c")
                        .replace("a2=0", "a2=5"),
                CWD,
                "type=PATH " + Documents.ID + "item=2 name=\"d/a\" inode=2 nametype=DELETE",
                "type=PATH " + Documents.ID + "item=3 name=\"d/b\" inode=2 nametype=CREATE");

        assertThat(document.at("/file/path").asText()).isEqualTo("d/b");
        assertThat(document.at("/file/target_path").asText()).isEqualTo("/srv/d/a");
    }

    /** 1073742081 is openat of the x32 ABI, which the tables do not have: a0 may be a descriptor, and may be none. */
    @ParameterizedTest
    @CsvSource({"1073742081, f, /srv/f, true", "2, f, /srv/f, false", "1073742081, /etc/f, /etc/f, false"})
    void ofACallThatHasNoNameAreDoubted(int call, String name, String path, boolean doubted) {
        JsonNode document = Documents.only(
                Documents.CALL.formatted(call, "yes", 3),
                CWD,
                "type=PATH " + Documents.ID + "item=0 name=\"" + name + "\" inode=2 nametype=NORMAL");

        assertThat(document.at("/file/path").asText()).isEqualTo(path);
        assertThat(document.at("/auditd/warnings").toString().contains(WARNING)).isEqualTo(doubted);
    }

    @Test
    void eachNewNameIsBelowItsOwnParent() {
        JsonNode document = Documents.only(
                Documents.CALL.formatted(82, "yes", 0),
                CWD,
                PARENT.formatted(0, "/old/"),
                PARENT.formatted(1, "/srv"),
                "type=PATH " + Documents.ID + "item=2 name=\"/old/a\" inode=2 nametype=DELETE",
                "type=PATH " + Documents.ID + "item=3 name=\"b\" inode=2 nametype=CREATE");

        assertThat(document.at("/file/path").asText()).isEqualTo("/srv/b");
    }

    @ParameterizedTest
    @CsvSource({"../etc/x, ../etc/x", "/etc/x, /etc/x"})
    void textOfASymbolicLinkIsNoPathOfTheCall(String text, String target) {
        JsonNode document = Documents.only(
                Documents.CALL.formatted(88, "yes", 0),
                CWD,
                "type=PATH " + Documents.ID + "item=0 name=\"" + text + "\" nametype=UNKNOWN",
                PARENT.formatted(1, "/opt/"),
                "type=PATH " + Documents.ID + "item=2 name=\"/opt/link\" inode=2 nametype=CREATE");

        assertThat(document.at("/file/path").asText()).isEqualTo("/opt/link");
        assertThat(document.at("/file/target_path").asText()).isEqualTo(target);
    }
}
