package dev.aulens.document;

import com.fasterxml.jackson.core.SerializableString;
import dev.aulens.record.AuditRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who did it: {@code user.*}, {@code group.*}, {@code auditd.user.*} and {@code related.user}. Scratch space, reused.
 *
 * <p>{@code user} is the record's uid, {@code user.effective} its euid, {@code auditd.user.audit} the login user, and
 * {@code user.target} the account that the event is about (acct=, id=). Where others stand in the first two, as in logins
 * ({@link Persons}), uid and euid are {@code auditd.user.real} and {@code auditd.user.effective}. Saved and file-system
 * ids are left out where they say the same as uid and gid.
 */
final class UserFields {

    private static final SerializableString USER = DocumentJson.name("user");
    private static final SerializableString GROUP = DocumentJson.name("group");
    private static final SerializableString EFFECTIVE = DocumentJson.name("effective");
    private static final SerializableString TARGET = DocumentJson.name("target");
    private static final SerializableString AUDIT = DocumentJson.name("audit");
    private static final SerializableString REAL = DocumentJson.name("real");
    private static final SerializableString SAVED = DocumentJson.name("saved");
    private static final SerializableString FILESYSTEM = DocumentJson.name("filesystem");
    private static final SerializableString OLD_AUID = DocumentJson.name("old_auid");
    private static final SerializableString NEW_AUID = DocumentJson.name("new_auid");
    private static final SerializableString NAME = DocumentJson.name("name");

    private final RecordedId auid;
    private final RecordedId uid;
    private final RecordedId euid;
    private final RecordedId suid;
    private final RecordedId fsuid;
    private final RecordedId gid;
    private final RecordedId egid;
    private final RecordedId sgid;
    private final RecordedId fsgid;
    private final RecordedId oldAuid;
    private final List<RecordedId> ofCall;
    private final CallUsers callUsers = new CallUsers();
    private final List<RecordedId> users;
    private final List<RecordedId> groups;
    private final Account account;
    private final FieldTable.Known oldAuidField;
    private final FieldTable.Known olderAuidField;
    private final Names names;
    private final DistinctTexts related = new DistinctTexts();

    private Persons persons = Persons.OF_PROCESS;
    private boolean login;
    private boolean groupChange;

    UserFields(FieldTable table, Names names) {
        this.names = names;
        auid = new RecordedId(table.get("auid"), "AUID", true);
        uid = new RecordedId(table.get("uid"), "UID", true);
        euid = new RecordedId(table.get("euid"), "EUID", true);
        suid = new RecordedId(table.get("suid"), "SUID", true);
        fsuid = new RecordedId(table.get("fsuid"), "FSUID", true);
        gid = new RecordedId(table.get("gid"), "GID", false);
        egid = new RecordedId(table.get("egid"), "EGID", false);
        sgid = new RecordedId(table.get("sgid"), "SGID", false);
        fsgid = new RecordedId(table.get("fsgid"), "FSGID", false);
        ofCall = List.of(auid, uid, gid, euid, suid, fsuid, egid, sgid, fsgid);
        users = List.of(euid, suid, fsuid);
        groups = List.of(egid, sgid, fsgid);
        oldAuidField = table.get("old-auid");
        olderAuidField = table.get("old_auid");
        oldAuid = new RecordedId(oldAuidField, "OLD-AUID", true);
        account = new Account(table, names);
    }

    /** Takes the users of an event in place of those of the last. */
    void load(EventFields fields, Category category) {
        names.clear();
        groupChange = category.hasType("group");
        persons = category.persons();
        AuditRecord call = fields.syscall();
        if (call != null && !groupChange && !hasOthers(fields) && callUsers.areOf(call)) {
            ofCall.forEach(id -> id.record = call);
            return;
        }
        loadAll(fields);
        callUsers.keep(call != null && isOfCall(fields, call) ? call : null, auid.index, fsgid.index);
    }

    /** Returns whether the event names users beside those of its system call's process. */
    private boolean hasOthers(EventFields fields) {
        return account.isIn(fields) || fields.first(oldAuidField) != 0 || fields.first(olderAuidField) != 0;
    }

    /** Returns whether all that was loaded stands in the system call's record, after the login user and its name. */
    private boolean isOfCall(EventFields fields, AuditRecord call) {
        int name = call.order().findEnriched(auid.enrichedName);
        for (RecordedId id : ofCall) {
            int ownName = call.order().findEnriched(id.enrichedName);
            boolean between = auid.index <= id.index && id.index <= fsgid.index && (ownName < 0 || ownName >= name);
            if (id.record != call || !between) {
                return false;
            }
        }
        return !groupChange && !hasOthers(fields) && names.isEmpty();
    }

    private void loadAll(EventFields fields) {
        related.clear();
        auid.load(fields, auid.field, oldAuid, names);
        uid.load(fields, uid.field, auid, names);
        for (RecordedId id : users) {
            id.load(fields, id.field, uid, names);
        }
        gid.load(fields, gid.field, fsgid, names);
        for (RecordedId id : groups) {
            id.load(fields, id.field, gid, names);
        }
        oldAuid.load(fields, fields.first(oldAuidField) != 0 ? oldAuidField : olderAuidField, uid, names);
        login = oldAuid.record != null;
        account.load(fields, groupChange);
        relate(auid.name);
        relate(uid.name);
        relate(euid.name);
        relate(oldAuid.name);
        relate(groupChange ? null : account.name());
    }

    private void relate(@Nullable String name) {
        if (!"unset".equals(name)) {
            related.add(name);
        }
    }

    /** Returns whether others than the process's users stand in {@code user} and {@code user.effective}. */
    private boolean isAboutOthers() {
        return !persons.equals(Persons.OF_PROCESS) && uid.record != null;
    }

    /** Writes {@code user}, and {@code group} of an event that changes a group. */
    void write(DocumentJson json) {
        json.open(USER);
        if (isAboutOthers()) {
            writePerson(json, user());
            json.open(EFFECTIVE);
            writePerson(json, persons.effective());
            json.close();
        } else if (uid.record == null && auid.record == null && persons.effective() == Person.ACCOUNT) {
            json.text(NAME, account.name());
        } else {
            writeProcessUsers(json);
        }
        if (!groupChange) {
            account.write(json, TARGET);
        }
        json.close();
        if (groupChange) {
            account.write(json, GROUP);
        } else {
            json.open(GROUP);
            json.text(NAME, account.groupName());
            json.close();
        }
    }

    private void writeProcessUsers(DocumentJson json) {
        uid.write(json);
        writeGroup(json, gid);
        if (euid.record != null) {
            write(json, EFFECTIVE, euid, egid);
        }
    }

    /** Returns who is {@code user}. */
    private Person user() {
        if (isSet(persons.user())) {
            return persons.user();
        }
        return isSet(persons.effective()) ? persons.effective() : Person.REAL;
    }

    private boolean isSet(Person person) {
        return person == Person.ACCOUNT ? account() != null : id(person).isSet();
    }

    private RecordedId id(Person person) {
        return switch (person) {
            case LOGIN -> auid;
            case EARLIER_LOGIN -> oldAuid;
            case EFFECTIVE -> euid;
            case REAL, ACCOUNT -> uid;
        };
    }

    private void writePerson(DocumentJson json, Person person) {
        if (person == Person.ACCOUNT) {
            account.write(json);
        } else {
            id(person).write(json);
        }
    }

    private static void writeGroup(DocumentJson json, RecordedId id) {
        if (id.record != null) {
            json.open(GROUP);
            id.write(json);
            json.close();
        }
    }

    /** Writes {@code auditd.user}. */
    void writeAuditUser(DocumentJson json) {
        json.open(USER);
        if (auid.record != null) {
            json.open(AUDIT);
            auid.write(json);
            json.close();
        }
        if (login) {
            writeNumber(json, OLD_AUID, oldAuid);
            writeNumber(json, NEW_AUID, auid);
        }
        if (isAboutOthers()) {
            write(json, REAL, uid, gid);
            write(json, EFFECTIVE, euid, egid);
        }
        writeOther(json, SAVED, suid, sgid);
        writeOther(json, FILESYSTEM, fsuid, fsgid);
        json.close();
    }

    private static void write(DocumentJson json, SerializableString place, RecordedId user, RecordedId group) {
        json.open(place);
        user.write(json);
        writeGroup(json, group);
        json.close();
    }

    private static void writeNumber(DocumentJson json, SerializableString place, RecordedId id) {
        if (id.number >= 0) {
            json.text(place, Long.toString(id.number));
        }
    }

    private void writeOther(DocumentJson json, SerializableString place, RecordedId user, RecordedId group) {
        json.open(place);
        if (user.record != null && !user.same(uid)) {
            user.write(json);
        }
        if (group.record != null && !group.same(gid)) {
            writeGroup(json, group);
        }
        json.close();
    }

    /** Writes the names of all users of the event. */
    void writeRelated(DocumentJson json) {
        json.texts(USER, related.list());
    }

    /** Returns the number that is {@code user.id} in the document, {@link Values#NONE} if there is none. */
    long shownNumber() {
        if (!isAboutOthers()) {
            return uid.record == null ? Values.NONE : uid.number;
        }
        Person user = user();
        return user == Person.ACCOUNT ? account.number() : id(user).number;
    }

    /** Returns the login user's name or number; before a login's change, the old one's. Null if there is none. */
    @Nullable
    String actor() {
        return login ? oldAuid.nameOrNumber() : auid.nameOrNumber();
    }

    /** Returns the name or number of the user that the process runs as, null if there is none. */
    @Nullable
    String actingAs() {
        return uid.nameOrNumber();
    }

    /** Returns the name or number of the user that the process acts with, null if there is none. */
    @Nullable
    String effective() {
        return euid.nameOrNumber();
    }

    /** Returns the name or number of the user in whose place the actor acts, null if there is none. */
    @Nullable
    String inPlaceOf() {
        boolean isAccount = persons.effective() == Person.ACCOUNT && account() != null;
        return isAccount ? account() : effective() != null ? effective() : actingAs();
    }

    /** Returns the account that the event is about, null if there is none. */
    @Nullable
    String account() {
        return account.nameOrNumber();
    }

    /** Returns the login user's new name or number, null if there is none. */
    @Nullable
    String loginUser() {
        return auid.nameOrNumber();
    }
}
