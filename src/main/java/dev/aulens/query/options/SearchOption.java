package dev.aulens.query.options;

import dev.aulens.interpret.Edition;
import dev.aulens.query.time.TimeExpressions;
import dev.aulens.render.Escaping;
import dev.aulens.render.OutputFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The options of {@code aulens search}: those of ausearch(8) under the same names, and those that aulens adds.
 *
 * <p>This one table feeds the parser of the words, the help and the shell's completion.
 */
public enum SearchOption {
    EVENT(Group.WHAT, Takes.VALUE, "ID", "serial number of the event", "-a", "--event"),
    ARCH(Group.WHAT, Takes.VALUE, "CPU", "architecture of the system call: x86_64, b32, c000003e", "--arch"),
    COMM(Group.WHAT, Takes.VALUE, "NAME", "command name (comm)", "-c", "--comm"),
    EXIT(Group.WHAT, Takes.SIGNED_VALUE, "CODE", "exit code of the system call: -13 or EACCES", "-e", "--exit"),
    FILE(Group.WHAT, Takes.VALUE, "NAME", "file name or working directory", "-f", "--file"),
    GID_ALL(Group.WHAT, Takes.VALUE, "GROUP", "group, real or effective", "-ga", "--gid-all"),
    GID_EFFECTIVE(Group.WHAT, Takes.VALUE, "GROUP", "effective group", "-ge", "--gid-effective"),
    GID(Group.WHAT, Takes.VALUE, "GROUP", "real group", "-gi", "--gid"),
    HOST(Group.WHAT, Takes.VALUE, "NAME", "remote host, name or address", "-hn", "--host"),
    INPUT(
            Group.WHAT,
            Takes.VALUE,
            "PATH",
            "only events that were read from this file or below this folder",
            "-if",
            "--input"),
    KEY(Group.WHAT, Takes.VALUE, "KEY", "key of the audit rule", "-k", "--key"),
    MESSAGE(Group.WHAT, Takes.VALUE, "TYPE[,TYPE...]", "record types, or ALL", "-m", "--message"),
    NODE(Group.WHAT, Takes.VALUE, "HOST", "host that wrote the event; * and ? are wildcards", "-n", "--node"),
    OBJECT(Group.WHAT, Takes.VALUE, "CONTEXT", "security context of the object", "-o", "--object"),
    PID(Group.WHAT, Takes.VALUE, "PID", "process", "-p", "--pid"),
    PPID(Group.WHAT, Takes.VALUE, "PID", "parent process", "-pp", "--ppid"),
    SYSCALL(Group.WHAT, Takes.VALUE, "NAME", "system call, name or number", "-sc", "--syscall"),
    CONTEXT(Group.WHAT, Takes.VALUE, "CONTEXT", "security context of subject or object", "-se", "--context"),
    SESSION(Group.WHAT, Takes.SIGNED_VALUE, "ID", "login session; -1: none", "--session"),
    SUBJECT(Group.WHAT, Takes.VALUE, "CONTEXT", "security context of the subject", "-su", "--subject"),
    SUCCESS(Group.WHAT, Takes.VALUE, "yes|no", "whether it succeeded", List.of("yes", "no"), "-sv", "--success"),
    TERMINAL(Group.WHAT, Takes.VALUE, "NAME", "terminal", "-tm", "--terminal"),
    UID_ALL(Group.WHAT, Takes.VALUE, "USER", "user: real, effective or login", "-ua", "--uid-all"),
    UID_EFFECTIVE(Group.WHAT, Takes.VALUE, "USER", "effective user", "-ue", "--uid-effective"),
    UID(Group.WHAT, Takes.VALUE, "USER", "real user", "-ui", "--uid"),
    LOGIN_UID(Group.WHAT, Takes.SIGNED_VALUE, "USER", "user who logged in; -1: nobody", "-ul", "--loginuid"),
    UUID(Group.WHAT, Takes.VALUE, "UUID", "virtual machine, by id", "-uu", "--uuid"),
    VM_NAME(Group.WHAT, Takes.VALUE, "NAME", "virtual machine, by name", "-vm", "--vm-name"),
    WORD(Group.WHAT, Takes.NOTHING, null, "texts are whole values, not parts of values", "-w", "--word"),
    EXECUTABLE(Group.WHAT, Takes.VALUE, "PATH", "executable", "-x", "--executable"),

    START(
            Group.WHEN,
            Takes.TIME,
            "TIME",
            "first moment: a date, a time, both, a word, or as now-1d/d",
            TimeExpressions.words(),
            "-ts",
            "--start"),
    END(Group.WHEN, Takes.TIME, "TIME", "last moment, in the same forms", TimeExpressions.words(), "-te", "--end"),
    CHECKPOINT(Group.WHEN, Takes.VALUE, "FILE", "go on where the last search with this file ended", "--checkpoint"),

    INTERPRET(
            Group.OUTPUT,
            Takes.NOTHING_AND_SAYS_SO,
            null,
            "numbers as words; the same as --format interpret",
            "-i",
            "--interpret"),
    RAW(Group.OUTPUT, Takes.NOTHING_AND_SAYS_SO, null, "the records as they were written", "-r", "--raw"),
    FORMAT(
            Group.OUTPUT,
            Takes.VALUE,
            "FORMAT",
            "raw, default, interpret, csv, text, json, table",
            words(OutputFormat.values(), OutputFormat::word),
            "--format"),
    ESCAPE(
            Group.OUTPUT,
            Takes.VALUE,
            "HOW",
            "control characters: raw, tty, shell, shell_quote",
            words(Escaping.values(), Escaping::word),
            "--escape"),
    EXTRA_KEYS(Group.OUTPUT, Takes.NOTHING_AND_SAYS_SO, null, "csv: a column with the key", "--extra-keys"),
    EXTRA_LABELS(Group.OUTPUT, Takes.NOTHING_AND_SAYS_SO, null, "csv: columns with the contexts", "--extra-labels"),
    EXTRA_OBJ2(Group.OUTPUT, Takes.NOTHING_AND_SAYS_SO, null, "csv: columns with a second object", "--extra-obj2"),
    EXTRA_TIME(Group.OUTPUT, Takes.NOTHING_AND_SAYS_SO, null, "csv: columns with parts of the time", "--extra-time"),
    JUST_ONE(Group.OUTPUT, Takes.NOTHING, null, "stop after the first event", "--just-one"),
    LINE_BUFFERED(Group.OUTPUT, Takes.NOTHING, null, "flush after each event", "-l", "--line-buffered"),
    DEBUG(
            Group.IGNORED,
            Takes.NOTHING,
            null,
            "accepted for ausearch's sake; malformed lines are in the dead letters",
            "--debug"),
    EOE_TIMEOUT(
            Group.IGNORED,
            Takes.VALUE,
            "SECONDS",
            "accepted for ausearch's sake; events are joined when indexed",
            "--eoe-timeout"),
    INPUT_LOGS(
            Group.IGNORED,
            Takes.NOTHING,
            null,
            "accepted for ausearch's sake; standard input is never read",
            "--input-logs"),

    INDEX(Group.BEYOND, Takes.VALUE, "PREFIX", "which indices; default: AULENS_INDEX, else auditd", "--index"),
    AUSEARCH_VERSION(
            Group.BEYOND,
            Takes.VALUE,
            "VERSION",
            "3 or 4: whose words -i, csv and text use where versions of ausearch differ; default: 3",
            words(Edition.values(), Edition::version),
            "--ausearch-version"),
    COLUMNS(
            Group.BEYOND,
            Takes.VALUE,
            "FIELD[,FIELD...]",
            "table: time, node, user, action, object, how, or fields of documents",
            "--columns"),
    LIMIT(Group.BEYOND, Takes.VALUE, "N", "stop after so many events", "--limit"),
    REVERSE(Group.BEYOND, Takes.NOTHING, null, "latest events first", "--reverse"),
    KQL(
            Group.BEYOND,
            Takes.SIGNED_VALUE,
            "QUERY",
            "a query in the language of Kibana; must hold as well as all other conditions",
            "--kql"),
    LUCENE(
            Group.BEYOND,
            Takes.SIGNED_VALUE,
            "QUERY",
            "a query in Lucene's syntax, as Kibana's search bar takes it; likewise",
            "--lucene"),
    BY(Group.COUNTS, Takes.VALUE, "FIELD", "count for each value of this field too", "--by"),
    COUNT(Group.BEYOND, Takes.NOTHING, null, "print only how many events there are", "--count"),
    EXPLAIN(
            Group.BEYOND,
            Takes.NOTHING,
            null,
            "print the query as JSON and in KQL (Lucene, where KQL cannot say it) instead of asking it",
            "--explain"),
    KIBANA_LINK(
            Group.BEYOND,
            Takes.NOTHING,
            null,
            "print a link to Kibana's Discover with this search; Kibana is at KIBANA_URL",
            "--kibana-link"),
    NO_PAGER(Group.BEYOND, Takes.NOTHING, null, "print to the terminal directly", "--no-pager"),

    HELP(Group.OUTPUT, Takes.NOTHING, null, "print this text", "-h", "--help"),
    VERSION(Group.OUTPUT, Takes.NOTHING, null, "print the version", "-v", "--version");

    /** The parts of the help. */
    public enum Group {
        WHAT("Events to find (all conditions must hold):"),
        WHEN("Time:"),
        OUTPUT("Output:"),
        BEYOND("Beyond ausearch:"),
        COUNTS("Counts:"),
        IGNORED("Without effect here:");

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
        /** A word that does not begin with a minus. */
        VALUE,
        /** A word, whatever it begins with. */
        SIGNED_VALUE,
        /** One or two words. */
        TIME
    }

    private static final Map<String, SearchOption> BY_SPELLING = OptionText.bySpelling(values(), SearchOption::text);

    private final Group group;
    private final Takes takes;

    @SuppressWarnings("ImmutableEnumChecker") // its list is one of List.of
    private final OptionText text;

    SearchOption(Group group, Takes takes, @Nullable String label, String help, String... names) {
        this(group, takes, label, help, List.of(), names);
    }

    SearchOption(Group group, Takes takes, @Nullable String label, String help, List<String> words, String... names) {
        this.group = group;
        this.takes = takes;
        this.text = new OptionText(List.of(names), label, help, words);
    }

    private static <T> List<String> words(T[] values, Function<T, String> word) {
        return Stream.of(values).map(word).toList();
    }

    /** Returns the option that is spelled exactly so, null if there is none. */
    public static @Nullable SearchOption of(String word) {
        return BY_SPELLING.get(word);
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
}
