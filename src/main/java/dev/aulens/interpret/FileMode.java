package dev.aulens.interpret;

/**
 * A file's type and permissions: st_mode of stat(2).
 *
 * @param bits the number
 */
record FileMode(int bits) {

    private static final int TYPE = 0170000;
    private static final int TYPE_UNIT = 010000;
    static final int SET_UID = 04000;
    static final int SET_GID = 02000;
    static final int STICKY = 01000;

    /** Writes type and permissions: {@code file,suid,755}. */
    void appendTo(TextBuffer out) {
        FileType type = FileType.of(bits);
        if (type != null) {
            out.append(type.interpreted());
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
