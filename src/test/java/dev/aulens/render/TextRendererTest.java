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
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextRendererTest {

    private final EventRenderer renderer = OutputFormat.TEXT.renderer(new OutputFormat.Settings(
            Interpreter.load(Edition.AUSEARCH_3), ZoneOffset.UTC, DateFormat.POSIX, Escaping.TTY, CsvColumns.NONE));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            USER_AUTH|uid=0 auid=4294967295 ses=1 msg='acct="bob" exe="/e" res=failed'|system, acting as root, unsuccessfully authenticated bob using /e
            USER_AUTH|uid=0 auid=0 ses=1 msg='acct="bob" exe="/e" res=success'|root successfully authenticated bob using /e
            USER_END|uid=0 auid=0 ses=1 msg='terminal=tty1 exe="/e" res=success'|root successfully ended-session tty1` `
            LOGIN|pid=1 uid=0 old-auid=4294967295 auid=0 ses=3 res=1|system, acting as root, successfully changed-login-id-to root` `
            USER_LOGIN|uid=0 auid=0 ses=1 msg='op=login acct="m\u001b[1m" exe="/e" terminal=ssh res=failed'|m\\033[1m unsuccessfully logged-in ssh using /e
            VIRT_CONTROL|uid=0 auid=0 ses=1 msg='op=start vm="w" exe="/e" res=success'|root successfully issued-vm-control start to w using /e
            RESP_EXEC|uid=0 auid=0 ses=1 msg='exe="/e" res=success'|root successfully did-unknown` `
            SERVICE_START|uid=0 auid=0 ses=1 msg='unit=cron exe="/usr/bin/bash" comm="s" res=success'|root successfully started-service cron using s
            """)
    void singleRecordIsASentence(String type, String fields, String sentence) throws IOException {
        String log = "type=" + type + " msg=audit(1700000000.000:1): " + fields + "\n";

        assertThat(render(log)).isEqualTo("At 22:13:20 11/14/23 " + sentence.replace("`", "") + "\n");
    }

    @ParameterizedTest
    @CsvSource({
        "02000050C0A800010000000000000000, 192.168.0.1",
        "0A000016000000000000000000000000000000000000000100000000, ::1",
        "01002F72756E2F78, local",
        "100000000000000000000000, netlink"
    })
    void socketIsNamedByItsAddressOrFamily(String address, String name) throws IOException {
        String log = """
                type=SYSCALL msg=audit(1700000000.000:1): arch=c000003e syscall=42 success=no exit=-13 a0=3 a1=1 a2=0 \
                a3=0 auid=0 uid=0 ses=3 comm="c" exe="/e" key=(null)
                type=SOCKADDR msg=audit(1700000000.000:1): saddr=%s
                """.formatted(address);

        assertThat(render("node=n1 " + log.replace("\ntype", "\nnode=n1 type")))
                .isEqualTo("On n1 at 22:13:20 11/14/23 root unsuccessfully connected-to " + name + " using /e\n");
    }

    private String render(String log) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        renderer.render(Events.single(log), Identities.none(), out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
