package dev.aulens.document;

import com.fasterxml.jackson.core.SerializableString;
import dev.aulens.record.AuditRecord;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The file that the event is about: {@code file.*}, and all paths by what was done with them: {@code auditd.path.*}. */
final class FileFields {

    private static final SerializableString FILE = DocumentJson.name("file");
    private static final SerializableString PATH = DocumentJson.name("path");
    private static final SerializableString NAME = DocumentJson.name("name");
    private static final SerializableString DIRECTORY = DocumentJson.name("directory");
    private static final SerializableString EXTENSION = DocumentJson.name("extension");
    private static final SerializableString TYPE = DocumentJson.name("type");
    private static final SerializableString MODE = DocumentJson.name("mode");
    private static final SerializableString DEVICE = DocumentJson.name("device");
    private static final SerializableString INODE = DocumentJson.name("inode");
    private static final SerializableString UID = DocumentJson.name("uid");
    private static final SerializableString GID = DocumentJson.name("gid");
    private static final SerializableString OWNER = DocumentJson.name("owner");
    private static final SerializableString GROUP = DocumentJson.name("group");
    private static final SerializableString TARGET_PATH = DocumentJson.name("target_path");
    private static final SerializableString HASH = DocumentJson.name("hash");
    private static final SerializableString CREATED = DocumentJson.name("created");
    private static final SerializableString DELETED = DocumentJson.name("deleted");
    private static final SerializableString PARENT = DocumentJson.name("parent");
    private static final SerializableString ACCESSED = DocumentJson.name("accessed");
    private static final SerializableString RELATIVE = DocumentJson.name("relative");
    private static final SerializableString PATHS = DocumentJson.name("paths");

    private static final SerializableString NAMETYPE = DocumentJson.name("nametype");
    private static final SerializableString DEV = DocumentJson.name("dev");
    private static final SerializableString OUID = DocumentJson.name("ouid");
    private static final SerializableString OGID = DocumentJson.name("ogid");

    /** The digests that ECS has a field for, by their names in the records of the kernel's integrity measurement. */
    private static final Map<String, SerializableString> DIGESTS = Map.of(
            "md5", DocumentJson.name("md5"),
            "sha1", DocumentJson.name("sha1"),
            "sha256", DocumentJson.name("sha256"),
            "sha384", DocumentJson.name("sha384"),
            "sha512", DocumentJson.name("sha512"));

    /** How types of records about measured files begin: security/integrity writes the file as name, or as file. */
    private static final String INTEGRITY = "INTEGRITY_";

    private final Names names;
    private final FieldTable.Known hash;
    private final FieldTable.Known measured;
    private final FieldTable.Known name;

    FileFields(FieldTable table, Names names) {
        this.names = names;
        hash = table.get("hash");
        measured = table.get("file");
        name = table.get("name");
    }

    /** @param leading the record that says what the event is, null if that is the system call */
    void write(DocumentJson json, EventFields fields, Paths paths, @Nullable AuditRecord leading) {
        json.open(FILE);
        PathItem acting = paths.acting();
        if (acting != null) {
            writePath(json, Paths.best(acting));
            json.text(TARGET_PATH, Paths.best(paths.other()));
            writeInode(json, acting);
        } else {
            String file = fields.text(measured);
            boolean isIntegrity = leading != null && leading.type().name().startsWith(INTEGRITY);
            writePath(json, file == null && isIntegrity ? fields.text(name) : file);
        }
        writeDigest(json, fields.plain(hash));
        json.close();
    }

    private static void writeDigest(DocumentJson json, @Nullable String digest) {
        int colon = digest == null ? -1 : digest.indexOf(':');
        SerializableString algorithm = digest == null || colon < 0 ? null : DIGESTS.get(digest.substring(0, colon));
        if (digest != null && algorithm != null) {
            json.open(HASH);
            json.text(algorithm, digest.substring(colon + 1));
            json.close();
        }
    }

    private static void writePath(DocumentJson json, @Nullable String path) {
        if (path == null) {
            return;
        }
        json.text(PATH, path);
        int end = path.length() > 1 && path.endsWith("/") ? path.length() - 1 : path.length();
        int slash = path.lastIndexOf('/', end - 1);
        json.text(NAME, path.substring(slash + 1, end));
        if (slash >= 0) {
            json.text(DIRECTORY, slash == 0 ? "/" : path.substring(0, slash));
        }
        int dot = path.lastIndexOf('.', end - 1);
        if (dot > slash + 1 && dot < end - 1) {
            json.text(EXTENSION, path.substring(dot + 1, end));
        }
    }

    private void writeInode(DocumentJson json, PathItem item) {
        AuditRecord record = item.record;
        if (record == null) {
            return;
        }
        json.text(TYPE, item.type());
        json.text(MODE, item.permissions());
        writeValue(json, DEVICE, record, item.device);
        writeValue(json, INODE, record, item.inode);
        if (item.owner >= 0) {
            long uid = Values.id(record, item.owner);
            writeId(json, UID, uid);
            json.text(OWNER, names.user(record, item.owner, uid, "OUID"));
        }
        if (item.group >= 0) {
            long gid = Values.id(record, item.group);
            writeId(json, GID, gid);
            json.text(GROUP, names.group(record, item.group, gid, "OGID"));
        }
    }

    private static void writeId(DocumentJson json, SerializableString place, long id) {
        if (id >= 0) {
            json.text(place, Long.toString(id));
        }
    }

    private static void writeValue(DocumentJson json, SerializableString place, AuditRecord record, int i) {
        if (i >= 0) {
            json.value(place, record, i);
        }
    }

    /** Writes {@code auditd.path}: every path once, in the array that says what was done with it. */
    void writeRoles(DocumentJson json, Paths paths) {
        json.open(PATH);
        writeRole(json, CREATED, paths, PathItem.Kind.CREATE);
        writeRole(json, DELETED, paths, PathItem.Kind.DELETE);
        writeRole(json, PARENT, paths, PathItem.Kind.PARENT);
        writeRole(json, ACCESSED, paths, PathItem.Kind.NORMAL);
        json.openArray(RELATIVE);
        for (PathItem item : paths.items()) {
            if (item.name != null && !item.name.startsWith("/")) {
                json.element(item.name);
            }
        }
        json.close();
        json.close();
    }

    private static void writeRole(DocumentJson json, SerializableString role, Paths paths, PathItem.Kind kind) {
        json.openArray(role);
        for (int i = 0; i < paths.items().size(); i++) {
            PathItem item = paths.items().get(i);
            if (effective(item.kind) == kind && item.absolute != null && !isRepeated(paths, i)) {
                json.element(item.absolute);
            }
        }
        json.close();
    }

    private static PathItem.Kind effective(PathItem.Kind kind) {
        return kind == PathItem.Kind.UNKNOWN ? PathItem.Kind.NORMAL : kind;
    }

    private static boolean isRepeated(Paths paths, int i) {
        PathItem item = paths.items().get(i);
        for (int before = 0; before < i; before++) {
            PathItem other = paths.items().get(before);
            if (effective(other.kind) == effective(item.kind)
                    && item.absolute != null
                    && item.absolute.equals(other.absolute)) {
                return true;
            }
        }
        return false;
    }

    /** Writes {@code auditd.paths} of an event with more than one path beside parents: the fields of each, as recorded. */
    static void writeRecords(DocumentJson json, Paths paths) {
        int own = 0;
        for (PathItem item : paths.items()) {
            own += item.kind == PathItem.Kind.PARENT ? 0 : 1;
        }
        if (own < 2) {
            return;
        }
        json.openArray(PATHS);
        for (PathItem item : paths.items()) {
            AuditRecord record = item.record;
            if (record == null) {
                continue;
            }
            json.openElement();
            json.text(NAME, item.name);
            json.text(NAMETYPE, item.kind.name());
            writeValue(json, INODE, record, item.inode);
            writeValue(json, DEV, record, item.device);
            json.text(MODE, item.permissions());
            writeValue(json, OUID, record, item.owner);
            writeValue(json, OGID, record, item.group);
            json.close();
        }
        json.close();
    }
}
