package dev.aulens.query.options;

import static dev.aulens.query.options.SearchOption.ARCH;
import static dev.aulens.query.options.SearchOption.COMM;
import static dev.aulens.query.options.SearchOption.CONTEXT;
import static dev.aulens.query.options.SearchOption.EVENT;
import static dev.aulens.query.options.SearchOption.EXECUTABLE;
import static dev.aulens.query.options.SearchOption.EXIT;
import static dev.aulens.query.options.SearchOption.FILE;
import static dev.aulens.query.options.SearchOption.GID;
import static dev.aulens.query.options.SearchOption.GID_ALL;
import static dev.aulens.query.options.SearchOption.GID_EFFECTIVE;
import static dev.aulens.query.options.SearchOption.HOST;
import static dev.aulens.query.options.SearchOption.INPUT;
import static dev.aulens.query.options.SearchOption.KEY;
import static dev.aulens.query.options.SearchOption.KQL;
import static dev.aulens.query.options.SearchOption.LOGIN_UID;
import static dev.aulens.query.options.SearchOption.LUCENE;
import static dev.aulens.query.options.SearchOption.MESSAGE;
import static dev.aulens.query.options.SearchOption.NODE;
import static dev.aulens.query.options.SearchOption.OBJECT;
import static dev.aulens.query.options.SearchOption.PID;
import static dev.aulens.query.options.SearchOption.PPID;
import static dev.aulens.query.options.SearchOption.SESSION;
import static dev.aulens.query.options.SearchOption.SUBJECT;
import static dev.aulens.query.options.SearchOption.SUCCESS;
import static dev.aulens.query.options.SearchOption.SYSCALL;
import static dev.aulens.query.options.SearchOption.TERMINAL;
import static dev.aulens.query.options.SearchOption.UID;
import static dev.aulens.query.options.SearchOption.UID_ALL;
import static dev.aulens.query.options.SearchOption.UID_EFFECTIVE;
import static dev.aulens.query.options.SearchOption.UUID;
import static dev.aulens.query.options.SearchOption.VM_NAME;

import dev.aulens.query.Filter;
import dev.aulens.query.WrongUsageException;
import dev.aulens.query.kql.SearchBar;
import dev.aulens.record.RecordTypes;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which fields each option looks at, and how it reads its value. */
final class ConditionTable {

    /** In documents of logins others than the process's users stand in {@code user} (docs/fields.md). */
    private static final Filter OF_PROCESS = Filter.not(
            Filter.any(new Filter.Exists("auditd.user.real.id"), new Filter.Exists("auditd.user.real.name")));

    private static final IdPlace USER = new IdPlace("user.id", OF_PROCESS);
    private static final IdPlace REAL_USER = IdPlace.of("auditd.user.real.id");
    private static final IdPlace EFFECTIVE_USER = new IdPlace("user.effective.id", OF_PROCESS);
    private static final IdPlace REAL_EFFECTIVE_USER = IdPlace.of("auditd.user.effective.id");
    private static final IdPlace LOGIN_USER = IdPlace.of("auditd.user.audit.id");
    private static final IdPlace GROUP = IdPlace.of("user.group.id");
    private static final IdPlace REAL_GROUP = IdPlace.of("auditd.user.real.group.id");
    private static final IdPlace CHANGED_GROUP =
            new IdPlace("group.id", new Filter.Term("event.type", "group")); // of ADD_GROUP, DEL_GROUP, GRP_MGMT
    private static final IdPlace EFFECTIVE_GROUP = IdPlace.of("user.effective.group.id");
    private static final IdPlace REAL_EFFECTIVE_GROUP = IdPlace.of("auditd.user.effective.group.id");
    private static final String[] FILES = {
        "auditd.path.accessed",
        "auditd.path.created",
        "auditd.path.deleted",
        "auditd.path.parent",
        "auditd.path.relative",
        "process.working_directory",
        "auditd.data.path", // of AVC, CONFIG_CHANGE, VIRT_RESOURCE
        "auditd.data.name", // of AVC, INTEGRITY_*
        "auditd.data.cwd", // of USER_CMD
        "auditd.data.new-disk",
        "auditd.data.socket.path"
    };

    /** Reads the value of an option. */
    @FunctionalInterface
    interface Reader {
        Condition read(String word) throws WrongUsageException;
    }

    private final Map<SearchOption, Reader> readers = new EnumMap<>(SearchOption.class);

    /**
     * @param names what options may use in the place of numbers
     * @param types the known record types
     * @param searchBar reads Kibana's languages
     * @param onlyLocalNames whether users and groups that this machine does not know are an error
     */
    ConditionTable(KnownNames names, RecordTypes types, SearchBar searchBar, boolean onlyLocalNames) {
        readers.put(EVENT, new NumberReader("event.sequence", "Audit event id"));
        readers.put(PID, new NumberReader("process.pid", "Process id"));
        readers.put(PPID, new NumberReader("process.parent.pid", "Parent process id"));
        readers.put(SESSION, new SessionReader("auditd.session"));

        readers.put(COMM, texts("process.name"));
        readers.put(EXECUTABLE, texts("process.executable"));
        readers.put(FILE, texts(FILES));
        readers.put(
                HOST,
                texts("auditd.data.hostname", "auditd.data.addr", "auditd.data.saddr", "auditd.data.socket.addr"));
        readers.put(TERMINAL, texts("auditd.data.tty", "auditd.data.terminal"));
        readers.put(SUBJECT, texts("auditd.subject"));
        readers.put(OBJECT, texts("auditd.object"));
        readers.put(CONTEXT, texts("auditd.subject", "auditd.object"));
        readers.put(UUID, texts("auditd.data.uuid"));
        readers.put(VM_NAME, texts("auditd.data.vm"));
        readers.put(KEY, new KeyReader("auditd.key"));

        readers.put(
                UID, user(names, "Effective user ID", onlyLocalNames, USER, REAL_USER)); // ausearch mixes up these two
        readers.put(UID_EFFECTIVE, user(names, "User ID", onlyLocalNames, EFFECTIVE_USER, REAL_EFFECTIVE_USER));
        readers.put(LOGIN_UID, user(names, "Login user ID", onlyLocalNames, LOGIN_USER));
        readers.put(
                UID_ALL,
                user(
                        names,
                        "User ID",
                        onlyLocalNames,
                        USER,
                        REAL_USER,
                        EFFECTIVE_USER,
                        REAL_EFFECTIVE_USER,
                        LOGIN_USER));
        readers.put(GID, group(names, "Group ID", onlyLocalNames, GROUP, REAL_GROUP, CHANGED_GROUP));
        readers.put(
                GID_EFFECTIVE,
                group(names, "Effective group ID", onlyLocalNames, EFFECTIVE_GROUP, REAL_EFFECTIVE_GROUP));
        readers.put(
                GID_ALL,
                group(
                        names,
                        "Group ID",
                        onlyLocalNames,
                        GROUP,
                        REAL_GROUP,
                        CHANGED_GROUP,
                        EFFECTIVE_GROUP,
                        REAL_EFFECTIVE_GROUP));

        readers.put(ARCH, new ArchReader(names));
        readers.put(SYSCALL, new SyscallReader(names));
        readers.put(EXIT, new ExitReader(names));
        readers.put(SUCCESS, new SuccessReader("auditd.result"));
        readers.put(MESSAGE, new MessageTypeReader("auditd.record_types", types));
        readers.put(NODE, new NodeReader("host.name"));
        readers.put(INPUT, new InputReader("log.file.path"));
        readers.put(KQL, new KqlReader(searchBar));
        readers.put(LUCENE, word -> Conditions.always(searchBar.lucene(word)));
    }

    /** Returns what reads the option's value; null for options that ask nothing of a document. */
    @Nullable
    Reader reader(SearchOption option) {
        return readers.get(option);
    }

    private static Reader user(KnownNames names, String noun, boolean onlyLocal, IdPlace... places) {
        return new IdentityReader(noun, names::user, onlyLocal, places);
    }

    private static Reader group(KnownNames names, String noun, boolean onlyLocal, IdPlace... places) {
        return new IdentityReader(noun, names::group, onlyLocal, places);
    }

    /** Words of which a part is enough, unless {@code -w} asks for the whole. */
    private static Reader texts(String... fields) {
        return word -> Conditions.text(word, fields);
    }
}
