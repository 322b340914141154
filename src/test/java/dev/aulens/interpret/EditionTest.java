package dev.aulens.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aulens.event.AuditEvent;
import dev.aulens.testing.Events;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table "-i: differences between versions" of docs/differences.md. */
class EditionTest {

    private static final Interpreter OF_3 = Interpreter.load(Edition.AUSEARCH_3);
    private static final Interpreter OF_4 = Interpreter.load(Edition.AUSEARCH_4);

    @ParameterizedTest
    @CsvSource({
        "SYSCALL, syscall=56 a0=1200011 a1=0 a2=0, a0, 0x1200011, CLONE_CHILD_CLEARTID|CLONE_CHILD_SETTID|SIGCHLD",
        "SYSCALL, syscall=56 a0=0 a1=0 a2=1200011, a2, CLONE_CHILD_CLEARTID|CLONE_CHILD_SETTID|SIGCHLD, 0x1200011",
        "SYSCALL, syscall=92 a0=0 a1=0 a2=0, a2, 0x0, root",
        "SYSCALL, syscall=269 a0=0 a1=0 a2=0 a3=300, a3, 0x300, AT_SYMLINK_NOFOLLOW|AT_EACCESS",
        "SYSCALL, syscall=431 a0=0 a1=6 a2=0, a1, 0x6, FSCONFIG_CMD_CREATE",
        "SYSCALL, syscall=452 a0=0 a1=0, syscall, unknown-syscall(452), fchmodat2",
        "SYSCALL, syscall=257 a0=0 a1=0, syscall, openat, openat",
        "SECCOMP, code=0x80000000, code, kill, kill-process",
        "SECCOMP, code=0x0, code, kill, kill-thread",
        "OPENAT2, oflag=0100, oflag, O_RDONLY|O_NOCTTY, O_RDONLY|O_CREAT",
        "URINGOP, uring_op=18, uring_op, 18, openat",
        "FANOTIFY, resp=1 fan_type=1 fan_info=D, fan_info, D, 13",
        "INTEGRITY_DATA, errno=-13, errno, -13, EACCES",
        "TRUSTED_APP, uid=0, uid, 0, root",
        "TRUSTED_APP, exe=2F65, exe, /e, /e",
        "TRUSTED_APP, ses=12, ses, 12, 12",
        "SOCKADDR, saddr=0100, saddr, { saddr_fam=local sockaddr len too short }, { saddr_fam=local unnamed socket }",
        "CONFIG_CHANGE, list=7, list, unknown-list(7), io_uring",
    })
    void eachHasItsWords(String type, String fields, String field, String of3, String of4) {
        AuditEvent event =
                Events.single("type=" + type + " msg=audit(1.000:1): arch=c000003e " + fields + " items=0\n");
        int index = event.first().find(field);

        assertThat(OF_3.of(event, Identities.none()).text(event.first(), index)).isEqualTo(of3);
        assertThat(OF_4.of(event, Identities.none()).text(event.first(), index)).isEqualTo(of4);
    }
}
