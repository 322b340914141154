package dev.aulens.document;

import com.fasterxml.jackson.core.SerializableString;
import dev.aulens.facts.Success;
import dev.aulens.record.AuditRecord;
import dev.aulens.record.Doubt;
import org.jspecify.annotations.Nullable;

/** The process that did it: {@code process.*}. Scratch space, reused. */
final class ProcessFields {

    private static final SerializableString PROCESS = DocumentJson.name("process");
    private static final SerializableString PID = DocumentJson.name("pid");
    private static final SerializableString NAME = DocumentJson.name("name");
    private static final SerializableString EXECUTABLE = DocumentJson.name("executable");
    private static final SerializableString ARGS = DocumentJson.name("args");
    private static final SerializableString ARGS_COUNT = DocumentJson.name("args_count");
    private static final SerializableString COMMAND_LINE = DocumentJson.name("command_line");
    private static final SerializableString TITLE = DocumentJson.name("title");
    private static final SerializableString WORKING_DIRECTORY = DocumentJson.name("working_directory");
    private static final SerializableString PARENT = DocumentJson.name("parent");
    private static final SerializableString TTY = DocumentJson.name("tty");
    private static final SerializableString CHAR_DEVICE = DocumentJson.name("char_device");
    private static final SerializableString MAJOR = DocumentJson.name("major");
    private static final SerializableString MINOR = DocumentJson.name("minor");
    private static final SerializableString INTERACTIVE = DocumentJson.name("interactive");
    private static final SerializableString EXIT_CODE = DocumentJson.name("exit_code");
    private static final SerializableString IO = DocumentJson.name("io");
    private static final SerializableString TEXT = DocumentJson.name("text");
    private static final SerializableString ARGS_TRUNCATED = DocumentJson.name("args_truncated");

    private static final int PTS_MAJOR = 136; // UNIX98_PTY_SLAVE_MAJOR, linux/major.h
    private static final int TTY_MAJOR = 4;

    private final FieldTable.Known pid;
    private final FieldTable.Known ppid;
    private final FieldTable.Known comm;
    private final FieldTable.Known exe;
    private final FieldTable.Known tty;
    private final FieldTable.Known cmd;
    private final FieldTable.Known cwd;
    private final FieldTable.Known data;
    private final Arguments arguments = new Arguments();

    private @Nullable String name;
    private @Nullable String executable;
    private @Nullable String title;
    private @Nullable String commandLine;
    private @Nullable String workingDirectory;

    ProcessFields(FieldTable table) {
        pid = table.get("pid");
        ppid = table.get("ppid");
        comm = table.get("comm");
        exe = table.get("exe");
        tty = table.get("tty");
        cmd = table.get("cmd");
        cwd = table.get("cwd");
        data = table.get("data");
    }

    /**
     * Takes the process of an event in place of that of the last. The title of a call that failed to execute a program is
     * still that of its caller.
     */
    void load(EventFields fields, Category category, Success result, Paths paths, Warnings warnings) {
        name = fields.text(comm);
        executable = fields.text(exe);
        AuditRecord record = fields.title();
        int field = record == null ? -1 : record.find("proctitle");
        title = record == null || field < 0 ? null : Values.text(record, field);
        arguments.load(fields.arguments());
        if (record != null
                && field >= 0
                && arguments.values().isEmpty()
                && category.isExecution()
                && result != Success.NO) {
            loadTitleAsArguments(record, field, warnings);
        }
        String command = fields.text(cmd);
        commandLine = command != null ? command : arguments.commandLine();
        String ownDirectory = fields.text(cwd);
        workingDirectory = paths.workingDirectory() != null ? paths.workingDirectory() : ownDirectory;
    }

    private void loadTitleAsArguments(AuditRecord record, int field, Warnings warnings) {
        if (warnings.isOpen(Doubt.TITLE)) {
            warnings.add(Doubt.TITLE);
            return;
        }
        arguments.loadTitle(record, field);
        warnings.add("process.args are from PROCTITLE, which ends after 128 bytes");
    }

    void write(DocumentJson json, EventFields fields, SystemCall call) {
        json.open(PROCESS);
        writePids(json, fields);
        json.text(NAME, name);
        json.text(EXECUTABLE, executable);
        writeArguments(json);
        json.text(TITLE, title);
        json.text(WORKING_DIRECTORY, workingDirectory);
        writeParent(json, fields);
        writeTerminal(json, fields);
        String called = call.name();
        if (called != null && (called.equals("exit") || called.equals("exit_group")) && call.argument(0) >= 0) {
            json.number(EXIT_CODE, call.argument(0) & 0xFF); // exit(2): the least significant byte
        }
        String keystrokes = fields.text(data);
        if (keystrokes != null) {
            json.open(IO);
            json.text(TEXT, keystrokes);
            json.close();
        }
        json.close();
    }

    private void writePids(DocumentJson json, EventFields fields) {
        int at = fields.first(pid);
        if (at == 0) {
            return;
        }
        long first = Values.wholeNumber(fields.record(at), fields.field(at));
        boolean several = false;
        for (int next = fields.next(at); next != 0; next = fields.next(next)) {
            several |= Values.wholeNumber(fields.record(next), fields.field(next)) != first;
        }
        if (!several) {
            if (first != Values.NONE) {
                json.number(PID, first);
            }
            return;
        }
        json.openArray(PID);
        for (int next = at; next != 0; next = fields.next(next)) {
            long number = Values.wholeNumber(fields.record(next), fields.field(next));
            if (number != Values.NONE && !writtenBefore(fields, next, number)) {
                json.element(number);
            }
        }
        json.close();
    }

    private boolean writtenBefore(EventFields fields, int occurrence, long number) {
        for (int at = fields.first(pid); at != occurrence; at = fields.next(at)) {
            if (Values.wholeNumber(fields.record(at), fields.field(at)) == number) {
                return true;
            }
        }
        return false;
    }

    private void writeArguments(DocumentJson json) {
        if (!arguments.values().isEmpty()) {
            json.openArray(ARGS);
            for (String argument : arguments.values()) {
                json.elementOrEmpty(argument);
            }
            json.close();
            if (arguments.count() >= 0) {
                json.number(ARGS_COUNT, arguments.count());
            }
        }
        json.text(COMMAND_LINE, commandLine);
    }

    private void writeParent(DocumentJson json, EventFields fields) {
        int at = fields.first(ppid);
        long parent = at == 0 ? Values.NONE : Values.wholeNumber(fields.record(at), fields.field(at));
        if (parent != Values.NONE) {
            json.open(PARENT);
            json.number(PID, parent);
            json.close();
        }
    }

    private void writeTerminal(DocumentJson json, EventFields fields) {
        int at = fields.first(tty);
        if (at == 0) {
            return;
        }
        AuditRecord record = fields.record(at);
        int field = fields.field(at);
        boolean none = Values.saysNothing(record, field) || Values.equal(record, field, "(none)");
        if (none) {
            return;
        }
        json.bool(INTERACTIVE, true);
        String terminal = record.value(field);
        boolean pts = terminal.startsWith("pts");
        if (!pts && !terminal.startsWith("tty")) {
            return;
        }
        int number = number(terminal, terminal.startsWith("pts/") ? 4 : 3);
        if (number >= 0) {
            json.open(TTY);
            json.open(CHAR_DEVICE);
            json.number(MAJOR, pts ? PTS_MAJOR + number / 256 : TTY_MAJOR);
            json.number(MINOR, pts ? number % 256 : number);
            json.close();
            json.close();
        }
    }

    private static int number(String text, int from) {
        int number = 0;
        for (int i = from; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9 || i - from > 4) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return from < text.length() ? number : -1;
    }

    /** Writes that arguments are missing, if they are. */
    void writeTruncated(DocumentJson json) {
        if (arguments.truncated()) {
            json.bool(ARGS_TRUNCATED, true);
        }
    }

    @Nullable
    String name() {
        return name;
    }

    @Nullable
    String executable() {
        return executable;
    }

    @Nullable
    String commandLine() {
        return commandLine;
    }
}
