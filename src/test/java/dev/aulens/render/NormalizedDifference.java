package dev.aulens.render;

import dev.aulens.event.AuditEvent;
import dev.aulens.interpret.Interpreter;
import dev.aulens.record.AuditRecord;
import java.util.List;

/**
 * Where aulens prints something else than ausearch 3.0.9 in csv and text on purpose: the rows of docs/differences.md.
 *
 * @param why what differs
 * @param explains tells whether two lines of an event differ for that reason
 */
record NormalizedDifference(String why, Check explains) {

    /** Looks at an event and what aulens and ausearch print of it. */
    @FunctionalInterface
    interface Check {
        boolean test(AuditEvent event, String ours, String theirs);
    }

    private static final Interpreter INTERPRETER = Interpreter.load();

    /** Those of the samples: none, MIPS, riscv64. */
    private static final List<String> UNKNOWN_ARCHITECTURES = List.of("deadbeef", "c0000008", "c00000f3");

    private static final List<NormalizedDifference> ALL = List.of(
            new NormalizedDifference(
                    "an event that is not understood has all columns",
                    (event, ours, theirs) -> ours.startsWith(theirs)
                            && ours.substring(theirs.length()).replace(",", "").isEmpty()),
            new NormalizedDifference(
                    "what a file is renamed to is found in the next record, as in 4.x",
                    (event, ours, theirs) -> systemCall(event).startsWith("rename")),
            new NormalizedDifference(
                    "fields of the SYSCALL record are not looked up in a record before it",
                    (event, ours, theirs) -> event.first().type().is("AVC") && event.first("SYSCALL") != null),
            new NormalizedDifference(
                    "the subject's label is found wherever it stands in the record",
                    (event, ours, theirs) -> event.records().size() == 1
                            && withoutLabel(event, ours).equals(theirs)),
            new NormalizedDifference(
                    "a system call that auditd did not know when it wrote the record is looked up",
                    (event, ours, theirs) -> theirs.contains("unknown-syscall(-1)")),
            new NormalizedDifference(
                    "names whose separator the copy of a log lost are used all the same",
                    (event, ours, theirs) -> event.records().stream().anyMatch(NormalizedDifference::lostSeparator)),
            new NormalizedDifference(
                    "a closing parenthesis belongs to the value if an opening one does",
                    (event, ours, theirs) -> ours.contains("(default)") && theirs.contains("(default")),
            new NormalizedDifference(
                    "a rule without key is named by its list, as in 4.x",
                    (event, ours, theirs) -> event.first().type().is("CONFIG_CHANGE")
                            && event.first().find("list") >= 0),
            new NormalizedDifference(
                    "system calls that 4.x knows",
                    (event, ours, theirs) -> theirs.contains("triggered-") && !ours.contains("triggered-")),
            new NormalizedDifference(
                    "a quoted value may have blanks",
                    (event, ours, theirs) -> event.records().stream().anyMatch(NormalizedDifference::hasQuotedBlank)),
            new NormalizedDifference(
                    "an operation of io_uring is by an audit rule, as in 4.x",
                    (event, ours, theirs) -> event.first().type().is("URINGOP")),
            new NormalizedDifference(
                    "chown leaves alone an owner of -1, then the group is shown",
                    (event, ours, theirs) -> ours.contains("changed-file-ownership-of")),
            new NormalizedDifference(
                    "a path's last part may be ..",
                    (event, ours, theirs) -> event.records().stream()
                            .anyMatch(record ->
                                    String.valueOf(record.getDecoded("name")).endsWith("/.."))),
            new NormalizedDifference(
                    "the file is found in an event that has fewer records than most",
                    (event, ours, theirs) -> event.first("CWD") == null && event.first("PATH") != null),
            new NormalizedDifference(
                    "system calls of an architecture that 3.0.9 does not know",
                    (event, ours, theirs) -> UNKNOWN_ARCHITECTURES.contains(event.syscall()
                            .map(call -> String.valueOf(call.get("arch")))
                            .orElse(""))));

    static boolean isKnown(AuditEvent event, String ours, String theirs) {
        return ALL.stream().anyMatch(difference -> difference.explains.test(event, ours, theirs));
    }

    private static String systemCall(AuditEvent event) {
        return event.syscall()
                .map(call -> String.valueOf(INTERPRETER.syscallName(call)))
                .orElse("");
    }

    private static String withoutLabel(AuditEvent event, String line) {
        String label = event.first().get("subj");
        return label == null ? line : line.replace("," + label + ",", ",,");
    }

    private static boolean lostSeparator(AuditRecord record) {
        return record.isEnriched() && RecordBytes.separator(record) == record.line().length;
    }

    private static boolean hasQuotedBlank(AuditRecord record) {
        for (int i = 0; i < record.fieldCount(); i++) {
            if (record.isQuoted(i) && record.value(i).indexOf(' ') >= 0) {
                return true;
            }
        }
        return false;
    }
}
