package dev.aulens.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aulens.event.AuditEvent;
import dev.aulens.record.AuditRecord;
import dev.aulens.testing.Events;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InterpreterTest {

    private final Interpreter interpreter = Interpreter.load();

    @ParameterizedTest
    @CsvSource({
        "020000357F0000010000000000000000, saddr_fam=inet laddr=127.0.0.1 lport=53",
        "0A0001BB0000000020010DB800000000000000000000000100000000, saddr_fam=inet6 laddr=2001:db8::1 lport=443",
        "0A0001BB00000000FE8000000000000000000000000000010F270000, saddr_fam=inet6 laddr=fe80::1%9999 lport=443",
        "01002F72756E2F7800, saddr_fam=local path=/run/x",
        "010000616263, saddr_fam=local path=abc",
        "100000000700000000000000, saddr_fam=netlink nlnk-fam=16 nlnk-pid=7",
        "11000003, saddr_fam=packet (unsupported)"
    })
    void socketAddressesOfAllFamilies(String hex, String text) {
        AuditEvent event = Events.single("type=SOCKADDR msg=audit(1.000:1): saddr=" + hex + "\n");

        assertThat(interpreter.socketAddress(event, event.first()))
                .extracting(SocketAddress::text)
                .isEqualTo(text);
    }

    @Test
    void socketAddressOfABigEndianMachineIsReadInItsOrder() {
        AuditEvent event = Events.single("""
                        type=SYSCALL msg=audit(1.000:1): arch=80000016 syscall=362 a0=3 a1=0
                        type=SOCKADDR msg=audit(1.000:1): saddr=000200357F0000010000000000000000
                        """);

        assertThat(text(event, event.records().get(1), 0)).isEqualTo("{ saddr_fam=inet laddr=127.0.0.1 lport=53 }");
    }

    /** As ausearch has it: a0 is {@code bind} of a socketcall, whatever call stands before it under the same id. */
    @Test
    void argumentsAreThoseOfTheRecordsOwnSystemCall() {
        AuditEvent event = Events.single("""
                        type=SYSCALL msg=audit(1.000:1): arch=40000003 syscall=160 a0=2
                        type=SYSCALL msg=audit(1.000:1): arch=40000003 syscall=102 a0=2
                        """);

        assertThat(event.records()).extracting(record -> text(event, record, 2)).containsExactly("0x2", "bind");
    }

    @Test
    void namesInTheRecordComeFirst() {
        AuditEvent event = Events.single(
                "type=USER_AUTH msg=audit(1.000:1): pid=1 uid=1000 auid=1001 ses=4294967295\u001dUID=\"alice\"\n");

        assertThat(text(event, event.first(), 1)).isEqualTo("alice");
        assertThat(text(event, event.first(), 2)).isEqualTo("unknown(1001)");
        assertThat(text(event, event.first(), 3)).isEqualTo("unset");
    }

    /** A copy of a log has lost the byte 0x1D. */
    @ParameterizedTest
    @ValueSource(strings = {"UID=\"alice\"", " UID=\"alice\"", "#035UID=\"alice\""})
    void namesThatAusearchDoesNotFindCountForDocumentsOnly(String names) {
        AuditEvent event =
                Events.single("type=USER_AUTH msg=audit(1.000:1): pid=1 uid=1000 msg='res=success'" + names + "\n");
        Interpreter ausearch = Interpreter.load(Edition.AUSEARCH_4);

        assertThat(text(event, event.first(), 1)).isEqualTo("alice");
        assertThat(ausearch.of(event, Identities.none()).text(event.first(), 1)).isEqualTo("unknown(1000)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{ saddr_fam=inet", "unknown-family(9)", "malformed"})
    void anAddressThatAuditdCouldNotFinishIsReadAgain(String enriched) {
        AuditEvent event =
                Events.single("type=SOCKADDR msg=audit(1.000:1): saddr=020000357F0000010000000000000000\u001dSADDR="
                        + enriched + "\n");

        assertThat(text(event, event.first(), 0)).isEqualTo("{ saddr_fam=inet laddr=127.0.0.1 lport=53 }");
    }

    @Test
    void namesOfAHostComeFromItsFiles(@TempDir Path directory) throws IOException {
        Path passwd =
                Files.writeString(directory.resolve("passwd"), "+::\nbob:x:1001:1001::/:/bin/sh\nrob:x:1001:1:::\n");
        Path group = Files.writeString(directory.resolve("group"), "staff:x:50:bob\n");
        Identities names = Identities.of(passwd, group);

        assertThat(names.user(1001)).isEqualTo("bob");
        assertThat(names.group(50)).isEqualTo("staff");
        assertThat(names.user(50)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "arch=40000003 syscall=5, open",
        "arch=c00000b7 syscall=56, openat",
        "arch=c0000008 syscall=5, unknown-syscall(5)"
    })
    void syscallNameIsThatOfTheRecordsArchitecture(String fields, String name) {
        AuditEvent event = Events.single("type=SYSCALL msg=audit(1.000:1): " + fields + "\n");

        assertThat(text(event, event.first(), 1)).isEqualTo(name);
    }

    @Test
    void errnoNameTakesEitherSign() {
        assertThat(interpreter.errnoName(-13)).isEqualTo("EACCES");
        assertThat(interpreter.errnoName(13)).isEqualTo("EACCES");
        assertThat(interpreter.errnoName(512)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0100644|file,644", "041777|dir,sticky,777", "0106755|file,suid,sgid,755", "0170644|017,644"})
    void modeIsTypeAndPermissions(String octal, String words) {
        AuditEvent event = Events.single("type=PATH msg=audit(1.000:1): mode=" + octal + "\n");

        assertThat(text(event, event.first(), 0)).isEqualTo(words);
    }

    private String text(AuditEvent event, AuditRecord record, int field) {
        return interpreter.of(event, Identities.none()).text(record, field);
    }
}
