package dev.aulens.facts;

import static dev.aulens.facts.FieldValues.decimal;
import static dev.aulens.facts.FieldValues.isWord;
import static dev.aulens.facts.FieldValues.lastOf;
import static dev.aulens.facts.FieldValues.orElse;
import static dev.aulens.facts.FieldValues.text;
import static dev.aulens.facts.FieldValues.value;

import dev.aulens.event.AuditEvent;
import dev.aulens.facts.AccessVector.Verdict;
import dev.aulens.interpret.Interpreter;
import dev.aulens.interpret.Restorer;
import dev.aulens.interpret.SocketAddress;
import dev.aulens.record.AuditRecord;
import dev.aulens.record.Keys;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Takes the facts out of events, by the rules of the parser that ausearch and aureport share: which record types it reads,
 * which of their fields, and which record counts.
 *
 * <p>Unlike that parser it takes fields by their names, in any order, and drops no event for a field that is missing.
 * Scratch space, reused from event to event: not for use by several threads at once.
 */
public final class FactsReader {

    private static final String NONE = "?";

    private final Interpreter interpreter;
    private final Restorer restorer = new Restorer();

    private int auid;
    private @Nullable String auidWord;
    private int uid;
    private long pid;
    private long syscall;
    private @Nullable AuditRecord call;
    private Success success = Success.UNSET;
    private @Nullable String comm;
    private @Nullable String exe;
    private @Nullable String terminal;
    private @Nullable String host;
    private @Nullable String account;
    private @Nullable String directory;
    private long session;
    private Iterator<AccessVector> vectors = Collections.emptyIterator();
    private List<String> keys = List.of();
    private List<NamedFile> files = List.of();
    private List<Decision> decisions = List.of();

    /** @param interpreter decodes the addresses of sockets */
    public FactsReader(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /** Returns the facts of an event. */
    public EventFacts read(AuditEvent event) {
        AuditEvent numbers =
                Restorer.isInterpreted(event) ? restorer.restore(event).event() : event;
        return read(event, numbers, AccessVector.allOf(numbers.records()));
    }

    /**
     * Returns the facts of an event whose access vectors were read before.
     *
     * @param event of numbers: none that {@code ausearch -i} printed
     * @param read {@link AccessVector#allOf} its records
     */
    public EventFacts read(AuditEvent event, List<AccessVector> read) {
        return read(event, event, read);
    }

    private EventFacts read(AuditEvent event, AuditEvent numbers, List<AccessVector> read) {
        clear();
        vectors = read.iterator();
        for (AuditRecord record : numbers.records()) {
            take(numbers, record);
        }
        return new EventFacts(
                event, auid, auidWord, uid, pid, syscall, call, success, comm, exe, terminal, host, account, session,
                keys, files, decisions);
    }

    private void clear() {
        auid = EventFacts.NO_AUID;
        auidWord = null;
        uid = -1;
        pid = -1;
        syscall = 0;
        call = null;
        success = Success.UNSET;
        comm = null;
        exe = null;
        terminal = null;
        host = null;
        account = null;
        directory = null;
        session = EventFacts.NO_SESSION;
        keys = List.of();
        files = List.of();
        decisions = List.of();
    }

    private void take(AuditEvent event, AuditRecord record) {
        switch (RecordGroup.of(record.type())) {
            case CALL -> call(record);
            case TASK -> {
                task(record);
                kernelResult(record);
            }
            case PATH -> file(record, "name");
            case AVC_PATH -> file(record, "path");
            case DIRECTORY -> directory = directory == null ? text(record, "cwd") : directory;
            case SOCKET -> socket(event, record);
            case PACKET -> host = orElse(value(record, "saddr"), host);
            case USER -> user(record);
            case LOGIN -> login(record);
            case DAEMON -> daemon(record);
            case CONNECTION -> connection(record);
            case CONFIG -> config(record);
            case POLICY -> policy(record);
            case VECTOR -> decision(vectors.next());
            case USER_VECTOR -> userDecision(vectors.next());
            case ANOMALY -> anomaly(record);
            case INTEGRITY -> integrity(record);
            case KERNEL -> kernel(record);
            case KEYSTROKES -> keystrokes(record);
            case OTHER -> {}
        }
    }

    private void call(AuditRecord record) {
        number(record);
        String word = value(record, "success");
        success = word == null ? success : word.equals("yes") ? Success.YES : Success.NO;
        task(record);
        keys(record);
    }

    private void number(AuditRecord record) {
        int i = record.find("syscall");
        if (i >= 0) {
            syscall = isWord(record, i) ? 0 : decimal(record.value(i));
            call = record;
        }
    }

    private void task(AuditRecord record) {
        process(record);
        uid(record);
        terminal = orElse(value(record, "tty"), terminal);
        comm = orElse(text(record, "comm"), comm);
        exe = orElse(text(record, "exe"), exe);
    }

    /** What almost all records have: pid, auid and session. */
    private void process(AuditRecord record) {
        pid(record);
        int i = record.find("auid");
        auid(record, i >= 0 ? i : record.find("loginuid"));
        session(record, record.find("ses"));
    }

    private void pid(AuditRecord record) {
        int i = record.find("pid");
        pid = i < 0 ? pid : decimal(record.value(i));
    }

    private void auid(AuditRecord record, int i) {
        if (i < 0) {
            return;
        }
        String word = record.value(i);
        auidWord = isWord(record, i) ? word : null;
        auid = isWord(record, i) ? EventFacts.NO_AUID : (int) decimal(word);
    }

    private void uid(AuditRecord record) {
        int i = record.find("uid");
        uid = i < 0 || isWord(record, i) ? uid : (int) decimal(record.value(i));
    }

    private void session(AuditRecord record, int i) {
        session = i < 0 ? session : decimal(record.value(i)) & 0xFFFF_FFFFL;
    }

    private void user(AuditRecord record) {
        process(record);
        for (int i = record.find("uid"); i >= 0; i = record.find("uid", i + 1)) {
            uid = isWord(record, i) ? uid : (int) decimal(record.value(i)); // the second one is whom it is about
        }
        comm = orElse(text(record, "comm"), comm);
        account = orElse(text(record, "acct"), account);
        String name = value(record, "hostname");
        if (NONE.equals(name)) {
            name = orElse(value(record, "addr"), name);
        }
        host = orElse(name, host);
        terminal = orElse(value(record, "terminal"), terminal);
        exe = orElse(text(record, "exe"), exe);
        directory = orElse(text(record, "cwd"), directory);
        if (record.type().is("VIRT_RESOURCE")) {
            file(record, record.find("path") >= 0 ? "path" : "new-disk");
        }
        String result = value(record, "res");
        if (result != null) {
            success = result.startsWith("failed") ? Success.NO : Success.YES;
            return;
        }
        result = value(record, "result");
        if (result != null) {
            success = result.toLowerCase(Locale.ROOT).equals("success") ? Success.YES : Success.NO;
        }
    }

    /** Old kernels write {@code old auid=1 new auid=2 old ses=3 new ses=4}: the second is the new one. */
    private void login(AuditRecord record) {
        pid(record);
        uid(record);
        auid(record, lastOf(record, record.find("auid") >= 0 ? "auid" : "loginuid"));
        session(record, lastOf(record, "ses"));
        success = Success.YES;
        kernelResult(record);
    }

    private void daemon(AuditRecord record) {
        process(record);
        uid(record);
        daemonResult(record);
    }

    private void connection(AuditRecord record) {
        String address = value(record, "addr");
        if (address != null) {
            int colon = address.indexOf(':');
            host = colon < 0 ? address : address.substring(0, colon);
        }
        daemonResult(record);
    }

    private void daemonResult(AuditRecord record) {
        String result = value(record, "res");
        success = result == null ? success : result.startsWith("failed") ? Success.NO : Success.YES;
    }

    private void config(AuditRecord record) {
        auid(record, record.find("auid"));
        session(record, record.find("ses"));
        keys(record);
        success = Success.YES;
        kernelResult(record);
        file(record, "path");
    }

    private void policy(AuditRecord record) {
        auid(record, record.find("auid"));
        session(record, record.find("ses"));
        keys(record);
        kernelResult(record);
    }

    private void decision(AccessVector vector) {
        AuditRecord record = vector.record();
        addDecision(vector, value(record, "scontext"));
        pid(record);
        comm = comm != null ? comm : text(record, "comm");
        file(record, record.find("path") >= 0 ? "path" : "name");
    }

    private void userDecision(AccessVector vector) {
        addDecision(vector, value(vector.record(), "subj"));
        user(vector.record());
    }

    /** A USER_AVC without verdict and permissions tells of something else that a program's security server did. */
    private void addDecision(AccessVector vector, @Nullable String subject) {
        AuditRecord record = vector.record();
        boolean decided = vector.verdict() != null || !vector.permissions().isEmpty();
        if (!decided && !record.type().is("USER_AVC")) {
            return;
        }
        Verdict verdict = !decided ? null : vector.verdict() == Verdict.DENIED ? Verdict.DENIED : Verdict.GRANTED;
        success = verdict == null ? success : verdict == Verdict.DENIED ? Success.NO : Success.YES;
        decisions = decisions.isEmpty() ? new ArrayList<>(1) : decisions;
        decisions.add(
                new Decision(subject, vector.joined(" "), value(record, "tclass"), value(record, "tcontext"), verdict));
    }

    private void anomaly(AuditRecord record) {
        auid(record, record.find("auid"));
        uid(record);
        session(record, record.find("ses"));
        if (record.type().is("ANOM_PROMISCUOUS")) {
            return;
        }
        pid(record);
        comm = orElse(text(record, "comm"), comm);
        exe = orElse(text(record, "exe"), exe);
        if (record.type().is("SECCOMP")) {
            number(record);
        }
        kernelResult(record);
    }

    private void integrity(AuditRecord record) {
        process(record);
        uid(record);
        comm = orElse(text(record, "comm"), comm);
        file(record, "name");
        kernelResult(record);
    }

    /** Records that stand by themselves or describe a call: what the call's own record says counts. */
    private void kernel(AuditRecord record) {
        if (pid < 0) {
            pid(record);
        }
        if (auid == EventFacts.NO_AUID) {
            auid = -1;
            auid(record, record.find("auid"));
        }
        if (uid == -1) {
            uid = 0;
            uid(record);
        }
        if (session == EventFacts.NO_SESSION) {
            session(record, record.find("ses"));
        }
        terminal = terminal != null ? terminal : orElse(value(record, "tty"), "(none)");
        comm = comm != null ? comm : text(record, "comm");
        exe = exe != null ? exe : orElse(text(record, "exe"), EventFacts.NULL);
        kernelResult(record);
    }

    private void keystrokes(AuditRecord record) {
        process(record);
        uid(record);
        comm = orElse(text(record, "comm"), comm);
    }

    private void kernelResult(AuditRecord record) {
        String result = value(record, "res");
        if (result == null) {
            return;
        }
        long number = decimal(result);
        success = number == 1 ? Success.YES : number == 0 ? Success.NO : Success.UNSET;
    }

    private void keys(AuditRecord record) {
        int i = record.find("key");
        if (i < 0) {
            return;
        }
        List<String> found = Keys.of(record.decoded(i));
        if (keys.isEmpty()) {
            keys = found;
        } else {
            keys = new ArrayList<>(keys);
            keys.addAll(found);
        }
    }

    private void file(AuditRecord record, String field) {
        int i = record.find(field);
        String name = i < 0 ? null : text(record, i);
        if (name == null) {
            return;
        }
        boolean relative = name.startsWith("./") || name.startsWith("..");
        boolean parent = record.fieldCount() > 0
                && record.name(record.fieldCount() - 1).endsWith("type")
                && record.value(record.fieldCount() - 1).equals("PARENT");
        add(new NamedFile(relative && directory != null ? directory + "/" + name : name, parent));
    }

    private void add(NamedFile file) {
        files = files.isEmpty() ? new ArrayList<>(4) : files;
        files.add(file);
    }

    private void socket(AuditEvent event, AuditRecord record) {
        SocketAddress address = interpreter.socketAddress(event, record);
        host = null;
        if (address instanceof SocketAddress.Inet inet) {
            host = inet.address();
        } else if (address instanceof SocketAddress.Inet6 inet6) {
            host = inet6.scope() == 0 ? inet6.address() : inet6.address() + "%" + inet6.scope();
        } else if (address instanceof SocketAddress.Local local && !local.path().isEmpty()) {
            add(new NamedFile(local.path(), false));
        }
    }
}
