package dev.aulens.render;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Where aulens prints something else than ausearch 3.0.9 on purpose: the rows of docs/differences.md.
 *
 * @param why what differs
 * @param explains tells whether two words, first aulens's, differ for that reason
 */
public record KnownDifference(String why, BiPredicate<String, String> explains) {

    private static final List<KnownDifference> ALL = List.of(
            new KnownDifference(
                    "the flags of clone are its first argument, as in 4.x",
                    (ours, theirs) -> isArgument(ours, theirs, "a0=")
                            || ((theirs.startsWith("a2=CLONE_") || theirs.startsWith("a2=SIG"))
                                    && ours.startsWith("a2=0x"))),
            new KnownDifference(
                    "names of 4.x for what a seccomp filter kills",
                    (ours, theirs) -> ours.startsWith("code=") && theirs.startsWith("code=")),
            new KnownDifference(
                    "operations of io_uring have names, as in 4.x", (ours, theirs) -> ours.startsWith("uring_op=")),
            new KnownDifference(
                    "the third argument of chown is a group, as in 4.x",
                    (ours, theirs) -> isArgument(ours, theirs, "a2=")),
            new KnownDifference(
                    "the fourth argument of faccessat2 has flags, as in 4.x",
                    (ours, theirs) -> isArgument(ours, theirs, "a3=")),
            new KnownDifference(
                    "system calls that 4.x knows",
                    (ours, theirs) -> ours.startsWith("syscall=") && theirs.startsWith("syscall=unknown-syscall(")),
            new KnownDifference(
                    "OPENAT2's flags are octal if they begin with 0, as in 4.x",
                    (ours, theirs) -> ours.startsWith("oflag=") && theirs.startsWith("oflag=")),
            new KnownDifference(
                    "what a fanotify listener decided by, as in 4.x",
                    (ours, theirs) ->
                            ours.startsWith("fan_") || ours.startsWith("subj_trust=") || ours.startsWith("obj_trust=")),
            new KnownDifference(
                    "the command of fsconfig, as in 4.x", (ours, theirs) -> isArgument(ours, theirs, "a1=")),
            new KnownDifference(
                    "names that 4.x knows",
                    (ours, theirs) -> theirs.contains("=unknown-") && !ours.contains("=unknown-")),
            new KnownDifference("the list of io_uring, as in 4.x", (ours, theirs) -> ours.equals("list=io_uring")),
            new KnownDifference(
                    "more bytes that a terminal obeys are escaped",
                    (ours, theirs) -> ours.indexOf('\\') >= 0 && theirs.chars().anyMatch(c -> c >= 0x7F)),
            new KnownDifference(
                    "the name of a user or group that the document does not have",
                    (ours, theirs) ->
                            ours.contains("=unknown(") && theirs.startsWith(ours.substring(0, ours.indexOf('=') + 1))),
            new KnownDifference(
                    "the errno of integrity records, as in 4.x", (ours, theirs) -> ours.startsWith("errno=")));

    /** Parts of a line that ausearch prints, by which the whole line is known to differ. */
    private static final List<String> LINES = List.of(
            "arch=unknown-elf-type(", // a machine that 3.0.9 does not know, or whose system calls nobody knows
            "syscall=unknown-syscall(", // a system call that 4.x knows, and so its arguments
            "UID=\"", // names whose separator the copy of a log lost are used all the same
            "SYSCALL=",
            "sockaddr len too short", // an unnamed socket, as in 4.x
            "  msg='"); // a name after two blanks, as in 4.x

    /** Tells whether all words in which the lines differ are known to differ. */
    public static boolean explain(String ours, String theirs) {
        if (LINES.stream().anyMatch(theirs::contains)) {
            return true;
        }
        List<String> our = words(ours);
        List<String> their = words(theirs);
        if (our.size() != their.size()) {
            return false;
        }
        for (int i = 0; i < our.size(); i++) {
            if (!our.get(i).equals(their.get(i)) && !isKnown(our.get(i), their.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isKnown(String ours, String theirs) {
        return ALL.stream().anyMatch(difference -> difference.explains.test(ours, theirs));
    }

    private static boolean isArgument(String ours, String theirs, String name) {
        return ours.startsWith(name) && theirs.startsWith(name + "0x");
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        int from = 0;
        for (int to = line.indexOf(' '); to >= 0; to = line.indexOf(' ', from)) {
            words.add(line.substring(from, to));
            from = to + 1;
        }
        words.add(line.substring(from));
        return words;
    }
}
