package dev.aulens.document;

import dev.aulens.interpret.FileType;
import dev.aulens.record.AuditRecord;
import org.jspecify.annotations.Nullable;

/** One PATH record: a path that the system call was given, and the inode that it led to. Scratch space, reused. */
final class PathItem {

    /** The record's {@code nametype}: what the call did with the path. */
    enum Kind {
        NORMAL,
        PARENT,
        CREATE,
        DELETE,
        UNKNOWN
    }

    private static final int PERMISSIONS = 07777;

    @Nullable
    AuditRecord record;

    Kind kind = Kind.UNKNOWN;
    /** The path as it was given, null if the record has none. */
    @Nullable
    String name;
    /** The path from the root, null if that is not known. */
    @Nullable
    String absolute;

    int inode;
    int device;
    int owner;
    int group;
    int context;
    private int modeField;
    private int mode;

    void load(AuditRecord path) {
        record = path;
        name = null;
        absolute = null;
        kind = Kind.NORMAL;
        inode = -1;
        device = -1;
        owner = -1;
        group = -1;
        context = -1;
        modeField = -1;
        for (int i = 0; i < path.fieldCount(); i++) {
            switch (path.name(i)) {
                case "name" -> name = Values.equal(path, i, "(null)") ? null : path.decoded(i);
                case "inode" -> inode = i;
                case "dev" -> device = i;
                case "mode" -> modeField = i;
                case "ouid" -> owner = i;
                case "ogid" -> group = i;
                case "obj" -> context = i;
                case "nametype", "objtype" -> kind = kind(path, i);
                default -> {}
            }
        }
        mode = modeField < 0 ? -1 : mode(path, modeField);
    }

    private static Kind kind(AuditRecord path, int i) {
        if (Values.equal(path, i, "PARENT")) {
            return Kind.PARENT;
        }
        if (Values.equal(path, i, "CREATE")) {
            return Kind.CREATE;
        }
        if (Values.equal(path, i, "DELETE")) {
            return Kind.DELETE;
        }
        return Values.equal(path, i, "NORMAL") ? Kind.NORMAL : Kind.UNKNOWN;
    }

    /** Returns st_mode, -1 if the value is no octal number. */
    private static int mode(AuditRecord path, int i) {
        byte[] line = path.line();
        int from = path.valueStart(i);
        int to = path.valueEnd(i);
        int mode = 0;
        for (int at = from; at < to; at++) {
            int digit = line[at] - '0';
            if (digit < 0 || digit > 7 || to - from > 7) {
                return -1;
            }
            mode = mode * 8 + digit;
        }
        return from == to ? -1 : mode;
    }

    /** Returns what the path leads to, in the words of ECS file.type; null if the record does not say. */
    @Nullable
    String type() {
        FileType type = mode < 0 ? null : FileType.of(mode);
        return type == null ? null : type.ecs();
    }

    /** Returns the permission bits in four octal digits, null if the record has none. */
    @Nullable
    String permissions() {
        if (mode < 0) {
            return null;
        }
        int bits = mode & PERMISSIONS;
        char[] digits = {
            (char) ('0' + (bits >> 9)),
            (char) ('0' + (bits >> 6 & 7)),
            (char) ('0' + (bits >> 3 & 7)),
            (char) ('0' + (bits & 7))
        };
        return new String(digits);
    }
}
