package dev.aulens.report.options;

import dev.aulens.report.MoreReport;
import dev.aulens.report.Report;
import dev.aulens.report.ReportKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    DEBUG(Group.SEARCH, Takes.NOTHING, "Write malformed events that are skipped to stderr", List.of("--debug")),
    EOE_TIMEOUT(Group.SEARCH, Takes.VALUE, "secs", "End of Event Timeout", "--eoe-timeout"),
    EVENT(Group.REPORT, Takes.NOTHING, ReportKind.EVENT, "Event report", "-e", "--event"),
    ESCAPE(Group.SEARCH, Takes.VALUE, "option", "Escape output", "--escape"),
    FILE(Group.REPORT, Takes.NO_VALUE, ReportKind.FILE, "File name report", "-f", "--file"),
    FAILED(Group.WHICH, Takes.NOTHING, "only failed events in report", List.of("--failed")),
    HOST(Group.REPORT, Takes.NO_VALUE, ReportKind.HOST, "Remote Host name report", "-h", "--host"),
    HELP(Group.OUTPUT, Takes.NOTHING, "help", List.of("--help")),
    INTERPRET(Group.OUTPUT, Takes.NOTHING_AND_SAYS_SO, "Interpretive mode", List.of("-i", "--interpret")),
    INPUT(Group.SEARCH, Takes.VALUE, "<Input File name>", "use this file as input", "-if", "--input"),
    INPUT_LOGS(Group.SEARCH, Takes.NOTHING, "Use the logs even if stdin is a pipe", List.of("--input-logs")),
    INTEGRITY(Group.REPORT, Takes.NOTHING, ReportKind.INTEGRITY, "Integrity event report", "--integrity"),
    KEY(Group.REPORT, Takes.NO_VALUE, ReportKind.KEY, "Key report", "-k", "--key"),
    LOGIN(Group.REPORT, Takes.NOTHING, ReportKind.LOGIN, "Login report", "-l", "--login"),
    MODIFICATION(
            Group.REPORT, Takes.NOTHING, ReportKind.MODIFICATION, "Modification to accounts report", "-m", "--mods"),
    POLICY(Group.REPORT, Takes.NOTHING, ReportKind.POLICY, "Mandatory Access Control (MAC) report", "-ma", "--mac"),
    ANOMALY(Group.REPORT, Takes.NO_VALUE, ReportKind.ANOMALY, "aNomaly report", "-n", "--anomaly"),
    NO_CONFIG(Group.WHICH, Takes.NOTHING, "Don't include config events", List.of("-nc", "--no-config")),
    NODE(Group.SEARCH, Takes.VALUE, "<node name>", "Only events from a specific node", "--node"),
    PROCESS(Group.REPORT, Takes.NO_VALUE, ReportKind.PROCESS, "Pid report", "-p", "--pid"),
    RESPONSE(Group.REPORT, Takes.NO_VALUE, ReportKind.RESPONSE, "Response to anomaly report", "-r", "--response"),
    SYSCALL(Group.REPORT, Takes.NO_VALUE, ReportKind.SYSCALL, "Syscall report", "-s", "--syscall"),
    SUCCESS(Group.WHICH, Takes.NOTHING, "only success events in report", List.of("--success")),
    SUMMARY(Group.OUTPUT, Takes.NOTHING, "sorted totals for main object in report", List.of("--summary")),
    LOG(Group.REPORT, Takes.NOTHING, "Log time range report", List.of("-t", "--log")),
    END(Group.SEARCH, Takes.TIME, "[end date] [end time]", "ending date & time for reports", "-te", "--end"),
    TERMINAL(Group.REPORT, Takes.NO_VALUE, ReportKind.TERMINAL, "TerMinal name report", "-tm", "--terminal"),
    START(Group.SEARCH, Takes.TIME, "[start date] [start time]", "starting data & time for reports", "-ts", "--start"),
    KEYSTROKES(Group.REPORT, Takes.NOTHING, ReportKind.KEYSTROKES, "Report about tty keystrokes", "--tty"),
    USER(Group.REPORT, Takes.NO_VALUE, ReportKind.USER, "User name report", "-u", "--user"),
    VERSION(Group.OUTPUT, Takes.NOTHING, "Version", List.of("-v", "--version")),
    VIRTUALIZATION(Group.REPORT, Takes.NOTHING, ReportKind.VIRTUALIZATION, "Virtualization report", "--virt"),
    EXECUTABLE(Group.REPORT, Takes.NO_VALUE, ReportKind.EXECUTABLE, "eXecutable name report", "-x", "--executable"),

    ADD(Group.HIDDEN, Takes.NOTHING, "leave out what was deleted", List.of("--add")),
    DELETE(Group.HIDDEN, Takes.NOTHING, "leave out what was added", List.of("--delete")),

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

    FORMAT(Group.BEYOND, Takes.VALUE, "FORMAT", "text, csv, json, markdown", "--format"),
    TOP(Group.BEYOND, Takes.VALUE, "N", "only so many rows", "--top");

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

    private static final Map<String, ReportOption> BY_NAME = byName();

    private final Group group;
    private final Takes takes;
    private final @Nullable ReportKind kind;
    private final @Nullable MoreReport more;
    private final @Nullable String label;
    private final String help;
    private final String name;
    private final @Nullable String longName;

    ReportOption(Group group, Takes takes, @Nullable ReportKind kind, String help, String... names) {
        this(group, takes, kind, null, null, help, List.of(names));
    }

    ReportOption(Group group, Takes takes, String label, String help, String name, String... names) {
        this(group, takes, null, null, label, help, with(name, names));
    }

    ReportOption(Group group, Takes takes, String help, List<String> names) {
        this(group, takes, null, null, null, help, names);
    }

    ReportOption(Group group, MoreReport more, String help, String name) {
        this(group, Takes.NOTHING, null, more, null, help, List.of(name));
    }

    ReportOption(
            Group group,
            Takes takes,
            @Nullable ReportKind kind,
            @Nullable MoreReport more,
            @Nullable String label,
            String help,
            List<String> names) {
        this.group = group;
        this.takes = takes;
        this.kind = kind;
        this.more = more;
        this.label = label;
        this.help = help;
        this.name = names.get(0);
        this.longName = names.size() > 1 ? names.get(1) : null;
    }

    private static List<String> with(String name, String... names) {
        return names.length == 0 ? List.of(name) : List.of(name, names[0]);
    }

    /** Returns the option that is spelled exactly so, null if there is none. */
    public static @Nullable ReportOption of(String word) {
        return BY_NAME.get(word);
    }

    /** Returns the report that the option asks for, null if it asks for none. */
    @Nullable
    Report report() {
        if (this == LOG) {
            return new Report.LogTimes();
        }
        if (more != null) {
            return new Report.More(more, null);
        }
        return kind == null ? null : new Report.Detailed(kind);
    }

    public Group group() {
        return group;
    }

    public Takes takes() {
        return takes;
    }

    /** Returns what the help calls the value, null if the option has none. */
    public @Nullable String label() {
        return label;
    }

    /** Returns the option's line in the help. */
    public String help() {
        return help;
    }

    /** Returns the spellings. */
    public List<String> names() {
        return longName == null ? List.of(name) : List.of(name, longName);
    }

    /** Tells whether aureport has the option too. */
    public boolean isAureport() {
        return group != Group.MORE && group != Group.BEYOND;
    }

    private static Map<String, ReportOption> byName() {
        Map<String, ReportOption> options = new HashMap<>();
        for (ReportOption option : values()) {
            option.names().forEach(name -> options.put(name, option));
        }
        return options;
    }
}
