package dev.aulens.render;

import dev.aulens.event.AuditEvent;
import dev.aulens.record.AuditRecord;
import java.util.List;

/**
 * Where aulens prints something else than ausearch 3.0.9 in csv and text on purpose: the rows of docs/differences.md.
 *
 * @param why what differs
 * @param example records of an event in which it does
 * @param explains tells whether two lines of an event differ for that reason
 */
record NormalizedDifference(String why, String example, Check explains) {

    /** Looks at an event and what aulens and ausearch print of it. */
    @FunctionalInterface
    interface Check {
        boolean test(AuditEvent event, String ours, String theirs);
    }

    /** Those of the samples: none, MIPS, riscv64. */
    private static final List<String> UNKNOWN_ARCHITECTURES = List.of("deadbeef", "c0000008", "c00000f3");

    static final List<NormalizedDifference> ALL = List.of(
            new NormalizedDifference(
                    "more bytes that a terminal obeys are escaped",
                    """
                    type=USER_AUTH msg=audit(1700000000.000:1): pid=1 uid=0 auid=0 ses=1 msg='acct=61C29B exe="/e" res=success'
                    """,
                    (event, ours, theirs) ->
                            ours.indexOf('\\') >= 0 && theirs.chars().anyMatch(c -> c >= 0x7F)),
            new NormalizedDifference(
                    "a record without a key has none, also where the names behind it are glued to it",
                    """
                    type=SYSCALL msg=audit(1700000000.000:1): arch=c000003e syscall=2 success=yes exit=3 a0=1 a1=0 a2=0 a3=0 \
                    items=0 ppid=1 pid=2 auid=0 uid=0 gid=0 euid=0 suid=0 fsuid=0 egid=0 sgid=0 fsgid=0 tty=pts0 ses=1 \
                    comm="c" exe="/e" key=(null)ARCH=x86_64 SYSCALL=open
                    """,
                    (event, ours, theirs) -> (ours + "(null)").equals(theirs)),
            new NormalizedDifference(
                    "a name of nothing but .. is the root directory, not the name of an event before",
                    """
                    type=SYSCALL msg=audit(1700000000.000:1): arch=c000003e syscall=2 success=yes exit=3 a0=1 a1=0 a2=0 a3=0 \
                    items=1 ppid=1 pid=2 auid=0 uid=0 ses=1 comm="c" exe="/e" key=(null)
                    type=CWD msg=audit(1700000000.000:1): cwd="/"
                    type=PATH msg=audit(1700000000.000:1): item=0 name=".." inode=2 mode=040755 nametype=NORMAL
                    """,
                    (event, ours, theirs) -> event.records().stream().anyMatch(NormalizedDifference::namesOnlyParent)),
            new NormalizedDifference(
                    "who has a name only is not looked up on this machine",
                    """
                    type=USER_LOGIN msg=audit(1700000000.000:1): pid=1 uid=0 auid=0 ses=1 msg='acct="daemon" exe="/e" terminal=ssh res=failed'
                    """,
                    (event, ours, theirs) -> event.first().type().is("USER_LOGIN") && ours.contains(",unknown-acct,")),
            new NormalizedDifference(
                    "system calls of an architecture that 3.0.9 does not know",
                    """
                    type=SYSCALL msg=audit(1700000000.000:1): arch=c00000f3 syscall=56 success=yes exit=0 a0=1 a1=0 a2=0 a3=0 \
                    items=0 ppid=1 pid=2 auid=0 uid=0 ses=1 comm="c" exe="/e" key="k"
                    """,
                    (event, ours, theirs) -> UNKNOWN_ARCHITECTURES.contains(event.syscall()
                            .map(call -> String.valueOf(call.get("arch")))
                            .orElse(""))));

    static boolean isKnown(AuditEvent event, String ours, String theirs) {
        return ALL.stream().anyMatch(difference -> difference.explains.test(event, ours, theirs));
    }

    @Override
    public String toString() {
        return why;
    }

    private static boolean namesOnlyParent(AuditRecord record) {
        return "..".equals(record.get("name"));
    }
}
