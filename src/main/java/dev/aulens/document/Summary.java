package dev.aulens.document;

import com.fasterxml.jackson.core.SerializableString;
import dev.aulens.record.AuditRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who did something to what and how: {@code auditd.summary.*}, which Kibana's row renderers read. Reused. */
final class Summary {

    private static final SerializableString SUMMARY = DocumentJson.name("summary");
    private static final SerializableString ACTOR = DocumentJson.name("actor");
    private static final SerializableString OBJECT = DocumentJson.name("object");
    private static final SerializableString PRIMARY = DocumentJson.name("primary");
    private static final SerializableString SECONDARY = DocumentJson.name("secondary");
    private static final SerializableString TYPE = DocumentJson.name("type");
    private static final SerializableString HOW = DocumentJson.name("how");

    private static final String SESSION = "user-session";
    private static final String SOCKET = "socket";

    private final FieldTable.Known subject;
    private final FieldTable.Known auid;
    private final FieldTable.Known id;
    private final FieldTable.Known syscall;
    private final FieldTable.Known uringOperation;

    private @Nullable AuditRecord vector;
    private @Nullable String actor;
    private @Nullable String actingAs;
    private @Nullable String type;
    private @Nullable String object;
    private @Nullable String second;
    private @Nullable String how;

    Summary(FieldTable table) {
        subject = table.get("scontext");
        auid = table.get("auid");
        id = table.get("id");
        syscall = table.get("syscall");
        uringOperation = table.get("uring_op");
    }

    /** Takes the summary of an event in place of that of the last. */
    void load(EventParts parts) {
        EventFields fields = parts.fields();
        Category category = parts.category();
        SystemCall call = parts.call();
        UserFields users = parts.users();
        AuditRecord leading = parts.leading();
        vector = leading != null && fields.vectorOf(leading) != null ? leading : null;
        String context = category.hasCategory("intrusion_detection") ? text(subject, fields) : null;
        actor = context != null ? context : users.actor();
        actingAs =
                SESSION.equals(category.objectType()) && users.account() != null ? users.account() : users.actingAs();
        type = type(category, parts.paths());
        object = first(category.primary(), fields, call, users);
        second = first(category.secondary(), fields, call, users);
        if (object == null) {
            loadObject(category, fields, parts.paths(), parts.network());
        }
        how = how(category, fields, call, users, parts.process());
    }

    private static @Nullable String type(Category category, Paths paths) {
        String declared = category.objectType();
        PathItem acting = paths.acting();
        if (acting == null || declared == null || !declared.equals("file")) {
            return declared;
        }
        String actual = acting.type();
        if (actual == null) {
            return declared;
        }
        return switch (actual) {
            case "dir" -> "directory";
            case "fifo" -> "named-pipe";
            default -> actual;
        };
    }

    private void loadObject(Category category, EventFields fields, Paths paths, NetworkFields network) {
        if (SOCKET.equals(category.objectType()) && network.socket().address() != null) {
            Socket socket = network.socket();
            object = socket.address();
            second = socket.port() == End.NO_PORT ? null : Long.toString(socket.port());
            return;
        }
        List<AuditRecord> targets = fields.targets();
        if ("process".equals(category.objectType()) && !targets.isEmpty()) {
            object = targets.get(0).get("opid");
            return;
        }
        if (category.hasCategory("file")
                || "file".equals(category.objectType())
                || "directory".equals(category.objectType())
                || "filesystem".equals(category.objectType())) {
            object = Paths.best(paths.acting());
            second = second == null ? Paths.best(paths.other()) : second;
        }
    }

    private @Nullable String first(
            List<FieldTable.Known> alternatives, EventFields fields, SystemCall call, UserFields users) {
        for (FieldTable.Known field : alternatives) {
            String value = value(field, fields, call, users);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private @Nullable String value(FieldTable.Known field, EventFields fields, SystemCall call, UserFields users) {
        if (field.equals(auid)) {
            return users.loginUser();
        }
        if (field.equals(id)) {
            return fields.first(id) == 0 ? null : users.account();
        }
        boolean names = call.name() != null && (field.equals(syscall) || field.equals(uringOperation));
        return names ? call.name() : text(field, fields);
    }

    /** Of several access vectors the one that says what the event is has the fields that belong together. */
    private @Nullable String text(FieldTable.Known field, EventFields fields) {
        AuditRecord record = vector;
        int i = record == null ? -1 : record.find(field.name());
        if (record == null || i < 0) {
            return fields.text(field);
        }
        return Values.saysNothing(record, i) ? null : EventFields.value(field, record, i);
    }

    private @Nullable String how(
            Category category, EventFields fields, SystemCall call, UserFields users, ProcessFields process) {
        String declared = first(category.how(), fields, call, users);
        if (declared != null) {
            return declared;
        }
        String executable = process.executable();
        if (executable == null) {
            return process.name();
        }
        return process.name() != null && isInterpreter(executable) ? process.name() : executable;
    }

    private static boolean isInterpreter(String executable) {
        return executable.startsWith("/usr/bin/python")
                || executable.startsWith("/usr/bin/perl")
                || executable.equals("/usr/bin/sh")
                || executable.equals("/usr/bin/bash")
                || executable.equals("/bin/sh")
                || executable.equals("/bin/bash");
    }

    /** Writes {@code auditd.summary}. */
    void write(DocumentJson json) {
        json.open(SUMMARY);
        json.open(ACTOR);
        json.text(PRIMARY, actor);
        json.text(SECONDARY, actingAs);
        json.close();
        json.open(OBJECT);
        json.text(TYPE, type);
        json.text(PRIMARY, object);
        json.text(SECONDARY, second);
        json.close();
        json.text(HOW, how);
        json.close();
    }

    /** Returns what it was done to, null if the event has no object. */
    @Nullable
    String object() {
        return object;
    }

    /** Returns what else it was done to: the old name of a rename, a port. Null if there is none. */
    @Nullable
    String second() {
        return second;
    }

    /** Returns what it was done with, null if that is not known. */
    @Nullable
    String how() {
        return how;
    }
}
