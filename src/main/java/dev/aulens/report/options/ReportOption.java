package dev.aulens.report.options;

import static dev.aulens.query.options.OptionText.flag;
import static dev.aulens.query.options.OptionText.valued;

import dev.aulens.query.options.OptionText;
import dev.aulens.report.MoreReport;
import dev.aulens.report.Report;
import dev.aulens.report.ReportFormat;
import dev.aulens.report.ReportKind;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The options of aureport(8), in the order of its usage, and those that aulens adds.
 *
 * <p>This one table feeds the parser of the words, the usage, the help and the shell's completion. Of aureport's own the
 * help is in aureport's words, because its usage is compared byte for byte.
 */
public enum ReportOption {
    AVC(Group.REPORT, Takes.NOTHING, ReportKind.AVC, "Avc report", "-a", "--avc"),
    AUTHENTICATION(Group.REPORT, Takes.NOTHING, ReportKind.AUTHENTICATION, "Authentication report", "-au", "--auth"),
    COMMAND(Group.REPORT, Takes.NO_VALUE, ReportKind.COMMAND, "Commands run report", "--comm"),
    CONFIG(Group.REPORT, Takes.NOTHING, ReportKind.CONFIG, "Config change report", "-c", "--config"),
    CRYPTO(Group.REPORT, Takes.NOTHING, ReportKind.CRYPTO, "Crypto report", "-cr", "--crypto"),
    DEBUG(Group.SEARCH, Takes.NOTHING, flag("Write malformed events that are skipped to stderr", "--debug")),
    EOE_TIMEOUT(Group.SEARCH, Takes.VALUE, valued("secs", "End of Event Timeout", "--eoe-timeout")),
    EVENT(Group.REPORT, Takes.NOTHING, ReportKind.EVENT, "Event report", "-e", "--event"),
    ESCAPE(Group.SEARCH, Takes.VALUE, valued("option", "Escape output", "--escape")),
    FILE(Group.REPORT, Takes.NO_VALUE, ReportKind.FILE, "File name report", "-f", "--file"),
    FAILED(Group.WHICH, Takes.NOTHING, flag("only failed events in report", "--failed")),
    HOST(Group.REPORT, Takes.NO_VALUE, ReportKind.HOST, "Remote Host name report", "-h", "--host"),
    HELP(Group.OUTPUT, Takes.NOTHING, flag("help", "--help")),
    INTERPRET(Group.OUTPUT, Takes.NOTHING_AND_SAYS_SO, flag("Interpretive mode", "-i", "--interpret")),
    INPUT(Group.SEARCH, Takes.VALUE, valued("<Input File name>", "use this file as input", "-if", "--input")),
    INPUT_LOGS(Group.SEARCH, Takes.NOTHING, flag("Use the logs even if stdin is a pipe", "--input-logs")),
    INTEGRITY(Group.REPORT, Takes.NOTHING, ReportKind.INTEGRITY, "Integrity event report", "--integrity"),
    KEY(Group.REPORT, Takes.NO_VALUE, ReportKind.KEY, "Key report", "-k", "--key"),
    LOGIN(Group.REPORT, Takes.NOTHING, ReportKind.LOGIN, "Login report", "-l", "--login"),
    MODIFICATION(
            Group.REPORT, Takes.NOTHING, ReportKind.MODIFICATION, "Modification to accounts report", "-m", "--mods"),
    POLICY(Group.REPORT, Takes.NOTHING, ReportKind.POLICY, "Mandatory Access Control (MAC) report", "-ma", "--mac"),
    ANOMALY(Group.REPORT, Takes.NO_VALUE, ReportKind.ANOMALY, "aNomaly report", "-n", "--anomaly"),
    NO_CONFIG(Group.WHICH, Takes.NOTHING, flag("Don't include config events", "-nc", "--no-config")),
    NODE(Group.SEARCH, Takes.VALUE, valued("<node name>", "Only events from a specific node", "--node")),
    PROCESS(Group.REPORT, Takes.NO_VALUE, ReportKind.PROCESS, "Pid report", "-p", "--pid"),
    RESPONSE(Group.REPORT, Takes.NO_VALUE, ReportKind.RESPONSE, "Response to anomaly report", "-r", "--response"),
    SYSCALL(Group.REPORT, Takes.NO_VALUE, ReportKind.SYSCALL, "Syscall report", "-s", "--syscall"),
    SUCCESS(Group.WHICH, Takes.NOTHING, flag("only success events in report", "--success")),
    SUMMARY(Group.OUTPUT, Takes.NOTHING, flag("sorted totals for main object in report", "--summary")),
    LOG(Group.REPORT, Takes.NOTHING, new Report.LogTimes(), flag("Log time range report", "-t", "--log")),
    END(Group.SEARCH, Takes.TIME, valued("[end date] [end time]", "ending date & time for reports", "-te", "--end")),
    TERMINAL(Group.REPORT, Takes.NO_VALUE, ReportKind.TERMINAL, "TerMinal name report", "-tm", "--terminal"),
    START(
            Group.SEARCH,
            Takes.TIME,
            valued("[start date] [start time]", "starting data & time for reports", "-ts", "--start")),
    KEYSTROKES(Group.REPORT, Takes.NOTHING, ReportKind.KEYSTROKES, "Report about tty keystrokes", "--tty"),
    USER(Group.REPORT, Takes.NO_VALUE, ReportKind.USER, "User name report", "-u", "--user"),
    VERSION(Group.OUTPUT, Takes.NOTHING, flag("Version", "-v", "--version")),
    VIRTUALIZATION(Group.REPORT, Takes.NOTHING, ReportKind.VIRTUALIZATION, "Virtualization report", "--virt"),
    EXECUTABLE(Group.REPORT, Takes.NO_VALUE, ReportKind.EXECUTABLE, "eXecutable name report", "-x", "--executable"),

    ADD(Group.HIDDEN, Takes.NOTHING, flag("leave out what was deleted", "--add")),
    DELETE(Group.HIDDEN, Takes.NOTHING, flag("leave out what was added", "--delete")),

    SESSIONS(
            Group.MORE,
            MoreReport.SESSIONS,
            "login sessions: from, to, user, address, commands, failures",
            "--session"),
    LOGINS(Group.MORE, MoreReport.LOGINS, "logins by source address: how many succeeded and failed", "--logins"),
    SUDO(Group.MORE, MoreReport.SUDO, "who ran what as whom with sudo", "--sudo"),
    RULES(
            Group.MORE,
            MoreReport.RULES,
            "events by key of the rule, the noisiest combinations, and the rules that would leave them out",
            "--rules"),
    GAPS(Group.MORE, MoreReport.GAPS, "serials that are missing: lost events", "--gaps"),

    FORMAT(
            Group.BEYOND,
            Takes.VALUE,
            valued("FORMAT", "", "--format")
                    .oneOf(Stream.of(ReportFormat.values())
                            .map(ReportFormat::word)
                            .toList())),
    TOP(Group.BEYOND, Takes.VALUE, valued("N", "only so many rows", "--top"));

    /** The parts of the help. */
    public enum Group {
        REPORT("Reports (one at a time; without one a summary of everything):"),
        MORE("Reports beyond aureport:"),
        WHICH("Events of the report:"),
        OUTPUT("Output:"),
        BEYOND("Output beyond aureport:"),
        /** Options that searches have too, with the same meaning. */
        SEARCH(""),
        /** Options that aureport has, but does not tell of. */
        HIDDEN("Changes of accounts, groups and policies:");

        private final String heading;

        Group(String heading) {
            this.heading = heading;
        }

        public String heading() {
            return heading;
        }
    }

    /** What follows an option. */
    public enum Takes {
        /** No value; a word that follows is looked at by itself. */
        NOTHING,
        /** No value; a word that follows is refused with a message of its own. */
        NOTHING_AND_SAYS_SO,
        /** No value; aureport says of a word that follows that it cannot do that yet. */
        NO_VALUE,
        /** A word that does not begin with a minus. */
        VALUE,
        /** One or two words. */
        TIME
    }

    private static final Map<String, ReportOption> BY_SPELLING = OptionText.bySpelling(values(), ReportOption::text);

    private final Group group;
    private final Takes takes;

    @SuppressWarnings("ImmutableEnumChecker") // a record, of an enum's constant and no rules
    private final @Nullable Report report;

    @SuppressWarnings("ImmutableEnumChecker") // its list is one of List.of
    private final OptionText text;

    ReportOption(Group group, Takes takes, ReportKind kind, String help, String... names) {
        this(group, takes, new Report.Detailed(kind), flag(help, names));
    }

    ReportOption(Group group, MoreReport more, String help, String name) {
        this(group, Takes.NOTHING, new Report.More(more, null), flag(help, name));
    }

    ReportOption(Group group, Takes takes, OptionText text) {
        this(group, takes, null, text);
    }

    ReportOption(Group group, Takes takes, @Nullable Report report, OptionText text) {
        this.group = group;
        this.takes = takes;
        this.report = report;
        this.text = text;
    }

    /** Returns the option that is spelled exactly so, null if there is none. */
    public static @Nullable ReportOption of(String word) {
        return BY_SPELLING.get(word);
    }

    /** Returns the report that the option asks for, null if it asks for none. */
    @Nullable
    Report report() {
        return report;
    }

    public Group group() {
        return group;
    }

    public Takes takes() {
        return takes;
    }

    /** Returns the spellings and the line in the help. */
    public OptionText text() {
        return text;
    }

    /** Tells whether aureport has the option too. */
    public boolean isAureport() {
        return group != Group.MORE && group != Group.BEYOND;
    }
}
