package dev.aulens.render.normalize;

import dev.aulens.event.AuditEvent;
import dev.aulens.interpret.FileType;
import dev.aulens.record.AuditRecord;
import org.jspecify.annotations.Nullable;

/** Finds the file that a system call acted upon, among the PATH records of its event. */
final class FileObject {

    private final AuditEvent event;
    private final FieldCursor cursor;
    private final Draft draft;

    FileObject(AuditEvent event, FieldCursor cursor, Draft draft) {
        this.event = event;
        this.cursor = cursor;
        this.draft = draft;
    }

    /**
     * Takes the file of a record or of the next one that is not the directory which holds the file; where all are
     * directories, the first of them.
     *
     * @param record its place in the event, counted from 0
     * @return the file's record, null if there is none
     */
    @Nullable
    AuditRecord find(int record) {
        AuditRecord path = path(record);
        if (path == null || !path.type().is("PATH")) {
            return null;
        }
        int number = cursor.record();
        cursor.toFirstField();
        draft.primaryObject = cursor.misplaced(cursor.find("name"), number);
        draft.secondaryObject = cursor.misplaced(cursor.find("inode"), number);
        Value.Field mode = cursor.find("mode");
        String kind = mode == null ? null : kind(mode);
        draft.objectKind = kind == null ? draft.objectKind : kind;
        return path;
    }

    /** Takes a file's label; of a call that failed for want of the file there is none. */
    void label(@Nullable AuditRecord path) {
        if (path == null) {
            return;
        }
        int mode = path.find("mode");
        int label = mode < 0 ? -1 : path.find("obj", mode);
        draft.objectLabel = label < 0 ? null : new Value.Field(path, label);
    }

    /** Returns the record of the first file from a record on that is not the directory which holds it, else of that. */
    @Nullable
    AuditRecord path(int record) {
        cursor.toRecord(record);
        cursor.toFirstField();
        int parent = 0;
        boolean more = true;
        while (more) {
            Value.Field type = cursor.find("nametype");
            if (type == null) {
                if (parent == 0) {
                    return null;
                }
                cursor.toRecord(parent);
                return event.records().get(parent);
            }
            if (!type.record().raw(type.index()).equals("PARENT")) {
                return type.record();
            }
            if (parent == 0) {
                parent = cursor.record();
            }
            more = cursor.toNextRecord();
        }
        return null;
    }

    private static @Nullable String kind(Value.Field mode) {
        String digits = mode.record().raw(mode.index());
        int bits = 0;
        for (int i = 0; i < digits.length() && digits.charAt(i) >= '0' && digits.charAt(i) < '8'; i++) {
            bits = bits << 3 | digits.charAt(i) - '0';
        }
        FileType type = FileType.of(bits);
        return type == null ? null : type.object();
    }
}
