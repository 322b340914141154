package dev.aulens.interpret;

import org.jspecify.annotations.Nullable;

/**
 * A file's type and permissions: st_mode of stat(2).
 *
 * @param bits the number
 */
public record FileMode(int bits) {

    private static final int TYPE = 0170000;
    private static final int TYPE_UNIT = 010000;
    private static final int SET_UID = 04000;
    private static final int SET_GID = 02000;
    private static final int STICKY = 01000;

    /** Returns the type: file, dir, character, block, fifo, link or socket; null if the bits say none of them. */
    public @Nullable String type() {
        return switch (bits & TYPE) {
            case 0010000 -> "fifo";
            case 0020000 -> "character";
            case 0040000 -> "dir";
            case 0060000 -> "block";
            case 0100000 -> "file";
            case 0120000 -> "link";
            case 0140000 -> "socket";
            default -> null;
        };
    }

    /** Returns the permissions with the set-id and sticky bits, 0 to 07777. */
    public int permissions() {
        return bits & 07777;
    }

    /** Writes type and permissions: {@code file,suid,755}. */
    void appendTo(TextBuffer out) {
        String type = type();
        if (type != null) {
            out.append(type);
        } else {
            out.appendOctal((bits & TYPE) / TYPE_UNIT, 3);
        }
        if ((bits & SET_UID) != 0) {
            out.append(",suid");
        }
        if ((bits & SET_GID) != 0) {
            out.append(",sgid");
        }
        if ((bits & STICKY) != 0) {
            out.append(",sticky");
        }
        out.append(',').appendOctal(bits, 3);
    }

    /** Writes the permissions alone: {@code suid,0755}. */
    void appendPermissionsTo(TextBuffer out) {
        if ((bits & SET_UID) != 0) {
            out.append("suid,");
        }
        if ((bits & SET_GID) != 0) {
            out.append("sgid,");
        }
        if ((bits & STICKY) != 0) {
            out.append("sticky,");
        }
        out.append('0').appendOctal(bits, 3);
    }
}
