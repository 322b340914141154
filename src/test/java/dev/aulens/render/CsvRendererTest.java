package dev.aulens.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aulens.interpret.Edition;
import dev.aulens.interpret.Identities;
import dev.aulens.interpret.Interpreter;
import dev.aulens.locale.DateFormat;
import dev.aulens.testing.Events;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvRendererTest {

    private static final CsvColumns ALL = new CsvColumns(true, true, true, true);

    private static final String OPEN = """
            type=SYSCALL msg=audit(1700000000.023:101): arch=c000003e syscall=257 success=yes exit=3 a0=ffffff9c a1=1 \
            a2=0 a3=0 items=1 ppid=1 pid=2 auid=1000 uid=0 ses=3 comm="cat" exe="/usr/bin/cat" \
            subj=u:r:t:s0-s0:c0,c1 key="pw"
            type=CWD msg=audit(1700000000.023:101): cwd="/etc"
            type=PATH msg=audit(1700000000.023:101): item=0 name=%s inode=1234 mode=0100640 obj=o:r:s nametype=NORMAL
            """;

    @Test
    void headNamesColumnsOnce() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        renderer(CsvColumns.NONE, ZoneOffset.UTC).begin(out);

        assertThat(out)
                .hasToString("NODE,EVENT,DATE,TIME,SERIAL_NUM,EVENT_KIND,SESSION,SUBJ_PRIME,SUBJ_SEC,SUBJ_KIND,ACTION,"
                        + "RESULT,OBJ_PRIME,OBJ_SEC,OBJ_KIND,HOW\n");
    }

    @Test
    void fileIsNamedFromTheRootDirectoryOn() throws IOException {
        assertThat(csv(OPEN.formatted("\"shadow\"")))
                .isEqualTo(",SYSCALL,11/14/23,22:13:20,101,audit-rule,3,unknown(1000),root,privileged-acct,"
                        + "opened-file,success,/etc/shadow,1234,file,/usr/bin/cat\n");
    }

    @Test
    void columnsOnDemandAreAddedInTheirPlaces() throws IOException {
        EventRenderer renderer = renderer(ALL, ZoneId.of("Asia/Kolkata"));

        assertThat(render(renderer, OPEN.formatted("\"shadow\"")))
                .isEqualTo(",SYSCALL,11/15/23,03:43:20,2023,11,15,3, 3,23,+05:00,101,audit-rule,3,unknown(1000),root,"
                        + "privileged-acct,u:r:t:s0-s0:c0,c1,opened-file,success,/etc/shadow,1234,,o:r:s,file,"
                        + "/usr/bin/cat,pw\n");
    }

    @Test
    void lineEndInANameDoesNotEndTheLine() throws IOException {
        assertThat(csv(OPEN.formatted("2F610A0D2C62")))
                .contains(",/a\\012\\015,b,")
                .hasLineCount(1);
    }

    @Test
    void lineEndIsEscapedEvenIfNothingElseIs() throws IOException {
        EventRenderer renderer = OutputFormat.CSV.renderer(new OutputFormat.Settings(
                Interpreter.load(Edition.AUSEARCH_3), ZoneOffset.UTC, DateFormat.POSIX, Escaping.RAW, CsvColumns.NONE));

        assertThat(render(renderer, OPEN.formatted("2F610A1B62")))
                .contains("/a\\012\u001bb,")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource({
        "false, false, false, 10",
        "true, false, false, 11",
        "false, true, false, 12",
        "false, false, true, 10",
        "true, true, true, 13"
    })
    void eventWithoutItsSystemCallEndsAsManyColumnsEarlyAsInAusearch(
            boolean keys, boolean labels, boolean secondObject, int commas) throws IOException {
        EventRenderer renderer = renderer(new CsvColumns(keys, labels, false, secondObject), ZoneOffset.UTC);

        assertThat(render(renderer, """
                        type=CWD msg=audit(1700000000.000:1): cwd="/"
                        type=PATH msg=audit(1700000000.000:1): item=0 name="/x" nametype=NORMAL
                        """)).isEqualTo(",CWD,11/14/23,22:13:20,1" + ",".repeat(commas) + "\n");
    }

    @Test
    void typeThatNobodyKnowsIsNotNamed() throws IOException {
        assertThat(csv("node=web1 type=FOO msg=audit(1700000000.000:1): a=b\n"))
                .isEqualTo("web1,,11/14/23,22:13:20,1,unknown,,,,,did-unknown,,,,unknown,\n");
    }

    private static String csv(String log) throws IOException {
        return render(renderer(CsvColumns.NONE, ZoneOffset.UTC), log);
    }

    private static EventRenderer renderer(CsvColumns columns, ZoneId zone) {
        return OutputFormat.CSV.renderer(new OutputFormat.Settings(
                Interpreter.load(Edition.AUSEARCH_3), zone, DateFormat.POSIX, Escaping.TTY, columns));
    }

    private static String render(EventRenderer renderer, String log) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        renderer.render(Events.single(log), Identities.none(), out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
